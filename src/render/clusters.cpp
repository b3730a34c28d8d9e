#include "render/clusters.h"

#include <algorithm>

#include <glm/common.hpp>
#include <glm/mat3x3.hpp>

namespace myomap {

std::vector<IndexRange> visible_ranges(std::span<const Cluster> clusters, const Sight& sight) {
    constexpr float slack = 1e-3f;  // for rounding
    const glm::mat3 turn{sight.body_to_clip};
    const glm::vec3 offset{sight.body_to_clip[3]};
    const glm::mat3 sizes{abs(turn[0]), abs(turn[1]), abs(turn[2])};
    std::vector<IndexRange> ranges;
    for (const Cluster& cluster : clusters) {
        // No normal can look more toward the viewer than this.
        const glm::vec3 most = max(cluster.low_normal * sight.toward_viewer, cluster.high_normal * sight.toward_viewer);
        if (!sight.both_faces && most.x + most.y + most.z < 0) continue;
        const glm::vec3 middle = 0.5f * (cluster.low + cluster.high), reach = 0.5f * (cluster.high - cluster.low);
        const glm::vec3 nearest = abs(turn * middle + offset) - sizes * reach;
        if (std::max({nearest.x, nearest.y, nearest.z}) > 1 + slack) continue;
        if (!ranges.empty() && ranges.back().first + ranges.back().count == cluster.first)
            ranges.back().count += cluster.count;
        else
            ranges.push_back({cluster.first, cluster.count});
    }
    return ranges;
}

std::vector<IndexRange> share_of(const std::vector<IndexRange>& ranges, int part, int parts) {
    std::uint32_t triangles = 0;
    for (const IndexRange& range : ranges) triangles += range.count / 3;
    const auto start = [&](int of) {
        return 3 * static_cast<std::uint32_t>(std::uint64_t{triangles} * static_cast<std::uint64_t>(of) /
                                              static_cast<std::uint64_t>(parts));
    };
    const std::uint32_t from = start(part), to = start(part + 1);
    std::vector<IndexRange> result;
    std::uint32_t before = 0;
    for (const IndexRange& range : ranges) {
        const std::uint32_t low = std::max(from, before), high = std::min(to, before + range.count);
        if (low < high) result.push_back({range.first + low - before, high - low});
        before += range.count;
    }
    return result;
}

}  // namespace myomap
