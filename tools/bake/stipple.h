#pragma once
// Places on the skin for the dots of stippled zones.

#include <vector>

#include "body/asset.h"

namespace myomap {

// Fills dots and dot_levels from the skin's positions and triangles: evenly spread dots, nested from coarse to fine,
// the same ones on every run. Triangles with a vertex `inside` (one flag per vertex) get none.
void scatter_dots(SkinAsset& skin, const std::vector<bool>& inside);

}  // namespace myomap
