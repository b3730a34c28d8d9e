#pragma once
// The nearest point of a triangle.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace myomap {

// Barycentric weights (of b and c) of the triangle's point nearest to p (Ericson, Real-Time Collision
// Detection, 5.1.5).
glm::vec2 nearest_weights(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b, const glm::vec3& c);

}  // namespace myomap
