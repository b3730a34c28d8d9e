#include "body/muscle_tendons.h"

#include <algorithm>
#include <cmath>
#include <ranges>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace myomap {

namespace {

constexpr float touch_cm = 1.0f, beyond_cm = 5, most_beyond_cm = 4;
constexpr float in_line = 0.7f;  // cosine of what still lies ahead

auto vertices_of(const MuscleMesh& mesh) {
    return std::views::iota(mesh.first_vertex, mesh.first_vertex + mesh.vertex_count);
}

// Muscles of the face are kept for context too, and are flesh.
bool is_tendon(const MuscleAsset& asset, const MuscleMesh& mesh) {
    if (mesh.kind != ShapeKind::tendon || mesh.vertex_count == 0) return false;
    float sum = 0;
    for (const std::uint32_t v : vertices_of(mesh)) sum += asset.tendon[v];
    return sum > 0.9f * static_cast<float>(mesh.vertex_count);
}

bool lies_ahead(const glm::vec3& way, const glm::vec3& direction, float least, float most) {
    const float far = length(way), along = dot(way, direction);
    return along > least && far < most && along > in_line * far;
}

// A place where fibres end, and how they run there: they are written from origin to insertion, and a broad tendon that
// lies beside an origin is another's.
struct End {
    glm::vec3 at, direction;
};

std::vector<End> ends_of(const MuscleAsset& asset, const MuscleMesh& mesh) {
    std::vector<End> ends;
    for (const std::uint32_t v : vertices_of(mesh)) {
        const End end{asset.positions[v], asset.fibres[v]};
        if (std::ranges::none_of(vertices_of(mesh), [&](std::uint32_t w) {
                return lies_ahead(asset.positions[w] - end.at, end.direction, 0.4f, most_beyond_cm);
            }))
            ends.push_back(end);
    }
    return ends;
}

}  // namespace

std::vector<int> tendons_beyond(const MuscleAsset& asset, int index) {
    constexpr size_t fewest = 4;  // places, or they only touch in passing
    constexpr float least_share = 0.1f, aligned = 0.5f;
    const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(index)];
    if (mesh.kind != ShapeKind::muscle) return {};
    glm::vec3 low{1e9f}, high{-1e9f};
    for (const std::uint32_t v : vertices_of(mesh)) {
        low = min(low, asset.positions[v]);
        high = max(high, asset.positions[v]);
    }
    std::vector<End> ends;
    std::vector<int> found;
    for (int t = 0; t < static_cast<int>(asset.meshes.size()); ++t) {
        const MuscleMesh& tendon = asset.meshes[static_cast<size_t>(t)];
        if (!is_tendon(asset, tendon)) continue;
        if (std::ranges::none_of(vertices_of(tendon), [&](std::uint32_t w) {
                const glm::vec3 off = max(max(low - asset.positions[w], asset.positions[w] - high), glm::vec3{0});
                return dot(off, off) < touch_cm * touch_cm;
            }))
            continue;
        if (ends.empty()) ends = ends_of(asset, mesh);
        const auto going_on = static_cast<size_t>(std::ranges::count_if(ends, [&](const End& end) {
            bool touches = false, leads_on = false;
            for (const std::uint32_t w : vertices_of(tendon)) {
                const glm::vec3 way = asset.positions[w] - end.at;
                touches = touches || (dot(way, way) < touch_cm * touch_cm &&
                                      std::abs(dot(asset.fibres[w], end.direction)) > aligned);
                leads_on = leads_on || lies_ahead(way, end.direction, 1, beyond_cm);
                if (touches && leads_on) return true;
            }
            return false;
        }));
        if (going_on >= fewest && static_cast<float>(going_on) >= least_share * static_cast<float>(ends.size()))
            found.push_back(t);
    }
    return found;
}

}  // namespace myomap
