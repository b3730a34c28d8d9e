#pragma once
// Above the chart: what is wrong with the dataset, while its valid rest is open.

#include "ui/ui.h"

namespace myomap {

// Height in pixels this frame; 0 when there is nothing to say.
float banner_height(const Ui& ui, float width);
void draw_message_banner(Ui& ui, const Rect& rect);

}  // namespace myomap
