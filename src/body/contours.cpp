#include "body/contours.h"

#include <algorithm>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

constexpr float border = 127.5f;

// An edge of the mesh that the border crosses, by its vertices, the lower one first.
using Edge = std::uint64_t;

Edge edge(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b); }

}  // namespace

std::vector<Contour> contours(const SkinAsset& skin, const SparseField& field) {
    std::vector<std::uint8_t> values(skin.positions.size(), 0);
    for (size_t i = 0; i < field.size(); ++i) values[field.vertices[i]] = field.values[i];

    // Within a triangle the border enters by the edge that leads outward and leaves by the one that leads back in, so
    // that neighbours hand it on.
    std::unordered_map<Edge, Edge> next;
    std::unordered_map<Edge, bool> entered;
    for (size_t t = 0; t + 2 < skin.triangles.size(); t += 3) {
        const auto* corner = &skin.triangles[t];
        const bool inside[] = {values[corner[0]] >= border, values[corner[1]] >= border, values[corner[2]] >= border};
        if (inside[0] == inside[1] && inside[1] == inside[2]) continue;
        Edge outward = 0, inward = 0;
        for (int i = 0; i < 3; ++i) {
            const int k = (i + 1) % 3;
            if (inside[i] && !inside[k]) outward = edge(corner[i], corner[k]);
            if (!inside[i] && inside[k]) inward = edge(corner[i], corner[k]);
        }
        next[outward] = inward;
        entered[inward] = true;
    }

    std::vector<Edge> starts, all;
    for (const auto& [from, to] : next) {
        all.push_back(from);
        if (!entered.contains(from)) starts.push_back(from);
    }
    // The map's order is the library's; a picture must not depend on it.
    std::ranges::sort(starts);
    std::ranges::sort(all);
    starts.insert(starts.end(), all.begin(), all.end());

    std::vector<Contour> result;
    for (const Edge start : starts) {
        Contour contour;
        Edge at = start;
        for (auto step = next.find(at); step != next.end(); step = next.find(at)) {
            const auto a = static_cast<std::uint32_t>(at >> 32), b = static_cast<std::uint32_t>(at);
            const float share = (border - values[a]) / (static_cast<float>(values[b]) - values[a]);
            contour.points.push_back(mix(skin.positions[a], skin.positions[b], share));
            contour.vertices.push_back(a);
            contour.normals.push_back(normalize(mix(skin.normals[a], skin.normals[b], share)));
            at = step->second;
            next.erase(step);
        }
        contour.closed = at == start;
        if (contour.points.size() > 2) result.push_back(std::move(contour));
    }
    return result;
}

}  // namespace myomap
