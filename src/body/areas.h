#pragma once
// How large parts of the skin are, in cm2.

#include <cstddef>
#include <vector>

#include "body/asset.h"
#include "body/fields.h"

namespace myomap {

// `first_corner` is the triangle's place in SkinAsset::triangles, a multiple of three.
float triangle_area(const SkinAsset& skin, std::size_t first_corner);

// Per vertex, a third of each triangle around it.
std::vector<float> vertex_areas(const SkinAsset& skin);

// The same, but nothing for deep folds that no standard view sees: the inside of the mouth and the sockets of the eyes
// above all.
std::vector<float> seen_vertex_areas(const SkinAsset& skin);

// Per vertex, how much of the skin round it lies inside the field's border (0.5), cut where the border crosses a
// triangle; nothing for what seen_vertex_areas leaves out, which is given as `seen`.
std::vector<float> covered_areas(const SkinAsset& skin, const SparseField& field, const std::vector<float>& seen);

}  // namespace myomap
