#include "find_accuracy/redraw.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "body/areas.h"

namespace myomap {

namespace {

constexpr float half_band_cm = 0.6f;  // of the ramp that is drawn around a new border

std::vector<float> dense(const Body& body, const SparseField& field) {
    std::vector<float> values(body.skin().positions.size(), 0.f);
    for (size_t i = 0; i < field.size(); ++i) values[field.vertices[i]] = static_cast<float>(field.values[i]) / 255.f;
    return values;
}

SparseField sparse(const std::vector<float>& values) {
    SparseField field;
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const auto value = static_cast<std::uint8_t>(std::lround(255 * values[v]));
        if (value == 0) continue;
        field.vertices.push_back(v);
        field.values.push_back(value);
    }
    return field;
}

// How far each vertex lies inside the border, cm, below 0 outside; infinite beyond `farthest`. The straight distance
// to the place of the border that a vertex is reached from over the mesh, so that it can't jump between fingers.
std::vector<float> depths(const Body& body, const std::vector<float>& values, float farthest) {
    const SkinAsset& skin = body.skin();
    struct Offer {
        float distance;
        std::uint32_t vertex;
        glm::vec3 from;
        bool operator>(const Offer& other) const { return distance > other.distance; }
    };
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> queue;
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        if (values[v] < 0.5f) continue;
        for (const std::uint32_t w : body.neighbours(v)) {
            if (values[w] >= 0.5f) continue;
            const float along = (values[v] - 0.5f) / (values[v] - values[w]);
            const glm::vec3 border = glm::mix(skin.positions[v], skin.positions[w], along);
            queue.push({glm::distance(border, skin.positions[v]), v, border});
            queue.push({glm::distance(border, skin.positions[w]), w, border});
        }
    }
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<float> distances(values.size(), infinity);
    while (!queue.empty()) {
        const Offer offer = queue.top();
        queue.pop();
        if (distances[offer.vertex] < infinity) continue;
        distances[offer.vertex] = offer.distance;
        for (const std::uint32_t next : body.neighbours(offer.vertex)) {
            const float distance = glm::distance(offer.from, skin.positions[next]);
            if (distances[next] == infinity && distance <= farthest) queue.push({distance, next, offer.from});
        }
    }
    for (size_t v = 0; v < values.size(); ++v)
        if (values[v] < 0.5f) distances[v] = -distances[v];
    return distances;
}

}  // namespace

SparseField grown(const Body& body, const SparseField& field, float cm) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const std::vector<float> inside = depths(body, dense(body, field), std::abs(cm) + 2 * half_band_cm);
    const std::vector<float> area = seen_vertex_areas(body.skin());
    if (cm < 0) {
        std::vector<std::pair<float, float>> by_depth;  // and the area there
        float whole = 0;
        for (size_t v = 0; v < inside.size(); ++v) {
            if (inside[v] < 0) continue;
            by_depth.emplace_back(inside[v], area[v]);
            whole += area[v];
        }
        std::ranges::sort(by_depth, std::greater{});
        float kept = 0;
        for (const auto& [depth, part] : by_depth) {
            kept += part;
            if (2 * kept < whole) continue;
            cm = std::max(cm, -depth);
            break;
        }
    }
    std::vector<float> values(inside.size(), 0.f);
    for (size_t v = 0; v < inside.size(); ++v)
        values[v] = inside[v] == infinity    ? 1
                    : inside[v] == -infinity ? 0
                                             : glm::clamp(0.5f + (inside[v] + cm) / (2 * half_band_cm), 0.f, 1.f);
    return sparse(values);
}

SparseField shifted(const Body& body, const SparseField& field, Toward toward, float cm) {
    const SkinAsset& skin = body.skin();
    const std::vector<float> before = dense(body, field);
    const std::vector<float> inside = depths(body, before, cm + 2);
    std::vector<float> values(before.size(), 0.f);
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        if (inside[v] == -std::numeric_limits<float>::infinity() && before[v] == 0) continue;
        const glm::vec3 normal = skin.normals[v];
        // On top of the head and under the feet, up is toward the face.
        const glm::vec3 head = std::abs(normal.y) < 0.9f ? glm::vec3{0, 1, 0} : glm::vec3{0, 0, 1};
        const glm::vec3 up = glm::normalize(head - glm::dot(head, normal) * normal);
        const glm::vec3 right = glm::cross(up, normal);
        const glm::vec3 way = toward == Toward::up     ? up
                              : toward == Toward::down ? -up
                              : toward == Toward::left ? -right
                                                       : right;
        const SkinPoint from = body.query().closest(skin.positions[v] - cm * way);
        const auto* corner = &skin.triangles[3 * size_t{from.triangle}];
        values[v] = (1 - from.u - from.v) * before[corner[0]] + from.u * before[corner[1]] + from.v * before[corner[2]];
    }
    return sparse(values);
}

float dice(const SparseField& a, const SparseField& b, const std::vector<float>& area) {
    float sizes = 0, common = 0;
    for (size_t i = 0; i < a.size(); ++i) sizes += area[a.vertices[i]] * static_cast<float>(a.values[i]);
    for (size_t i = 0; i < b.size(); ++i) sizes += area[b.vertices[i]] * static_cast<float>(b.values[i]);
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const std::uint32_t in_a = a.vertices[i], in_b = b.vertices[j];
        if (in_a == in_b) common += area[in_a] * static_cast<float>(std::min(a.values[i], b.values[j]));
        i += in_a <= in_b;
        j += in_b <= in_a;
    }
    return sizes > 0 ? 2 * common / sizes : 0;
}

}  // namespace myomap
