#pragma once
// Above the chart of Study: what is asked.

#include "chart/picture.h"

namespace myomap {

struct Ui;

float study_bar_height(const Ui& ui, float width);
void draw_study_bar(Ui& ui, const Rect& rect);

}  // namespace myomap
