#include "bake/stipple.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include <glm/geometric.hpp>

#include "bake/point_grid.h"
#include "bake/surface.h"

namespace myomap {

namespace {

constexpr std::array spacings_cm{2.4f, 1.7f, 1.2f, 0.85f, 0.6f, 0.42f};
constexpr float throws_per_cm2 = 60.0f;  // enough that no gap of the finest spacing stays open

struct Throw {
    Dot dot;
    glm::vec3 point;
};

// Random places, equally likely everywhere on the outer skin.
std::vector<Throw> throw_darts(const SkinAsset& skin, const std::vector<bool>& inside) {
    std::vector<std::uint32_t> outer;
    std::vector<double> area_up_to;
    double area = 0;
    for (std::uint32_t t = 0; t < skin.triangles.size() / 3; ++t) {
        const std::uint32_t a = skin.triangles[3 * t], b = skin.triangles[3 * t + 1], c = skin.triangles[3 * t + 2];
        if (inside[a] || inside[b] || inside[c]) continue;
        const glm::vec3 origin = skin.positions[a];
        area += 0.5 * glm::length(glm::cross(skin.positions[b] - origin, skin.positions[c] - origin));
        outer.push_back(t);
        area_up_to.push_back(area);
    }

    // The standard fixes this engine's numbers but not those of its distributions: scaled here, so that every
    // compiler bakes the same dots.
    std::mt19937 engine(20240229);
    const auto random = [&engine] { return static_cast<double>(engine()) / 4294967296.0; };
    std::vector<Throw> darts(outer.empty() ? 0 : static_cast<std::size_t>(area * throws_per_cm2));
    for (Throw& dart : darts) {
        const auto at = std::upper_bound(area_up_to.begin(), area_up_to.end(), random() * area) - area_up_to.begin();
        const std::uint32_t t = outer[std::min(static_cast<std::size_t>(at), outer.size() - 1)];
        float u = static_cast<float>(random()), v = static_cast<float>(random());
        if (u + v > 1) {
            u = 1 - u;
            v = 1 - v;
        }
        dart.dot = {t, u, v};
        dart.point = (1 - u - v) * skin.positions[skin.triangles[3 * t]] +
                     u * skin.positions[skin.triangles[3 * t + 1]] + v * skin.positions[skin.triangles[3 * t + 2]];
    }
    return darts;
}

}  // namespace

void scatter_dots(SkinAsset& skin, const std::vector<bool>& inside) {
    skin.dots.clear();
    skin.dot_levels.clear();
    const std::vector<Throw> darts = throw_darts(skin, inside);
    const auto [lo, hi] = bounds(skin.positions);
    std::vector<glm::vec3> places;
    for (float spacing : spacings_cm) {
        PointGrid grid(lo, hi, spacing);
        for (std::uint32_t i = 0; i < places.size(); ++i) grid.add(i, places[i]);
        for (const Throw& dart : darts) {
            const bool crowded = grid.any_near(
                dart.point, [&](std::uint32_t, glm::vec3 p) { return glm::distance(p, dart.point) < spacing; });
            if (crowded) continue;
            grid.add(static_cast<std::uint32_t>(places.size()), dart.point);
            places.push_back(dart.point);
            skin.dots.push_back(dart.dot);
        }
        skin.dot_levels.push_back({spacing, static_cast<std::uint32_t>(skin.dots.size())});
    }
}

}  // namespace myomap
