#include "bake/surface.h"

#include <algorithm>

#include <meshoptimizer.h>
#include <glm/geometric.hpp>

#include "bake/point_grid.h"

namespace myomap {

std::pair<glm::vec3, glm::vec3> bounds(const std::vector<glm::vec3>& points) {
    glm::vec3 lo = points.at(0), hi = lo;
    for (glm::vec3 p : points) {
        lo = glm::min(lo, p);
        hi = glm::max(hi, p);
    }
    return {lo, hi};
}

std::uint64_t topology_hash(std::vector<Quad> quads) {
    for (Quad& quad : quads) std::ranges::rotate(quad, std::ranges::min_element(quad));
    std::ranges::sort(quads);
    std::uint64_t hash = 14695981039346656037ull;
    for (const Quad& quad : quads)
        for (const std::uint32_t corner : quad)
            for (int shift = 0; shift < 32; shift += 8) hash = (hash ^ (corner >> shift & 0xff)) * 1099511628211ull;
    return hash;
}

std::vector<std::uint32_t> ordered_triangles(const std::vector<Quad>& quads, const std::vector<glm::vec3>& positions) {
    std::vector<std::uint32_t> triangles;
    triangles.reserve(quads.size() * 6);
    for (const auto& [a, b, c, d] : quads) {
        const bool split_ac = glm::distance(positions[a], positions[c]) <= glm::distance(positions[b], positions[d]);
        if (split_ac) {
            triangles.insert(triangles.end(), {a, b, c, a, c, d});
        } else {
            triangles.insert(triangles.end(), {a, b, d, b, c, d});
        }
    }
    std::vector<std::uint32_t> ordered(triangles.size());
    meshopt_optimizeVertexCache(ordered.data(), triangles.data(), triangles.size(), positions.size());
    meshopt_optimizeOverdraw(triangles.data(), ordered.data(), ordered.size(), &positions[0].x, positions.size(),
                             sizeof(glm::vec3), 1.05f);
    return triangles;
}

std::vector<glm::vec3> smooth_normals(const std::vector<std::uint32_t>& triangles,
                                      const std::vector<glm::vec3>& positions) {
    std::vector<glm::vec3> normals(positions.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const glm::vec3 a = positions[triangles[i]];
        const glm::vec3 twice_area = glm::cross(positions[triangles[i + 1]] - a, positions[triangles[i + 2]] - a);
        for (std::size_t k = i; k < i + 3; ++k) normals[triangles[k]] += twice_area;
    }
    for (glm::vec3& normal : normals) {
        const float length = glm::length(normal);
        normal = length > 0 ? normal / length : glm::vec3(0, 1, 0);
    }
    return normals;
}

std::vector<std::uint32_t> mirror_partners(const std::vector<glm::vec3>& symmetric, float tolerance) {
    const auto [lo, hi] = bounds(symmetric);
    PointGrid grid(lo, hi, tolerance);
    for (std::uint32_t i = 0; i < symmetric.size(); ++i) grid.add(i, symmetric[i]);

    std::vector<std::uint32_t> partners(symmetric.size());
    for (std::size_t i = 0; i < symmetric.size(); ++i) {
        const glm::vec3 image = symmetric[i] * glm::vec3(-1, 1, 1);
        float nearest = tolerance;
        bool found = false;
        grid.any_near(image, [&](std::uint32_t id, glm::vec3 p) {
            const float distance = glm::distance(p, image);
            if (distance < nearest) {
                nearest = distance;
                partners[i] = id;
                found = true;
            }
            return false;
        });
        if (!found) throw BakeError("The base mesh is not symmetric: a vertex has no partner on the other side.");
    }
    for (std::uint32_t i = 0; i < partners.size(); ++i) {
        if (partners[partners[i]] != i) throw BakeError("The base mesh is not symmetric: a vertex has two partners.");
    }
    return partners;
}

}  // namespace myomap
