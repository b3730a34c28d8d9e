// Measures every chart of a trigger point, or a fixed sample of them: chart-quality [--sample N] [--markdown FILE]

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include <CLI/CLI.hpp>

#include "chart_quality/quality.h"
#include "export/chart_painter.h"
#include "render/gl_context.h"

int main(int argc, char** argv) {
    using namespace myomap;
    CLI::App app("Measures the charts of trigger points on their drawn pixels");
    int sample = 0;
    std::filesystem::path markdown;
    std::string body, language, picture;
    app.add_option("--sample", sample, "Measure about so many points only, always the same ones")
        ->check(CLI::PositiveNumber);
    app.add_option("--body", body, "Only on this body")->check(CLI::IsMember({"male", "female"}));
    app.add_option("--language", language, "Only in this language");
    app.add_option("--picture", picture, "Only this picture")->check(CLI::IsMember({"window", "A4"}));
    app.add_option("--markdown", markdown, "Also write the table and the faults to this file");
    CLI11_PARSE(app, argc, argv);
    try {
        const OffscreenGl gl;
        std::vector<ChartQuality> all;
        for (const char* code : {"en", "fr"}) {
            if (!language.empty() && language != code) continue;
            const auto context = open_context(std::nullopt, Language(code));
            Renderer renderer(context->scene(), context->resources.shaders());
            ChartPainter painter(*context, renderer);
            const std::vector<PointRef> points = context->atlas().all_points();
            const size_t step = sample > 0 ? std::max<size_t>(1, points.size() / static_cast<size_t>(sample)) : 1;
            for (const BodyId id : body_ids) {
                if (!body.empty() && body != (id == BodyId::adult_male ? "male" : "female")) continue;
                for (const bool on_paper : {false, true}) {
                    if (!picture.empty() && on_paper != (picture == "A4")) continue;
                    for (size_t i = step / 2; i < points.size(); i += step) {
                        all.push_back(measure_chart(*context, painter, points[i], id, on_paper));
                        if (const std::string what = faults(all.back()); !what.empty())
                            std::fprintf(stderr, "%s %s %s %s: %s\n", all.back().point.c_str(), code,
                                         all.back().body.c_str(), on_paper ? "A4" : "1280x800", what.c_str());
                    }
                }
            }
        }
        const std::string table = to_markdown(all);
        std::printf("%s", table.c_str());
        if (!markdown.empty()) std::ofstream(markdown) << table;
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
