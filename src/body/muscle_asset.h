#pragma once
// The muscles and bones of one body as meshes, as they lie on disk: baked with the body, little-endian, versioned,
// sealed. Centimetres, the frame of asset.h. Left side only; the right side is the mirror image (x -> -x).

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "atlas/muscle_shapes.h"
#include "body/asset.h"
#include "body/fields.h"

namespace myomap {

inline constexpr int muscle_tints = 6;
inline constexpr int muscle_layers = 5;  // MuscleMesh::peel is below; what lies deeper counts with the deepest

struct MuscleMesh {
    std::string id;  // of the muscle in the atlas; of a tendon or bone its own
    ShapeKind kind = ShapeKind::muscle;
    Sheet sheet = Sheet::none;
    int peel = 0;                     // how many layers of muscle lie over it: 0 is seen first when the skin is gone
    int layer = 0;                    // how much flesh or bone does; tendons and skin muscles do not count
    int tint = 0;                     // 0 .. muscle_tints - 1; neighbours differ
    float depth_cm = 0;               // of its outer face under the skin, on average
    std::vector<std::uint16_t> over;  // the meshes that cover a tenth of it or more
    std::uint32_t first_vertex = 0, vertex_count = 0;  // in MuscleAsset's arrays
    std::uint32_t first_index = 0, index_count = 0;    // in MuscleAsset::triangles
    std::uint32_t first_coarse = 0, coarse_count = 0;  // in MuscleAsset::coarse
    glm::vec3 centroid{};                              // of the volume, cm
    float volume_cm3 = 0;
};

struct MuscleAsset {
    std::vector<MuscleMesh> meshes;  // muscles first, then tendons, then bones
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;        // unit, outward
    std::vector<glm::vec3> fibres;         // unit, along the fibres
    std::vector<glm::vec2> grain;          // cm across and along the fibres, for the texture of bundles
    std::vector<float> tendon;             // 0 flesh .. 1 tendon
    std::vector<std::uint32_t> triangles;  // 3 vertex indices each, counter-clockwise from outside; closed per part
    std::vector<std::uint32_t> coarse;     // a lighter mesh over the same vertices, for moving and for picking
    std::vector<SparseField> shadows;      // per mesh, see muscle_shadow; none at all until somebody works them out

    bool operator==(const MuscleAsset&) const = default;
};

inline constexpr std::uint32_t muscle_asset_version = 4;

// `key` names what the file was made from (see fields_key). An asset with another key is not read: nullopt-like empty
// meshes and `false`. Throws AssetError when the file is there but cut short or inconsistent.
bool read_muscle_asset(const std::filesystem::path& file, std::uint64_t key, MuscleAsset& into);

// Writes beside the target and renames. Throws FileError when it can't.
void write_muscle_asset(const std::filesystem::path& file, std::uint64_t key, const MuscleAsset& asset);

}  // namespace myomap
