#pragma once
// Right: what is known of the selected muscle, and how sure it is.

#include "ui/ui.h"

namespace myomap {

void draw_card_panel(Ui& ui, const Rect& rect);

}  // namespace myomap
