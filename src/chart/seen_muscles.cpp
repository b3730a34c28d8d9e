#include "chart/seen_muscles.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

namespace myomap {

SeenMuscles seen_muscles(const MuscleAsset& asset, const std::vector<MuscleLook>& looks, const PictureView& view,
                         float spacing_px) {
    SeenMuscles seen;
    seen.spacing_px = spacing_px;
    seen.first = glm::vec2{view.rect.x, view.rect.y} + 0.5f * spacing_px;
    seen.size = {static_cast<int>(std::ceil(view.rect.width / spacing_px - 0.5f)),
                 static_cast<int>(std::ceil(view.rect.height / spacing_px - 0.5f))};
    if (seen.size.x <= 0 || seen.size.y <= 0) return seen;
    const size_t count = static_cast<size_t>(seen.size.x) * static_cast<size_t>(seen.size.y);
    seen.looks.assign(count, -1);
    std::vector<float> nearest(count, -view.camera.depth_cm);

    // From the body to the grid: columns, rows, cm towards the viewer.
    const float scale = pixels_per_cm(view) / spacing_px;
    const glm::mat3 turn = glm::mat3_cast(view.camera.orientation);
    glm::mat3 to_grid;
    for (int axis = 0; axis < 3; ++axis) to_grid[axis] = glm::vec3{scale, -scale, 1} * turn[axis];
    const glm::vec3 offset =
        glm::vec3{0.5f * view.rect.width / spacing_px - 0.5f, 0.5f * view.rect.height / spacing_px - 0.5f, 0} -
        to_grid * view.camera.target;

    // The first and the last of `count` columns or rows that lie within an edge's reach; clamped before they are whole
    // numbers, as a corner may lie anywhere.
    const auto first = [](float low, int count) {
        return static_cast<int>(std::ceil(std::clamp(low, 0.f, static_cast<float>(count))));
    };
    const auto last = [](float high, int count) {
        return static_cast<int>(std::floor(std::clamp(high, -1.f, static_cast<float>(count - 1))));
    };
    const auto draw = [&](const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, int look) {
        const int left = first(std::min({a.x, b.x, c.x}), seen.size.x);
        const int right = last(std::max({a.x, b.x, c.x}), seen.size.x);
        if (left > right) return;
        const int top = first(std::min({a.y, b.y, c.y}), seen.size.y);
        const int bottom = last(std::max({a.y, b.y, c.y}), seen.size.y);
        if (top > bottom) return;
        const auto area = [](const glm::vec3& p, const glm::vec3& q, float x, float y) {
            return (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x);
        };
        const float whole = area(a, b, c.x, c.y);
        if (whole >= 0) return;  // faces away: rows run downwards, so a face that is seen turns the other way round
        for (int row = top; row <= bottom; ++row) {
            for (int column = left; column <= right; ++column) {
                const float x = static_cast<float>(column), y = static_cast<float>(row);
                const float u = area(b, c, x, y) / whole, v = area(c, a, x, y) / whole;
                if (u < 0 || v < 0 || u + v > 1) continue;
                const float depth = u * a.z + v * b.z + (1 - u - v) * c.z;
                const size_t at = static_cast<size_t>(row * seen.size.x + column);
                if (depth > view.camera.reach_cm || depth <= nearest[at]) continue;
                nearest[at] = depth;
                seen.looks[at] = look;
            }
        }
    };
    for (size_t m = 0; m < asset.meshes.size(); ++m) {
        const MuscleMesh& mesh = asset.meshes[m];
        for (const bool mirrored : {false, true}) {
            const size_t look = 2 * m + (mirrored ? 1 : 0);
            if (look >= looks.size() || !looks[look].shown) continue;
            glm::mat3 side_to_grid = to_grid;
            if (mirrored) side_to_grid[0] = -side_to_grid[0];
            for (std::uint32_t i = mesh.first_coarse; i + 2 < mesh.first_coarse + mesh.coarse_count; i += 3) {
                const auto corner = [&](std::uint32_t n) {
                    return side_to_grid * asset.positions[asset.coarse[i + n]] + offset;
                };
                const glm::vec3 a = corner(0), b = corner(1), c = corner(2);
                if (mirrored)
                    draw(a, c, b, static_cast<int>(look));
                else
                    draw(a, b, c, static_cast<int>(look));
            }
        }
    }
    return seen;
}

}  // namespace myomap
