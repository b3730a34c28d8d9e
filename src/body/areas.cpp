#include "body/areas.h"

#include <algorithm>
#include <array>
#include <functional>

#include <glm/geometric.hpp>

namespace myomap {

float triangle_area(const SkinAsset& skin, std::size_t first_corner) {
    const auto* corner = &skin.triangles[first_corner];
    const glm::vec3 a = skin.positions[corner[0]];
    return 0.5f * glm::length(glm::cross(skin.positions[corner[1]] - a, skin.positions[corner[2]] - a));
}

std::vector<float> vertex_areas(const SkinAsset& skin) {
    std::vector<float> areas(skin.positions.size(), 0.f);
    for (std::size_t t = 0; t < skin.triangles.size(); t += 3) {
        const float third = triangle_area(skin, t) / 3;
        for (std::size_t i = 0; i < 3; ++i) areas[skin.triangles[t + i]] += third;
    }
    return areas;
}

std::vector<float> seen_vertex_areas(const SkinAsset& skin) {
    constexpr float inside = 0.3f;  // of open sky; less is a fold
    constexpr float chin = 0.85f;   // of the height: what no view sees above it is mouth or socket
    float height = 0;
    for (const glm::vec3& position : skin.positions) height = std::max(height, position.y);
    std::vector<float> areas = vertex_areas(skin);
    for (std::size_t v = 0; v < areas.size(); ++v)
        if (!skin.visible_from[v] && (skin.occlusion[v] < inside || skin.positions[v].y > chin * height)) areas[v] = 0;
    return areas;
}

namespace {

// The share of a triangle where what is linear over it, with these values at the corners, is at least one half.
float share_inside(std::array<float, 3> values) {
    constexpr float border = 0.5f;
    std::ranges::sort(values, std::greater());
    const auto [most, middle, least] = values;
    if (most < border) return 0;
    if (least >= border) return 1;
    if (middle < border) return (most - border) * (most - border) / ((most - middle) * (most - least));
    return 1 - (border - least) * (border - least) / ((most - least) * (middle - least));
}

}  // namespace

std::vector<float> covered_areas(const SkinAsset& skin, const SparseField& field, const std::vector<float>& seen) {
    std::vector<float> values(skin.positions.size(), 0.f), covered(skin.positions.size(), 0.f);
    for (std::size_t i = 0; i < field.size(); ++i)
        values[field.vertices[i]] = static_cast<float>(field.values[i]) / 255.f;
    for (std::size_t t = 0; t < skin.triangles.size(); t += 3) {
        const auto* corner = &skin.triangles[t];
        const std::array at{values[corner[0]], values[corner[1]], values[corner[2]]};
        if (std::ranges::max(at) < 0.5f) continue;
        const float third = share_inside(at) * triangle_area(skin, t) / 3;
        for (std::size_t i = 0; i < 3; ++i)
            if (seen[corner[i]] > 0) covered[corner[i]] += third;
    }
    return covered;
}

}  // namespace myomap
