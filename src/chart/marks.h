#pragma once
// Where a document's symbols stand in the views of its picture. A new kind of mark is one function in marks.cpp.

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// Faint ones first, so that what was chosen is drawn above its neighbours.
std::vector<Mark> marks_of(const Scene& scene, const Document& document, const std::vector<PictureView>& views);
// Of one trigger point that need not be chosen.
std::vector<Mark> marks_of(const Scene& scene, const Document& document, PointRef point, Side side,
                           const std::vector<PictureView>& views);

// The number of a mark stands at its right, or at its left where it would lie over a neighbour.
void part_numbers(std::vector<Mark>& marks, float scale);

}  // namespace myomap
