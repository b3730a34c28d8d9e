#pragma once
// Numbers and letters of painted areas, in the air beside what they mean.

#include <span>
#include <vector>

#include "chart/labels.h"

namespace myomap {

// One for each wish, the first ones first, at the free place nearest to its spot: never over paint, a mark, a face or
// another label, and over the body only where the air is far away. One without a free place is left out. `placed`:
// labels of the same view.
std::vector<Label> place_tags(int view, std::span<const LabelWish> wishes, const LabelRoom& room,
                              std::span<const Label> placed, float scale, const TextMeasure& measure);

}  // namespace myomap
