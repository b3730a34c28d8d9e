// data/trigger_points.json: what is valid of it can be searched and named.

#include "atlas/load.h"
#include "atlas/search_texts.h"
#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedAtlas loaded = load_atlas(file, landmark_names(), {}, source("tests/data/atlas/text"));
    read_out(loaded.problems, file);
    for (const PointRef ref : loaded.atlas.all_points()) {
        require(loaded.atlas.find_point(loaded.atlas.full_id(ref)).has_value(), "a point without a name");
        const TriggerPoint& point = loaded.atlas.point(ref);
        require(!point.zones.empty(), "a point without zones");
        for (const Level& level : point.levels)
            require(level.zones.size() == point.zones.size(), "a level with other zones than its point");
        for (const Zone& zone : point.zones) {
            require(!zone.strokes.empty(), "a zone without strokes");
            require(zone.number < point.zones_in_file, "a zone after the last");
            for (const Stroke& stroke : zone.strokes)
                require(stroke.radius_cm.size() == 1 || stroke.radius_cm.size() == stroke.path.size(),
                        "a stroke of too few radii");
        }
    }
    std::vector<SearchText> texts;
    add_muscle_texts(loaded.atlas, {}, texts);
    SearchIndex(texts).find("temple");
}

std::vector<std::string> seeds() {
    return joined(seeds_from({"tests/data/atlas/good.json", "tests/data/atlas/many_faults.json",
                              "tests/data/atlas/version_before.json"}),
                  cut("data/trigger_points.json", "/muscles", {0, 40, 60}));
}

const Registered dataset({"dataset", run, seeds, "trigger_points.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
