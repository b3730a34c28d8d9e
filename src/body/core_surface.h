#pragma once
// ShapePart -> the middle surface of a muscle (its core) on one body: a grid of points along and across the fibres with
// the half thickness at each. The muscle is what lies within that distance of the core; a rounded bar's core is a line.

#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "atlas/muscle_shapes.h"
#include "body/body.h"

namespace myomap {

// Row-major: `rows` along the fibres from origin to insertion, `columns` across them (1: a line). cm, left side.
struct CoreSurface {
    int rows = 0, columns = 0;
    bool closed = false;  // the last row is joined to the first
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> facing;      // unit, across the flat face
    std::vector<glm::vec3> lateral;     // unit, along the width, at a right angle to `facing`
    std::vector<float> half_thickness;  // cm, above 0
    std::vector<float> fullness;        // share of it that the muscle may take: less at a rounded end
    std::vector<float> along_cm;        // per row: way from the first row
    float width_cm = 0;                 // the greatest, of the core and its rims
    float moved_cm = 0;                 // how far the skin pushed the core inwards, at most

    size_t index(int row, int column) const { return static_cast<size_t>(row) * columns + static_cast<size_t>(column); }
    float length_cm() const { return along_cm.empty() ? 0 : along_cm.back(); }
};

// Along the fibres, over which an end of this half width is rounded off (body/muscle_ends.h), and the radius of its
// corners: a tendon's end is half an ellipse, a broad sheet's has small corners. A core has rows there that are near
// enough to show it.
float end_radius(float half_width_cm);
float end_room(float half_width_cm);

// How far a point lies under the skin, cm; below 0 outside of the body.
float depth_under_skin(const Body& body, const glm::vec3& p);

// What is wrong with the part on this body, in words for the author ("curves that cross"): fibres that cross, a part of
// no length. "" when it can be built.
Message shape_fault(const Body& body, const ShapePart& part);

// The core; the part must have no fault. Points nearer to the skin than `margin_cm` are moved under it. With
// `fine_ends` rows lie closer at either end.
CoreSurface core_surface(const Body& body, const ShapePart& part, float margin_cm, bool fine_ends = false);

}  // namespace myomap
