#include "bake/muscles_baker.h"

#include <stdexcept>

#include "body/atlas_fields.h"
#include "body/muscle_packing.h"
#include "body/muscle_shadow.h"

namespace myomap {

void bake_muscles(const std::filesystem::path& assets, const std::filesystem::path& data) {
    const std::filesystem::path landmark_file = data / "landmarks.json";
    const LoadedLandmarks landmarks = load_landmarks(landmark_file);
    const LoadedShapes loaded =
        load_shapes(shape_files(data / "muscles", data / "bones.json"), landmarks.landmarks.names());
    const LoadedAtlas atlas = load_atlas(data / "trigger_points.json", landmarks.landmarks.names());
    const auto refuse = [](const Problems& problems) {
        if (has_errors(problems)) throw std::runtime_error(to_text(problems.front()));
    };
    refuse(landmarks.problems);
    refuse(loaded.problems);
    refuse(atlas.problems);
    for (const BodyId id : body_ids) {
        const std::filesystem::path skin = assets / (std::string(to_text(id)) + ".skin");
        const Body body(id, read_skin_asset(skin), landmarks.landmarks);
        PackedMuscles packed = pack_muscles(body, loaded.shapes);
        refuse(packed.problems);
        const MuscleQuery query(packed.asset);
        for (const MuscleMesh& mesh : packed.asset.meshes) {
            const auto muscle = atlas.atlas.find_muscle(mesh.id);
            packed.asset.shadows.push_back(
                mesh.kind == ShapeKind::muscle
                    ? muscle_shadow(body, packed.asset, query, mesh, muscle ? &atlas.atlas.muscles[*muscle] : nullptr)
                    : SparseField{});
        }
        std::vector<std::filesystem::path> inputs = shape_files(data / "muscles", data / "bones.json");
        inputs.push_back(landmark_file);
        inputs.push_back(skin);
        write_muscle_asset(assets / (std::string(to_text(id)) + ".muscles"), fields_key(inputs), packed.asset);
    }
}

}  // namespace myomap
