#include "body/core_distance.h"

#include <algorithm>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "body/nearest.h"

namespace myomap {

CoreDistance::CoreDistance(const std::vector<CoreSurface>& cores) : cores_(cores) {
    for (const CoreSurface& core : cores) {
        glm::vec3 low{1e9f}, high{-1e9f};
        for (size_t i = 0; i < core.positions.size(); ++i) {
            low = min(low, core.positions[i] - core.half_thickness[i]);
            high = max(high, core.positions[i] + core.half_thickness[i]);
        }
        low_.push_back(low);
        high_.push_back(high);
    }
}

bool CoreDistance::may_be_near(size_t part, const glm::vec3& p, float cm) const {
    return glm::distance(p, clamp(p, low_[part], high_[part])) <= cm;
}

CoreDistance::Nearest CoreDistance::nearest(size_t part, const glm::vec3& p) const {
    const CoreSurface& core = cores_[part];
    Nearest best;
    const auto look = [&](size_t a, size_t b, size_t c) {
        const glm::vec3 &pa = core.positions[a], &pb = core.positions[b], &pc = core.positions[c];
        glm::vec2 w{0};
        if (b == c) {
            const glm::vec3 ab = pb - pa;
            w.x = std::clamp(dot(p - pa, ab) / std::max(1e-8f, dot(ab, ab)), 0.f, 1.f);
        } else {
            w = nearest_weights(p, pa, pb, pc);
        }
        const glm::vec3 q = (1 - w.x - w.y) * pa + w.x * pb + w.y * pc;
        const float half =
            (1 - w.x - w.y) * core.half_thickness[a] + w.x * core.half_thickness[b] + w.y * core.half_thickness[c];
        const float gap = glm::distance(p, q) - half;
        if (gap < best.gap) best = {gap, q};
    };
    const int spans = core.closed ? core.rows : core.rows - 1;
    for (int r = 0; r < spans; ++r) {
        const int next = (r + 1) % core.rows;
        if (core.columns == 1) look(core.index(r, 0), core.index(next, 0), core.index(next, 0));
        for (int c = 0; c + 1 < core.columns; ++c) {
            look(core.index(r, c), core.index(next, c), core.index(r, c + 1));
            look(core.index(next, c), core.index(next, c + 1), core.index(r, c + 1));
        }
    }
    return best;
}

}  // namespace myomap
