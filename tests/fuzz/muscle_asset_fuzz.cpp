// The file of baked muscles, which may also lie in the user's cache. The key it was made for is taken from the bytes.

#include <cmath>
#include <cstring>

#include "body/muscle_asset.h"
#include "harness.h"

namespace myomap::fuzz {
namespace {

constexpr std::size_t key_at = 8;

void run(std::string_view input) {
    const std::string bytes = sealed(input);
    std::uint64_t key = 0;
    if (bytes.size() >= key_at + sizeof key) std::memcpy(&key, bytes.data() + key_at, sizeof key);
    MuscleAsset asset;
    try {
        if (!read_muscle_asset(file_of(bytes, "input.muscles"), key, asset)) return;
    } catch (const AssetError&) {
        return;
    }
    for (const glm::vec3& p : asset.positions) require(std::isfinite(p.x + p.y + p.z), "a vertex that is nowhere");
    for (const MuscleMesh& mesh : asset.meshes) {
        require(mesh.tint >= 0 && mesh.tint < muscle_tints, "a tint that there is not");
        require(std::isfinite(mesh.depth_cm + mesh.volume_cm3 + mesh.centroid.x + mesh.centroid.y + mesh.centroid.z),
                "a muscle that is nowhere");
        require(mesh.peel >= 0 && mesh.layer >= 0, "a layer above the first");
        require(std::size_t{mesh.first_index} + mesh.index_count <= asset.triangles.size(), "triangles after the last");
    }
    for (const SparseField& shadow : asset.shadows)
        require(shadow.vertices.size() == shadow.values.size(), "a shadow without values");
    const auto copy = file_of("", "again.muscles");
    write_muscle_asset(copy, key, asset);
    MuscleAsset again;
    require(read_muscle_asset(copy, key, again), "written it can't be read again");
    require(again.meshes.size() == asset.meshes.size() && again.triangles == asset.triangles &&
                again.shadows == asset.shadows,
            "written and read again it is another");
}

std::vector<std::string> seeds() {
    MuscleAsset asset;
    for (std::uint32_t m = 0; m < 2; ++m) {
        const std::uint32_t first = 4 * m;
        for (const glm::vec3& p : {glm::vec3{-1, 0, 0}, glm::vec3{1, 0, 0}, glm::vec3{0, 2, 0}, glm::vec3{0, 1, 1}}) {
            asset.positions.push_back(p);
            asset.normals.push_back({0, 0, 1});
            asset.fibres.push_back({0, 1, 0});
            asset.grain.push_back({0.5f, 2});
            asset.tendon.push_back(0.5f);
        }
        MuscleMesh mesh{.id = m == 0 ? "outer" : "inner",
                        .peel = static_cast<int>(m),
                        .first_vertex = first,
                        .vertex_count = 4,
                        .first_index = 12 * m,
                        .index_count = 12,
                        .first_coarse = 3 * m,
                        .coarse_count = 3,
                        .centroid = {0, 1, 0.5f},
                        .volume_cm3 = 2};
        for (const std::uint32_t i : {0, 1, 3, 1, 2, 3, 2, 0, 3, 0, 2, 1}) asset.triangles.push_back(first + i);
        for (const std::uint32_t i : {0, 1, 2}) asset.coarse.push_back(first + i);
        asset.meshes.push_back(std::move(mesh));
    }
    asset.meshes[1].over = {0};
    asset.shadows = {{{3, 5}, {10, 255}}, {}};
    const auto file = file_of("", "input.muscles");
    write_muscle_asset(file, 42, asset);
    std::vector<std::string> all{bytes_of(file)};
    asset.shadows.clear();
    write_muscle_asset(file, 42, asset);
    all.push_back(bytes_of(file));
    return all;
}

const Registered muscles({"muscle_asset", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
