#pragma once
// Which core owns a place: the nearest one, measured in its own half thicknesses. Private to muscle packing.

#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

#include "body/core_surface.h"

namespace myomap {

class Cells {
public:
    // Farther from a core than this many half thicknesses nothing is said.
    static constexpr float reach = 1.6f;

    struct Nearest {
        float own = reach;    // distance to the asked part's core in half thicknesses
        float other = reach;  // to the nearest other part's
        int other_part = -1;
    };

    explicit Cells(const std::vector<CoreSurface>& cores);

    // `ignored` are parts that do not count as others; may be empty or have one entry per part.
    Nearest at(const glm::vec3& p, int part, const std::vector<bool>& ignored = {}) const;

private:
    struct Element {  // a triangle of a core, or a line's segment (c == b)
        int part;
        glm::vec3 a, b, c;
        float half_a, half_b, half_c;
    };
    static constexpr float cell_cm = 1;

    std::vector<Element> elements_;
    glm::vec3 low_{0};
    glm::ivec3 size_{0};
    std::vector<std::uint32_t> start_, list_;

    size_t cell(const glm::ivec3& at) const {
        return (static_cast<size_t>(at.z) * size_.y + static_cast<size_t>(at.y)) * size_.x + static_cast<size_t>(at.x);
    }
};

}  // namespace myomap
