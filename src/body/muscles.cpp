#include "body/muscles.h"

#include <algorithm>
#include <utility>

#include "base/file_error.h"
#include "body/atlas_fields.h"
#include "body/muscle_packing.h"
#include "body/muscle_shadow.h"
#include "body/muscle_tendons.h"

namespace myomap {

std::string_view to_text(Layer layer) {
    switch (layer) {
        case Layer::superficial:
            return "superficial";
        case Layer::intermediate:
            return "intermediate";
        case Layer::deep:
            return "deep";
    }
    return "";
}

Muscles::Loaded::Loaded(MuscleAsset a, const Atlas& atlas)
    : asset(std::move(a)),
      query(asset, MuscleQuery::Detail::full),
      mesh_of(atlas.muscles.size(), -1),
      muscle_of(asset.meshes.size(), -1) {
    for (int m = 0; m < static_cast<int>(asset.meshes.size()); ++m) {
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        if (mesh.kind != ShapeKind::muscle) continue;
        const auto muscle = atlas.find_muscle(mesh.id);
        if (!muscle) continue;
        mesh_of[static_cast<size_t>(*muscle)] = m;
        muscle_of[static_cast<size_t>(m)] = *muscle;
    }
    has_shadow.assign(asset.meshes.size(), !asset.shadows.empty());
    shadows = std::exchange(asset.shadows, {});
    shadows.resize(asset.meshes.size());
}

Muscles::Muscles(const Atlas& atlas, const Body& body, std::function<MuscleAsset()> make)
    : atlas_(atlas), body_(body), make_(std::move(make)) {}

Muscles::Loaded& Muscles::loaded() const {
    std::call_once(once_, [this] {
        loaded_ = std::make_unique<Loaded>(make_(), atlas_);
        make_ = nullptr;
    });
    return *loaded_;
}

std::optional<Layer> Muscles::layer(int muscle) const {
    const int mesh = mesh_of(muscle);
    if (mesh < 0) return std::nullopt;
    const int over = asset().meshes[static_cast<size_t>(mesh)].layer;
    return over == 0 ? Layer::superficial : over == 1 ? Layer::intermediate : Layer::deep;
}

std::vector<int> Muscles::tendons_of(int mesh) const {
    Loaded& all = loaded();
    const std::lock_guard lock(all.working);
    const auto [known, added] = all.tendons.try_emplace(mesh);
    if (added) known->second = tendons_beyond(all.asset, mesh);
    return known->second;
}

const SparseField& Muscles::area(int muscle) const {
    static const SparseField none;
    Loaded& all = loaded();
    if (all.mesh_of[static_cast<size_t>(muscle)] < 0) return none;
    const auto m = static_cast<size_t>(all.mesh_of[static_cast<size_t>(muscle)]);
    const std::lock_guard lock(all.working);
    if (!all.has_shadow[m]) {
        all.shadows[m] = muscle_shadow(body_, all.asset, all.query, all.asset.meshes[m],
                                       &atlas_.muscles[static_cast<size_t>(muscle)]);
        all.has_shadow[m] = true;
    }
    return all.shadows[m];
}

SparseField Muscles::area(int muscle, Side side) const {
    return side == Side::left ? area(muscle) : mirrored(body_.skin(), area(muscle));
}

std::vector<Muscles::Under> Muscles::under(const SkinPoint& place) const {
    std::vector<Under> result;
    for (const MuscleUnder& u : muscles_under(body_, asset(), query(), place)) {
        const int muscle = muscle_of(u.mesh);
        const bool tendon = asset().meshes[static_cast<size_t>(u.mesh)].kind == ShapeKind::tendon;
        if (muscle >= 0 || tendon) result.push_back({muscle, u.side, u.depth_cm, u.sheet, u.mesh});
    }
    return result;
}

namespace {

bool fits(const Body& body, const MuscleAsset& asset) {
    const size_t vertices = body.skin().positions.size();
    return std::ranges::all_of(
        asset.shadows, [&](const SparseField& shadow) { return shadow.empty() || shadow.vertices.back() < vertices; });
}

}  // namespace

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
            if (read_muscle_asset(cache, key, asset) && fits(body, asset)) return asset;
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
