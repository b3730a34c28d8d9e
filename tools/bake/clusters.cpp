#include "bake/clusters.h"

#include <algorithm>
#include <numeric>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace myomap {

namespace {

glm::vec3 normal_of(const std::uint32_t* corner, const std::vector<glm::vec3>& positions) {
    const glm::vec3& a = positions[corner[0]];
    const glm::vec3 across = cross(positions[corner[1]] - a, positions[corner[2]] - a);
    const float size = length(across);
    return size > 0 ? across / size : glm::vec3{0};
}

// The signs of a normal and its longest coordinate: 24 directions.
std::uint32_t direction_of(const glm::vec3& normal) {
    const glm::vec3 size = abs(normal);
    const std::uint32_t longest = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    return longest << 3 | (normal.z < 0 ? 4u : 0u) | (normal.x < 0 ? 2u : 0u) | (normal.y < 0 ? 1u : 0u);
}

}  // namespace

ClusterOrder order_in_clusters(const std::vector<std::uint32_t>& triangles, const std::vector<glm::vec3>& positions,
                               float cell_cm) {
    const std::size_t count = triangles.size() / 3;
    std::vector<std::uint32_t> keys(count);
    for (std::size_t t = 0; t < count; ++t) {
        const std::uint32_t* corner = &triangles[3 * t];
        const glm::vec3 middle = (positions[corner[0]] + positions[corner[1]] + positions[corner[2]]) / 3.f;
        const glm::uvec3 cell{clamp(floor(middle / cell_cm) + 32.f, 0.f, 63.f)};
        keys[t] = direction_of(normal_of(corner, positions)) << 18 | (63 - cell.y) << 12 | cell.x << 6 | cell.z;
    }
    ClusterOrder order;
    order.triangles.resize(count);
    std::iota(order.triangles.begin(), order.triangles.end(), 0u);
    std::ranges::stable_sort(order.triangles, {}, [&](std::uint32_t t) { return keys[t]; });
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || keys[order.triangles[i]] != keys[order.triangles[i - 1]]) order.sizes.push_back(0);
        ++order.sizes.back();
    }
    return order;
}

std::vector<std::uint32_t> in_order(const std::vector<std::uint32_t>& triangles, const ClusterOrder& order) {
    std::vector<std::uint32_t> sorted;
    sorted.reserve(triangles.size());
    for (const std::uint32_t t : order.triangles)
        for (std::size_t corner = 0; corner < 3; ++corner) sorted.push_back(triangles[3 * std::size_t{t} + corner]);
    return sorted;
}

std::vector<Cluster> bound_clusters(const std::vector<std::uint32_t>& sizes,
                                    const std::vector<std::uint32_t>& triangles,
                                    const std::vector<glm::vec3>& positions) {
    std::vector<Cluster> clusters;
    std::uint32_t first = 0;
    for (const std::uint32_t size : sizes) {
        Cluster cluster{first, 3 * size, glm::vec3{1e9f}, glm::vec3{-1e9f}, glm::vec3{1}, glm::vec3{-1}};
        for (std::uint32_t i = first; i < first + cluster.count; i += 3) {
            for (std::uint32_t corner = i; corner < i + 3; ++corner) {
                cluster.low = min(cluster.low, positions[triangles[corner]]);
                cluster.high = max(cluster.high, positions[triangles[corner]]);
            }
            const glm::vec3 normal = normal_of(&triangles[i], positions);
            cluster.low_normal = min(cluster.low_normal, normal);
            cluster.high_normal = max(cluster.high_normal, normal);
        }
        clusters.push_back(cluster);
        first += cluster.count;
    }
    return clusters;
}

}  // namespace myomap
