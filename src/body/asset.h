#pragma once
// The baked body as it lies on disk. Written by tools/bake, read by the program; one file per body, little-endian,
// versioned and sealed (base/sealed_file.h). Frame and units of everything: centimetres, floor at y = 0, x to the
// body's left, y up, z anterior.

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include <glm/vec3.hpp>

#include "base/failure.h"

namespace myomap {

enum class BodyId { adult_male, adult_female };

inline constexpr std::array body_ids{BodyId::adult_male, BodyId::adult_female};

const char* to_text(BodyId id);  // "adult_male"

// Bit i of SkinAsset::visible_from: the vertex is seen (faces and is not hidden) from that standard side.
enum class StandardView { anterior, posterior, left, right, superior, inferior };
inline constexpr int standard_view_count = 6;

// One point of the stipple: a place on the skin.
struct Dot {
    std::uint32_t triangle;  // index of the triangle (not of its first corner)
    float u, v;              // barycentric weights of the triangle's second and third corner
};

// The dots of one density, no two of them closer than the spacing. Levels are nested: level k is the first
// `count` dots of SkinAsset::dots, so dots never move when the picture is scaled, more only join in.
struct DotLevel {
    float spacing_cm;
    std::uint32_t count;
};

// Triangles that lie near each other and face much alike, so that a view can tell at once that it shows none of them.
struct Cluster {
    std::uint32_t first, count;         // of the indices, three a triangle
    glm::vec3 low, high;                // corners of the box around them, cm
    glm::vec3 low_normal, high_normal;  // between which their unit normals lie, each coordinate by itself
};

struct SkinAsset {
    std::vector<glm::vec3> positions;        // per vertex, Catmull-Clark refined once
    std::vector<glm::vec3> normals;          // unit, outward
    std::vector<float> occlusion;            // ambient occlusion, 0 = dark crease, 1 = open
    std::vector<std::uint8_t> visible_from;  // see StandardView
    std::vector<std::uint32_t> triangles;    // 3 vertex indices each, counter-clockwise from outside
    std::vector<std::uint32_t> coarse;       // the unrefined body over the same vertices: light mesh while moving
    std::vector<Cluster> clusters;           // of the triangles, in their order; they cover all of them
    std::vector<Cluster> coarse_clusters;    // the same of `coarse`
    std::vector<std::uint32_t> mirror;       // the vertex on the other side; itself on the midline
    std::vector<Dot> dots;                   // stipple places, coarsest level first
    std::vector<DotLevel> dot_levels;        // spacing falling, count rising; last count == dots.size()

    // Names how vertices are numbered and joined into faces, whatever way these are split into triangles, and in
    // whatever order they are drawn: where it is the same, a vertex number means the same place of the body.
    std::uint64_t topology = 0;
};

struct AssetError : Failure {
    using Failure::Failure;
};

inline constexpr std::uint32_t skin_asset_version = 4;

// Throws AssetError (one sentence that names the file and says what to do) when the file is missing, cut short, of
// another version, or inconsistent (an index out of range).
SkinAsset read_skin_asset(const std::filesystem::path& file);

// Writes beside the target and renames. Throws FileError when it can't, AssetError when the skin is inconsistent.
void write_skin_asset(const std::filesystem::path& file, const SkinAsset& skin);

}  // namespace myomap
