#pragma once
// The rail beside the chart: the tools of the mode, of which one is chosen, and what can be done at once.

#include "chart/picture.h"

namespace myomap {

struct Ui;

// Pixels; 0 where the mode has no tools to choose from.
float rail_width(const Ui& ui, float window_width);
void draw_tool_rail(Ui& ui, const Rect& rect);

}  // namespace myomap
