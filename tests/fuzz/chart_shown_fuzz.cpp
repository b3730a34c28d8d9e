// A chart file from a stranger, opened: measured, put into words, asked of the atlas, compared and drawn.

#include "app/context.h"
#include "chart/compare.h"
#include "chart/compose.h"
#include "chart/drawing_json.h"
#include "finder/drawing_query.h"
#include "json_harness.h"
#include "report/drawing_report.h"
#include "support/fixed_measure.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    static const std::unique_ptr<Context> context = open_context();
    static const Scene scene = context->scene();
    static const SkinTopology topology = topology_of(scene.body(BodyId::adult_male).skin());
    const LoadedDrawing loaded = load_drawing(file_of(bytes, "input.myomap"), topology);
    if (!loaded.drawing) return;
    Document document;
    document.drawing = *loaded.drawing;
    drawing_title(scene, document);
    for (const BodyId figure : {BodyId::adult_male, BodyId::adult_female}) {
        document.view.body = figure;
        drawing_sections(scene, document);
    }
    query_of(scene, document.drawing, BodyId::adult_male);
    compare(scene, document.drawing, Drawing{}, BodyId::adult_male);
    compose(scene, document, {.pixels = {640, 400}}, test::FixedMeasure());
}

// One area, one finding, one note: each is painted several times.
std::vector<std::string> seeds() {
    std::vector<std::string> all;
    for (const char* name : {"full_visit", "kept_six", "month_before", "regions", "treated_visit"}) {
        auto tree =
            nlohmann::ordered_json::parse(bytes_of(source("tests/data/chart/" + std::string(name) + ".myomap")));
        for (auto& member : tree)
            while (member.is_array() && member.size() > 1) member.erase(std::prev(member.end()));
        if (tree.contains("areas"))
            for (auto& area : tree["areas"])
                while (area.contains("strokes") && area["strokes"].size() > 2)
                    area["strokes"].erase(std::prev(area["strokes"].end()));
        all.push_back(tree.dump(1));
    }
    return all;
}

const Registered chart_shown({"chart_shown", run, seeds, "chart.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
