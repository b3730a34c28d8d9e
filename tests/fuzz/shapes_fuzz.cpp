// data/muscles/*.json: a shape that is read is either said to be faulty on a body or has a middle surface there.

#include <cmath>

#include "atlas/muscle_shapes.h"
#include "body/core_surface.h"
#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

constexpr std::size_t most_parts = 4;  // each takes a millisecond

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedShapes loaded = load_shapes({file}, landmark_names());
    read_out(loaded.problems, file);
    std::size_t parts = 0;
    for (const Shape& shape : loaded.shapes)
        for (const ShapePart& part : shape.parts) {
            require(part.stations.size() >= 2, "a part of too few stations");
            if (++parts > most_parts || !shape_fault(body(), part).empty()) continue;
            const CoreSurface core = core_surface(body(), part, 0.15f, true);
            require(core.rows >= 2 && core.columns >= 1, "a core without points");
            for (const glm::vec3& p : core.positions) require(std::isfinite(p.x + p.y + p.z), "a core that is nowhere");
        }
}

std::vector<std::string> seeds() {
    std::vector<std::string> all;
    for (const char* file : {"data/muscles/head_neck.json", "data/muscles/trunk.json", "data/muscles/shoulder_arm.json",
                             "data/muscles/tendons.json", "data/bones.json"})
        for (const std::string& seed : cut(file, "/shapes", {0, 2})) {
            auto tree = nlohmann::ordered_json::parse(seed);
            auto& parts = tree["shapes"][0]["parts"];
            parts = nlohmann::ordered_json::array({parts.at(0)});
            all.push_back(tree.dump(1));
        }
    return all;
}

const Registered shapes({"shapes", run, seeds, "muscle_shapes.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
