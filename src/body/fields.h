#pragma once
// The one mechanism that paints: a field is one number per skin vertex, 0..1. 0.5 is the painted border, so a stroke
// of radius r has its visible edge at r; the values fall along a ramp of up to 1.2 cm to either side.

#include <cstdint>
#include <span>
#include <vector>

#include "atlas/point_spec.h"
#include "body/body.h"

namespace myomap {

// Only the vertices above 0, rising by index; values quantised to 1/255.
struct SparseField {
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint8_t> values;

    bool empty() const { return vertices.empty(); }
    size_t size() const { return vertices.size(); }
    // 0..1; 0 for a vertex that is not listed. O(log n).
    float at(std::uint32_t vertex) const;

    bool operator==(const SparseField&) const = default;
};

// A stroke laid onto one body: points about a centimetre apart on the skin.
struct SkinPath {
    std::vector<SkinPoint> points;
    std::vector<float> radius_cm;  // per point
    bool through = false;
};

// Joins the skin points by a path that follows the skin, sampled about every centimetre; radii (one, or one per
// point) are interpolated along it.
SkinPath lay_on_skin(const Body& body, std::span<const SkinPoint> points, std::span<const float> radius_cm);
SkinPath lay_on_skin(const Body& body, const Stroke& stroke, Side side);

// The union (maximum) of the strokes. The distance from the path is gated by the angle between the vertex normal and
// the path's normal, so that a stroke on the palm leaves the back of the hand at 0; a `through` path has no gate.
SparseField paint(const Body& body, std::span<const SkinPath> paths);
SparseField paint(const Body& body, std::span<const Stroke> strokes, Side side);

// The same field on the other side of the body.
SparseField mirrored(const SkinAsset& skin, const SparseField& field);

// The maximum of both at every vertex.
SparseField unite(const SparseField& a, const SparseField& b);

}  // namespace myomap
