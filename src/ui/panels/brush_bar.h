#pragma once
// Above the chart: what the chosen tool draws with. Qualities, depth and radius of a brush; the radius of the eraser.

#include "chart/picture.h"

namespace myomap {

struct Ui;

float brush_bar_height(const Ui& ui, float width);
void draw_brush_bar(Ui& ui, const Rect& rect);

// How thick the brush is, as a number, with a slider where it `slides`.
float radius_width(const Ui& ui);  // with the slider
void draw_radius(Ui& ui, const Rect& rect, bool slides = true);

}  // namespace myomap
