#include "body/muscles.h"

#include "base/file_error.h"
#include "body/atlas_fields.h"
#include "body/muscle_packing.h"

namespace myomap {

Muscles::Loaded::Loaded(MuscleAsset a, const Atlas& atlas)
    : asset(std::move(a)), query(asset), mesh_of(atlas.muscles.size(), -1), muscle_of(asset.meshes.size(), -1) {
    for (int m = 0; m < static_cast<int>(asset.meshes.size()); ++m) {
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        if (mesh.bone) continue;
        const auto muscle = atlas.find_muscle(mesh.id);
        if (!muscle) continue;
        mesh_of[static_cast<size_t>(*muscle)] = m;
        muscle_of[static_cast<size_t>(m)] = *muscle;
    }
}

Muscles::Muscles(const Atlas& atlas, const Body& body, std::function<MuscleAsset()> make)
    : atlas_(atlas), body_(body), make_(std::move(make)) {}

const Muscles::Loaded& Muscles::loaded() const {
    std::call_once(once_, [this] {
        loaded_ = std::make_unique<Loaded>(make_(), atlas_);
        make_ = nullptr;
    });
    return *loaded_;
}

std::vector<Muscles::Under> Muscles::under(const SkinPoint& place) const {
    std::vector<Under> result;
    for (const MuscleUnder& u : muscles_under(body_, asset(), query(), place)) {
        if (const int muscle = muscle_of(u.mesh); muscle >= 0) result.push_back({muscle, u.side, u.depth_cm});
    }
    return result;
}

MuscleAsset open_muscles(const Body& body, const std::filesystem::path& muscles, const std::filesystem::path& bones,
                         const std::filesystem::path& landmarks, const std::filesystem::path& skin,
                         const std::vector<std::filesystem::path>& caches) {
    const std::vector<std::filesystem::path> files = shape_files(muscles, bones);
    std::vector<std::filesystem::path> inputs = files;
    inputs.push_back(landmarks);
    inputs.push_back(skin);
    const std::uint64_t key = fields_key(inputs);
    MuscleAsset asset;
    for (const auto& cache : caches) {
        try {
            if (read_muscle_asset(cache, key, asset)) return asset;
        } catch (const AssetError&) {
            // A damaged cache is made again below.
        }
    }
    const LoadedLandmarks names = load_landmarks(landmarks);
    asset = pack_muscles(body, load_shapes(files, names.landmarks.names()).shapes).asset;
    if (!caches.empty()) {
        try {
            std::error_code ignored;
            std::filesystem::create_directories(caches.back().parent_path(), ignored);
            write_muscle_asset(caches.back(), key, asset);
        } catch (const FileError&) {
            // Not keeping it costs a second next time, nothing else.
        }
    }
    return asset;
}

}  // namespace myomap
