#pragma once
// Where the border of a field runs on the skin: for borders drawn as lines.

#include <vector>

#include "body/fields.h"

namespace myomap {

// One line of the border, the painted side on its left seen from outside. It runs through the triangles' edges.
struct Contour {
    std::vector<glm::vec3> points;        // cm; of a closed one the first is not repeated
    std::vector<glm::vec3> normals;       // unit, of the skin there
    std::vector<std::uint32_t> vertices;  // of the skin, one beside each point
    bool closed = false;
};

std::vector<Contour> contours(const SkinAsset& skin, const SparseField& field);

}  // namespace myomap
