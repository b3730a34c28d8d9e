#include "body/anchor.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

// What rounding three weights may add up to beyond 1.
constexpr float weight_slack = 1e-4f;

float rounded(float weight) { return static_cast<float>(std::round(std::clamp(weight, 0.f, 1.f) * 1e5) / 1e5); }

}  // namespace

SkinTopology topology_of(const SkinAsset& skin) {
    return {skin.topology, static_cast<std::uint32_t>(skin.positions.size())};
}

std::string to_text(const SkinTopology& topology) {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(topology.hash));
    return text;
}

SkinAnchor anchor_of(const SkinPoint& point, const Body& body) {
    const auto* corner = &body.skin().triangles[3 * std::size_t{point.triangle}];
    std::array<std::pair<std::uint32_t, float>, 3> parts{
        {{corner[0], 1 - point.u - point.v}, {corner[1], point.u}, {corner[2], point.v}}};
    std::ranges::sort(parts);
    return {{parts[0].first, parts[1].first, parts[2].first}, rounded(parts[1].second), rounded(parts[2].second)};
}

bool is_valid(const SkinAnchor& anchor, const SkinTopology& topology) {
    const auto& [a, b, c] = anchor.vertices;
    return a < b && b < c && c < topology.vertices && anchor.second >= 0 && anchor.third >= 0 &&
           anchor.second + anchor.third <= 1 + weight_slack;  // no comparison holds for what is not a number
}

SkinPoint resolve(const SkinAnchor& anchor, const Body& body) {
    const SkinAsset& skin = body.skin();
    const std::array weights{1 - anchor.second - anchor.third, anchor.second, anchor.third};
    if (const auto triangle = body.query().triangle_with(anchor.vertices)) {
        const auto* corner = &skin.triangles[3 * std::size_t{*triangle}];
        const auto weight_of = [&](std::uint32_t vertex) {
            const auto at = std::ranges::find(anchor.vertices, vertex) - anchor.vertices.begin();
            return weights[static_cast<std::size_t>(at)];
        };
        return body.query().at(*triangle, weight_of(corner[1]), weight_of(corner[2]));
    }
    glm::vec3 position{}, normal{};
    for (std::size_t i = 0; i < 3; ++i) {
        position += weights[i] * skin.positions[anchor.vertices[i]];
        normal += weights[i] * skin.normals[anchor.vertices[i]];
    }
    SkinPoint point = body.query().closest(position);
    point.position = position;
    point.normal = length(normal) > 0 ? normalize(normal) : point.normal;
    return point;
}

}  // namespace myomap
