#pragma once
// How far places are from the surfaces of cores, each thought as thick as it was written. Private to muscle packing.

#include <vector>

#include <glm/vec3.hpp>

#include "body/core_surface.h"

namespace myomap {

class CoreDistance {
public:
    struct Nearest {
        float gap = 1e9f;  // to the surface, cm; below 0 inside
        glm::vec3 at{};    // on the core
    };

    // `cores` must outlive it.
    explicit CoreDistance(const std::vector<CoreSurface>& cores);

    // False where the part is surely farther than `cm`; costs next to nothing.
    bool may_be_near(size_t part, const glm::vec3& p, float cm) const;
    Nearest nearest(size_t part, const glm::vec3& p) const;

private:
    const std::vector<CoreSurface>& cores_;
    std::vector<glm::vec3> low_, high_;
};

}  // namespace myomap
