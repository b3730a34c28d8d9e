#pragma once
// Square cells over a part of a picture: which of them a place, a box or a triangle takes.

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/vec2.hpp>

#include "chart/picture.h"

namespace myomap {

// Pixels; cells by column and row, from the top left.
class ViewGrid {
public:
    ViewGrid(const Rect& area, float cell_px)
        : area_(area),
          cell_px_(cell_px),
          size_(std::max(1, static_cast<int>(std::ceil(area.width / cell_px))),
                std::max(1, static_cast<int>(std::ceil(area.height / cell_px)))) {}

    const Rect& area() const { return area_; }
    float cell_px() const { return cell_px_; }
    glm::ivec2 size() const { return size_; }
    size_t count() const { return static_cast<size_t>(size_.x) * static_cast<size_t>(size_.y); }
    bool holds(glm::ivec2 cell) const { return cell.x >= 0 && cell.y >= 0 && cell.x < size_.x && cell.y < size_.y; }
    size_t index(glm::ivec2 cell) const {
        return static_cast<size_t>(cell.y) * static_cast<size_t>(size_.x) + static_cast<size_t>(cell.x);
    }

    // One outside the grid for a place outside of it.
    glm::ivec2 cell(glm::vec2 at) const {
        // Clamped before they are whole numbers, as a place may lie anywhere.
        return glm::ivec2(
            glm::clamp(glm::floor((at - glm::vec2{area_.x, area_.y}) / cell_px_), glm::vec2{-1}, glm::vec2(size_)));
    }

    glm::vec2 middle(glm::ivec2 cell) const {
        return glm::vec2{area_.x, area_.y} + cell_px_ * (glm::vec2(cell) + 0.5f);
    }

    // The cells that a box touches, from `low` to `high`, both included; none where low lies beyond high.
    struct Range {
        glm::ivec2 low, high;
    };
    Range range(glm::vec2 low, glm::vec2 high) const {
        return {max(cell(low), glm::ivec2{0}), min(cell(high), size_ - 1)};
    }

    // Calls with every cell of which the middle or a corner lies in the triangle.
    template <class Each>
    void each_in(glm::vec2 a, glm::vec2 b, glm::vec2 c, Each&& each) const {
        const Range range = this->range(min(a, min(b, c)), max(a, max(b, c)));
        const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
            return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        };
        for (int row = range.low.y; row <= range.high.y; ++row) {
            for (int column = range.low.x; column <= range.high.x; ++column) {
                for (const glm::vec2 in : {glm::vec2{0.5f, 0.5f}, {0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                    const glm::vec2 p = glm::vec2{area_.x, area_.y} + cell_px_ * (glm::vec2{column, row} + in);
                    const float u = side(a, b, p), v = side(b, c, p), w = side(c, a, p);
                    if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) continue;
                    each(glm::ivec2{column, row});
                    break;
                }
            }
        }
        // One that lies between the middles of cells.
        if (const glm::ivec2 middle = cell((a + b + c) / 3.f); holds(middle)) each(middle);
    }

private:
    Rect area_;
    float cell_px_;
    glm::ivec2 size_;
};

}  // namespace myomap
