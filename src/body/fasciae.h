#pragma once
// Fasciae, flat tendons of their own and retinacula lie on what is under them. Private to muscle packing.

#include <vector>

#include "body/core_surface.h"

namespace myomap {

// Moves the `sheets` among `cores` onto the nearest surface towards the middle of the body, or out of what they sank
// into; a groove that is narrower than a sheet is spanned. `shapes` says which parts belong together.
void lay_fasciae(const Body& body, std::vector<CoreSurface>& cores, const std::vector<int>& shapes,
                 const std::vector<bool>& sheets, float margin_cm);

}  // namespace myomap
