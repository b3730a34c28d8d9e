// Asks the finder for every trigger point by its essential zone: find-accuracy [--sample N] [--markdown FILE]

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>

#include "app/context.h"
#include "find_accuracy/accuracy.h"

int main(int argc, char** argv) {
    using namespace myomap;
    CLI::App app("Measures whether the finder leads from a zone that was drawn to its muscle");
    int sample = 0;
    std::filesystem::path markdown;
    app.add_option("--sample", sample, "Ask about so many points only, always the same ones")
        ->check(CLI::PositiveNumber);
    app.add_option("--markdown", markdown, "Also write the tables to this file");
    CLI11_PARSE(app, argc, argv);
    try {
        const auto context = open_context();
        const Scene scene = context->scene();
        std::vector<PointRanks> all;
        for (const BodyId body : body_ids) {
            const AccuracyCheck check(scene, body);
            const std::vector<PointRef> points = check.points();
            const size_t step = sample > 0 ? std::max<size_t>(1, points.size() / static_cast<size_t>(sample)) : 1;
            for (size_t i = step / 2; i < points.size(); i += step) all.push_back(check.ranks(points[i]));
        }
        const std::string table = to_markdown(scene, all);
        std::printf("%s", table.c_str());
        if (!markdown.empty()) std::ofstream(markdown) << table;
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
