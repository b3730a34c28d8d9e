#pragma once
// A place on the skin that can be kept: in a file, from one body to the other, from one bake to the next. It names
// vertices, which the bake numbers by the source mesh; triangles are numbered as a graphics card likes them, and each
// bake may do so anew.

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "body/body.h"

namespace myomap {

// Three corners of one face of the skin, in rising order, so that the same place is the same anchor whatever triangle
// it was met in; and the weights of the second and third, from 0, together at most 1.
struct SkinAnchor {
    std::array<std::uint32_t, 3> vertices{};
    float second = 0, third = 0;

    bool operator==(const SkinAnchor&) const = default;
};

// What anchors refer to. Two bodies, or two bakes, with the same topology give every anchor the same place.
struct SkinTopology {
    std::uint64_t hash = 0;      // see SkinAsset::topology
    std::uint32_t vertices = 0;  // an anchor's vertices are below

    bool operator==(const SkinTopology&) const = default;
};

SkinTopology topology_of(const SkinAsset& skin);
std::string to_text(const SkinTopology& topology);  // the hash, 16 hexadecimal digits

// The place of a ray hit or any other point of the body's skin. Weights are rounded to a hundred-thousandth, some
// 0.1 micrometre, so that they stay short when they are written down.
SkinAnchor anchor_of(const SkinPoint& point, const Body& body);

// Vertices below the topology's number, all three different, rising; finite weights within their range.
bool is_valid(const SkinAnchor& anchor, const SkinTopology& topology);

// The place on any body of the topology. `anchor` must be valid. Where this bake split the face along its other
// diagonal, position and normal are the anchor's own, and the triangle is the nearest.
SkinPoint resolve(const SkinAnchor& anchor, const Body& body);

}  // namespace myomap
