#pragma once
// Regions of the skin that lie side by side, as one area without seams and with rounded corners.

#include <span>

#include "body/fields.h"

namespace myomap {

// `fields`: of regions that tile the skin, 0.5 on their borders. The border of the union, 0.5 again, is smoothed over
// some centimetres.
SparseField soft_union(const SkinAsset& skin, std::span<const SparseField> fields);

}  // namespace myomap
