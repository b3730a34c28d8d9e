// The chart file: what was read can be written, and read again it is the same.

#include <algorithm>

#include "chart/drawing_json.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

constexpr SkinTopology topology{0x0123456789abcdef, 1000};  // of tests/data/chart/visit.myomap

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "input.myomap");
    const LoadedDrawing loaded = load_drawing(file, topology);
    read_out(loaded.problems, file);
    if (!loaded.drawing) {
        require(has_errors(loaded.problems), "no drawing, and nothing is said");
        return;
    }
    for (const PainArea& area : loaded.drawing->areas) {
        require(area.id >= 1 && area.id < loaded.drawing->next_id, "an area without a number of its own");
        for (const BrushStroke& stroke : area.strokes)
            require(!stroke.path.empty() &&
                        std::ranges::all_of(stroke.path,
                                            [](const SkinAnchor& anchor) { return is_valid(anchor, topology); }),
                    "a stroke beside the skin");
    }
    left_out(*loaded.drawing);
    const LoadedDrawing again =
        load_drawing(file_of(drawing_text(*loaded.drawing, topology), "again.myomap"), topology);
    require(again.drawing == loaded.drawing, "written and read again it is another");
}

std::vector<std::string> seeds() {
    auto smallest = nlohmann::ordered_json::parse(bytes_of(source("tests/data/chart/visit.myomap")));
    for (auto& member : smallest)
        while (member.is_array() && member.size() > 1) member.erase(std::prev(member.end()));
    return joined(seeds_from({"tests/data/chart/visit.myomap"}), {smallest.dump(1)});
}

const Registered chart({"chart", run, seeds, "chart.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
