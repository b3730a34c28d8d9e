#pragma once
// A layer's paint or a mark's symbol in small: on the legend, the card and pages alike.

#include "chart/canvas.h"
#include "chart/palette.h"

namespace myomap {

// Fills `box`; all in it is sized by the box's height. In a line drawing paint is ink, as the renderer draws it.
void draw_swatch(Canvas& canvas, const Swatch& swatch, const Rect& box, Style style, const ChartPalette& palette);

}  // namespace myomap
