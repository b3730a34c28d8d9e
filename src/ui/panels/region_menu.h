#pragma once
// Named regions to choose from: how an area is made without a pointer.

#include <optional>

#include "body/region_map.h"

namespace myomap {

struct Ui;

// A button with its menu, at the cursor; the region that was chosen, of the side that was.
std::optional<RegionRef> draw_region_menu(Ui& ui);
float region_menu_width(const Ui& ui);  // of the button

}  // namespace myomap
