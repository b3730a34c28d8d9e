#include "body/soft_union.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace myomap {

namespace {

constexpr int rings = 5;    // of vertices round the area, which smoothing may reach
constexpr int rounds = 30;  // of smoothing; an edge of the skin is some half centimetre long

}  // namespace

SparseField soft_union(const SkinAsset& skin, std::span<const SparseField> fields) {
    std::vector<float> value(skin.positions.size(), 0.f);
    std::vector<bool> near(skin.positions.size(), false);
    // Where two regions meet each has its share of a vertex: together they are whole.
    for (const SparseField& field : fields)
        for (size_t i = 0; i < field.size(); ++i) {
            float& sum = value[field.vertices[i]];
            sum = std::min(1.f, sum + static_cast<float>(field.values[i]) / 255);
            near[field.vertices[i]] = true;
        }
    std::vector<bool> whole(value.size());
    for (size_t v = 0; v < value.size(); ++v) whole[v] = value[v] >= 0.5f;
    const auto corners_of = [&](size_t t) { return &skin.triangles[t]; };
    std::vector<size_t> triangles;
    for (int ring = 0; ring < rings; ++ring) {
        std::vector<bool> grown = near;
        triangles.clear();
        for (size_t t = 0; t + 2 < skin.triangles.size(); t += 3) {
            const std::uint32_t* corner = corners_of(t);
            if (!near[corner[0]] && !near[corner[1]] && !near[corner[2]]) continue;
            triangles.push_back(t);
            for (int i = 0; i < 3; ++i) grown[corner[i]] = true;
        }
        near = std::move(grown);
    }
    // Each vertex towards the mean of those round it; on both bodies alike, as both have the same triangles.
    std::vector<float> sum(value.size(), 0.f), count(value.size(), 0.f);
    for (int round = 0; round < rounds; ++round) {
        for (const size_t t : triangles)
            for (int i = 0; i < 3; ++i) sum[corners_of(t)[i]] = count[corners_of(t)[i]] = 0;
        for (const size_t t : triangles) {
            const std::uint32_t* corner = corners_of(t);
            for (int i = 0; i < 3; ++i) {
                sum[corner[i]] += value[corner[(i + 1) % 3]] + value[corner[(i + 2) % 3]];
                count[corner[i]] += 2;
            }
        }
        for (const size_t t : triangles)
            for (int i = 0; i < 3; ++i) {
                const std::uint32_t v = corners_of(t)[i];
                if (count[v] > 0) value[v] = 0.4f * value[v] + 0.6f * sum[v] / count[v], count[v] = 0;
            }
    }
    // Smoothing draws a border inwards where it is bent outwards. The level that encloses as much as before is the
    // border.
    std::vector<float> inside;
    size_t before = 0;
    for (const size_t t : triangles)
        for (int i = 0; i < 3; ++i) {
            const std::uint32_t v = corners_of(t)[i];
            if (count[v] < 0) continue;
            count[v] = -1;
            before += whole[v];
            inside.push_back(value[v]);
        }
    float level = 0.5f;
    if (before > 0 && before < inside.size()) {
        std::ranges::nth_element(inside, inside.begin() + static_cast<std::ptrdiff_t>(before), std::greater<>());
        level = std::clamp(inside[before], 0.1f, 0.9f);
    }
    for (float& each : value) each = each <= level ? 0.5f * each / level : 0.5f + 0.5f * (each - level) / (1 - level);
    SparseField area;
    for (std::uint32_t v = 0; v < value.size(); ++v) {
        const auto rounded = static_cast<std::uint8_t>(std::lround(255 * std::clamp(value[v], 0.f, 1.f)));
        if (rounded == 0) continue;
        area.vertices.push_back(v);
        area.values.push_back(rounded);
    }
    return area;
}

}  // namespace myomap
