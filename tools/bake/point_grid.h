#pragma once
// Points sorted into cubes, to ask for those near a place.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <glm/common.hpp>
#include <glm/vec3.hpp>

namespace myomap {

class PointGrid {
public:
    // For points between lo and hi, and questions of a radius up to `cell`.
    PointGrid(glm::vec3 lo, glm::vec3 hi, float cell) : lo_(lo - cell), cell_(cell) {
        size_ = glm::ivec3((hi + cell - lo_) / cell) + 1;
        first_.assign(static_cast<std::size_t>(size_.x) * size_.y * size_.z, none);
    }

    void add(std::uint32_t id, glm::vec3 p) {
        std::uint32_t& first = first_[at(cube(p))];
        entries_.push_back({p, id, first});
        first = static_cast<std::uint32_t>(entries_.size() - 1);
    }

    // Calls visit(id, point) for every point in the cubes around p (some farther than one cell) until it returns true.
    template <class Visit>
    bool any_near(glm::vec3 p, Visit&& visit) const {
        const glm::ivec3 middle = cube(p);
        const glm::ivec3 from = glm::max(middle - 1, 0), to = glm::min(middle + 1, size_ - 1);
        for (int z = from.z; z <= to.z; ++z) {
            for (int y = from.y; y <= to.y; ++y) {
                for (int x = from.x; x <= to.x; ++x) {
                    for (std::uint32_t e = first_[at({x, y, z})]; e != none; e = entries_[e].next) {
                        if (visit(entries_[e].id, entries_[e].point)) return true;
                    }
                }
            }
        }
        return false;
    }

private:
    struct Entry {
        glm::vec3 point;
        std::uint32_t id;
        std::uint32_t next;
    };
    static constexpr std::uint32_t none = 0xffffffff;

    glm::ivec3 cube(glm::vec3 p) const { return glm::clamp(glm::ivec3((p - lo_) / cell_), glm::ivec3(0), size_ - 1); }
    std::size_t at(glm::ivec3 c) const {
        return (static_cast<std::size_t>(c.z) * size_.y + static_cast<std::size_t>(c.y)) * size_.x +
               static_cast<std::size_t>(c.x);
    }

    glm::vec3 lo_;
    float cell_;
    glm::ivec3 size_;
    std::vector<std::uint32_t> first_;
    std::vector<Entry> entries_;
};

}  // namespace myomap
