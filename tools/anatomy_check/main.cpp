// Compares the muscles' bodies with a folder of measured anatomy: anatomy-check --reference FOLDER [--region trunk]

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>

#include <CLI/CLI.hpp>

#include "anatomy_check/report.h"

int main(int argc, char** argv) {
    using namespace myomap;
    CLI::App app("Compares the muscles' bodies with measured anatomy");
    std::filesystem::path reference, data = "data", assets = "build/assets", markdown;
    std::string region;
    app.add_option("--reference", reference, "Folder with muscles_measured.json and first_under_skin.tsv")->required();
    app.add_option("--data", data, "Folder of landmarks.json and muscles/")->capture_default_str();
    app.add_option("--assets", assets, "Folder of the baked bodies")->capture_default_str();
    app.add_option("--region", region, "List only the muscles of one file of muscles/, such as trunk");
    app.add_option("--markdown", markdown, "Also write the tables to this file");
    CLI11_PARSE(app, argc, argv);
    try {
        const LoadedLandmarks landmarks = load_landmarks(data / "landmarks.json");
        const LoadedShapes loaded =
            load_shapes(shape_files(data / "muscles", data / "bones.json"), landmarks.landmarks.names());
        bool faults = false;
        const auto print = [&](const Problems& problems) {
            for (const Problem& problem : problems) std::printf("%s\n", to_text(problem).c_str());
            faults = faults || has_errors(problems);
        };
        print(loaded.problems);
        AnatomyReport report;
        for (const BodyId id : body_ids) {
            const Body body(id, read_skin_asset(assets / (std::string(to_text(id)) + ".skin")), landmarks.landmarks);
            const PackedMuscles packed = pack_muscles(body, loaded.shapes);
            print(packed.problems);
            const Placement placement = placement_of(body, packed);
            if (id == BodyId::adult_male) report = compare_anatomy(reference, body, packed, loaded.shapes);
            report.placement.push_back(placement);
        }
        std::set<std::string> only;
        for (const Shape& shape : loaded.shapes)
            if (!region.empty() && shape.file.stem() == region) only.insert(shape.id);
        std::printf("%s", to_terminal(report, only).c_str());
        if (!markdown.empty()) std::ofstream(markdown) << to_markdown(report);
        return faults ? 1 : 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
