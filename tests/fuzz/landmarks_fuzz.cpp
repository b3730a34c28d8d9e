// data/landmarks.json.

#include <cmath>

#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedLandmarks loaded = load_landmarks(file);
    read_out(loaded.problems, file);
    for (const auto& [name, landmark] : loaded.landmarks.by_name) {
        require(!name.empty() && name == landmark.name, "a landmark under another name");
        for (const glm::vec3& bone : landmark.bone)
            require(std::isfinite(bone.x + bone.y + bone.z), "a landmark that is nowhere");
    }
}

std::vector<std::string> seeds() {
    return joined(seeds_from({"tests/data/atlas/landmarks_good.json"}),
                  cut("data/landmarks.json", "/landmarks", {0, 10, 100}));
}

const Registered all({"landmarks", run, seeds, "landmarks.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
