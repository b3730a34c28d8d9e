#pragma once
// Top: undo, layouts, body, side, what is shown, look, export, help. Leaves words out as the window gets narrower.

#include "ui/ui.h"

namespace myomap {

void draw_top_bar(Ui& ui, const Rect& rect);
// Under the chart: what is under the cursor, a few keys, the switches of the side panels.
void draw_status_line(Ui& ui, const Rect& rect);

}  // namespace myomap
