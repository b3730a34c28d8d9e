#pragma once
// How open to light, and to the six standard views, every vertex of a closed skin is.

#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

namespace myomap {

struct Openness {
    std::vector<float> occlusion;            // 0 = dark crease, 1 = open; see SkinAsset::occlusion
    std::vector<std::uint8_t> visible_from;  // bit per StandardView
};

// Positions in cm, triangles counter-clockwise from outside, unit normals. Throws BakeError when the ray tracer can't
// start.
Openness measure_openness(const std::vector<std::uint32_t>& triangles, const std::vector<glm::vec3>& positions,
                          const std::vector<glm::vec3>& normals);

}  // namespace myomap
