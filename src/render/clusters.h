#pragma once
// Leaves out the triangles that a view can't show: those outside of it, and those that face away. A whole body draws
// little more than half of its triangles, a close-up of the head a fifth.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

#include "body/asset.h"

namespace myomap {

// From where a mesh is looked at.
struct Sight {
    glm::mat4 body_to_clip{1};         // orthographic
    glm::vec3 toward_viewer{0, 0, 1};  // unit
    bool both_faces = false;           // faces that look away are drawn, too
};

// A part of a mesh's indices.
struct IndexRange {
    std::uint32_t first, count;
};

// What may be seen of the clusters, in ascending order; nothing that is seen is missing.
std::vector<IndexRange> visible_ranges(std::span<const Cluster> clusters, const Sight& sight);

// The `part`th of `parts` about equal shares of the ranges.
std::vector<IndexRange> share_of(const std::vector<IndexRange>& ranges, int part, int parts);

}  // namespace myomap
