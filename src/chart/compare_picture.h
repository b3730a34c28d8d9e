#pragma once
// The comparison of two charts as pictures beside each other: before, after, and what differs, all from the same
// cameras.

#include <array>
#include <vector>

#include "chart/compare.h"
#include "chart/compose.h"

namespace myomap {

// "gone", "stayed", and "new" with "new 2", ... where it lies apart, as far as there is any: told apart by pattern as
// well as colour, and from every quality.
std::vector<PaintLayer> difference_layers(const Scene& scene, const Comparison& comparison);

// The views that show what either chart has painted: front and back first, a side where these see it edge-on; close up
// where all of it lies close together. Front and back where nothing is painted.
std::vector<ViewSubject> comparison_views(const Scene& scene, const Comparison& comparison);

// Before, after and difference, each with a legend of its own; only pain areas are drawn, since what was found has its
// table. `view`: its body is the comparison's; `size`: of one of the three. Without subjects the view's layout says
// what is shown.
std::array<Picture, 3> compose_comparison(const Scene& scene, const Comparison& comparison, const View& view,
                                          const ComposeSize& size, const TextMeasure& measure);

}  // namespace myomap
