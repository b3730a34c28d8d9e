#pragma once
// A round spot painted on a body's front, for tests of what is painted.

#include <algorithm>

#include <glm/geometric.hpp>

#include "body/body.h"
#include "body/fields.h"

namespace myomap::test {

// Around where a ray from the front meets the skin at (x, y), cm; by the straight distance.
inline SparseField front_patch(const Body& body, float x, float y, float radius_cm) {
    const glm::vec3 middle = body.query().raycast({x, y, 300}, {0, 0, -1})->position;
    SparseField field;
    const auto& positions = body.skin().positions;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        const float value = 127.5f + 106 * (radius_cm - distance(positions[v], middle));
        if (value < 1) continue;
        field.vertices.push_back(v);
        field.values.push_back(static_cast<std::uint8_t>(std::min(255.f, value)));
    }
    return field;
}

}  // namespace myomap::test
