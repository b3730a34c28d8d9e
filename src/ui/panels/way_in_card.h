#pragma once
// The card of a chosen region or complaint: warning signs first, then the muscles that may be behind it.

#include "ui/ui.h"

namespace myomap {

// Which of the two is chosen, in its own words; false when neither is.
bool draw_way_in_card(Ui& ui);

// Chooses a region as a click on the skin does: where only the other side is shown, that side is shown instead.
void choose_region(Ui& ui, RegionRef region);

}  // namespace myomap
