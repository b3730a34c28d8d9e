#include "body/cells.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "body/nearest.h"

namespace myomap {

Cells::Cells(const std::vector<CoreSurface>& cores) {
    for (int part = 0; part < static_cast<int>(cores.size()); ++part) {
        const CoreSurface& core = cores[static_cast<size_t>(part)];
        const auto add = [&](size_t a, size_t b, size_t c) {
            elements_.push_back({part, core.positions[a], core.positions[b], core.positions[c], core.half_thickness[a],
                                 core.half_thickness[b], core.half_thickness[c]});
        };
        const int spans = core.closed ? core.rows : core.rows - 1;
        for (int r = 0; r < spans; ++r) {
            const int next = (r + 1) % core.rows;
            if (core.columns == 1) add(core.index(r, 0), core.index(next, 0), core.index(next, 0));
            for (int c = 0; c + 1 < core.columns; ++c) {
                add(core.index(r, c), core.index(next, c), core.index(r, c + 1));
                add(core.index(next, c), core.index(next, c + 1), core.index(r, c + 1));
            }
        }
    }
    glm::vec3 low{1e9f}, high{-1e9f};
    const auto box = [](const Element& e, glm::vec3& from, glm::vec3& to) {
        const float room = reach * std::max({e.half_a, e.half_b, e.half_c});
        from = min(min(e.a, e.b), e.c) - room;
        to = max(max(e.a, e.b), e.c) + room;
    };
    for (const Element& e : elements_) {
        glm::vec3 from, to;
        box(e, from, to);
        low = min(low, from);
        high = max(high, to);
    }
    if (elements_.empty()) low = high = glm::vec3{0};
    low_ = low;
    size_ = glm::ivec3(glm::ceil((high - low) / cell_cm)) + 1;

    const auto for_cells = [&](const Element& e, const auto& visit) {
        glm::vec3 from, to;
        box(e, from, to);
        const glm::ivec3 first((from - low_) / cell_cm), last((to - low_) / cell_cm);
        for (int z = first.z; z <= last.z; ++z)
            for (int y = first.y; y <= last.y; ++y)
                for (int x = first.x; x <= last.x; ++x) visit(cell({x, y, z}));
    };
    start_.assign(static_cast<size_t>(size_.x) * size_.y * size_.z + 1, 0);
    for (const Element& e : elements_) for_cells(e, [&](size_t i) { ++start_[i + 1]; });
    for (size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    list_.resize(start_.back());
    std::vector<std::uint32_t> fill(start_.begin(), start_.end() - 1);
    for (size_t i = 0; i < elements_.size(); ++i)
        for_cells(elements_[i], [&](size_t c) { list_[fill[c]++] = static_cast<std::uint32_t>(i); });
}

Cells::Nearest Cells::at(const glm::vec3& p, int part, const std::vector<bool>& ignored) const {
    Nearest nearest;
    const glm::ivec3 where(glm::floor((p - low_) / cell_cm));
    if (where.x < 0 || where.y < 0 || where.z < 0 || where.x >= size_.x || where.y >= size_.y || where.z >= size_.z)
        return nearest;
    const size_t c = cell(where);
    for (std::uint32_t i = start_[c]; i < start_[c + 1]; ++i) {
        const Element& e = elements_[list_[i]];
        const bool own = e.part == part;
        if (!own && !ignored.empty() && ignored[static_cast<size_t>(e.part)]) continue;
        float half, distance;
        if (e.b == e.c) {
            const glm::vec3 ab = e.b - e.a;
            const float t = std::clamp(dot(p - e.a, ab) / std::max(1e-8f, dot(ab, ab)), 0.f, 1.f);
            distance = glm::distance(p, e.a + t * ab);
            half = e.half_a + t * (e.half_b - e.half_a);
        } else {
            const glm::vec2 w = nearest_weights(p, e.a, e.b, e.c);
            distance = glm::distance(p, (1 - w.x - w.y) * e.a + w.x * e.b + w.y * e.c);
            half = (1 - w.x - w.y) * e.half_a + w.x * e.half_b + w.y * e.half_c;
        }
        const float value = distance / half;
        if (own) {
            nearest.own = std::min(nearest.own, value);
        } else if (value < nearest.other) {
            nearest.other = value;
            nearest.other_part = e.part;
        }
    }
    return nearest;
}

}  // namespace myomap
