#pragma once
// From quads to what a graphics card wants, and the left-right partner of every vertex.

#include <cstdint>
#include <utility>
#include <vector>

#include <glm/vec3.hpp>

#include "bake/model.h"

namespace myomap {

// Lower and upper corner of the box around the points.
std::pair<glm::vec3, glm::vec3> bounds(const std::vector<glm::vec3>& points);

// Names the numbering of vertices and how faces join them (SkinAsset::topology): FNV-1a over the faces, each from its
// lowest corner on, sorted. The order of the faces, and with which corner one starts, doesn't matter.
std::uint64_t topology_hash(std::vector<Quad> quads);

// Splits every quad along its shorter diagonal and sorts the triangles for the vertex cache, then against overdraw.
// Vertices keep their order.
std::vector<std::uint32_t> ordered_triangles(const std::vector<Quad>& quads, const std::vector<glm::vec3>& positions);

// Unit normals, each the mean of the faces around the vertex by their area.
std::vector<glm::vec3> smooth_normals(const std::vector<std::uint32_t>& triangles,
                                      const std::vector<glm::vec3>& positions);

// For a body symmetric about x = 0: the vertex nearest to each one's mirror image. Throws BakeError when two vertices
// are not each other's partner, or a partner is farther than `tolerance`.
std::vector<std::uint32_t> mirror_partners(const std::vector<glm::vec3>& symmetric, float tolerance);

}  // namespace myomap
