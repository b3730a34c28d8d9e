// A dataset's points and zones on the real body: whatever the file says, they can be painted.

#include <cmath>

#include "body/atlas_fields.h"
#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const LoadedAtlas loaded = load_atlas(file_of(bytes), landmark_names(), {}, source("tests/data/atlas/text"));
    if (loaded.atlas.muscles.empty()) return;
    const AtlasFields fields(loaded.atlas, body());
    const std::size_t vertices = body().skin().positions.size();
    for (const PointFields& point : fields.muscle(0).points) {
        require(std::isfinite(point.place.position.x + point.place.position.y + point.place.position.z),
                "a place that is nowhere");
        require(point.place.vertex < vertices, "a place beside the skin");
        for (const SparseField& zone : point.zones)
            require(zone.vertices.size() == zone.values.size() &&
                        (zone.vertices.empty() || zone.vertices.back() < vertices),
                    "paint beside the skin");
    }
}

// One muscle, one point, one zone, with the form of each kind of stroke.
std::vector<std::string> seeds() {
    std::vector<std::string> all;
    for (const std::string& seed : cut("data/trigger_points.json", "/muscles", {0, 20, 40, 60})) {
        auto tree = nlohmann::ordered_json::parse(seed);
        auto& points = tree["muscles"][0]["trigger_points"];
        points = nlohmann::ordered_json::array({points.at(0)});
        auto& zones = points[0]["zones"];
        zones = nlohmann::ordered_json::array({zones.at(0)});
        all.push_back(tree.dump(1));
    }
    return all;
}

const Registered painted({"painted", run, seeds, "trigger_points.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
