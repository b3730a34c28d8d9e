#pragma once
// Sorts triangles into clusters (see Cluster in body/asset.h) that face much alike and lie near each other.

#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

#include "body/asset.h"

namespace myomap {

struct ClusterOrder {
    std::vector<std::uint32_t> triangles;  // which triangle comes first, second ...
    std::vector<std::uint32_t> sizes;      // triangles of each cluster
};

// What faces alike lies together, within that from the head down by cells of `cell_cm`; within a cluster the order
// stays.
ClusterOrder order_in_clusters(const std::vector<std::uint32_t>& triangles, const std::vector<glm::vec3>& positions,
                               float cell_cm);

// The same triangles in the order.
std::vector<std::uint32_t> in_order(const std::vector<std::uint32_t>& triangles, const ClusterOrder& order);

// The clusters of triangles that are in order, for one body's positions.
std::vector<Cluster> bound_clusters(const std::vector<std::uint32_t>& sizes,
                                    const std::vector<std::uint32_t>& triangles,
                                    const std::vector<glm::vec3>& positions);

}  // namespace myomap
