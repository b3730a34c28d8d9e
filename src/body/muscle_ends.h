#pragma once
// How muscles and tendons end: on the bone that they are written beside, and rounded off, not sawn off. Private to
// muscle packing.

#include <vector>

#include "body/core_surface.h"

namespace myomap {

// The ends of `cores`, one per part. `shapes` says which parts belong together, `bones` which are bones: their own ends
// stay as they are. An end that lies in another part of its shape stays too, so that parts hang together.
void finish_ends(std::vector<CoreSurface>& cores, const std::vector<int>& shapes, const std::vector<bool>& bones,
                 float scale);

}  // namespace myomap
