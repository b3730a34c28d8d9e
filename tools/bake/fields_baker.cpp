#include "bake/fields_baker.h"

#include <stdexcept>

#include "body/atlas_fields.h"

namespace myomap {

void bake_fields(const std::filesystem::path& assets, const std::filesystem::path& data) {
    const std::filesystem::path dataset = data / "trigger_points.json", landmark_file = data / "landmarks.json";
    const LoadedLandmarks landmarks = load_landmarks(landmark_file);
    const LoadedAtlas loaded = load_atlas(dataset, landmarks.landmarks.names());
    for (const Problems* problems : {&landmarks.problems, &loaded.problems}) {
        if (has_errors(*problems)) throw std::runtime_error(to_text(problems->front()));
    }
    for (const BodyId id : body_ids) {
        const std::filesystem::path skin = assets / (std::string(to_text(id)) + ".skin");
        const Body body(id, read_skin_asset(skin), landmarks.landmarks);
        AtlasFields(loaded.atlas, body)
            .write_cache(assets / (std::string(to_text(id)) + ".fields"), fields_key({dataset, landmark_file, skin}));
    }
}

}  // namespace myomap
