#include "study/over_skin.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "body/skin_ways.h"

namespace myomap {

float cm_over_skin(const Body& body, const SkinPoint& from, const SkinPoint& to) {
    constexpr float detour = 1.08f, near_cm = 2;
    const float straight = glm::distance(from.position, to.position);
    if (straight < near_cm) return straight;
    // A place on the right is a mirrored one, without a triangle of its own to start from.
    const SkinWays ways(body, body.query().closest(from.position));
    return std::max(straight, ways.length(body.query().closest(to.position).vertex) / detour);
}

}  // namespace myomap
