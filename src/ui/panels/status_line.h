#pragma once
// Below: the switches of the panels, what is under the cursor or was just said, and the layers.

#include "ui/ui.h"

namespace myomap {

void draw_status_line(Ui& ui, const Rect& rect);

}  // namespace myomap
