#pragma once
// What the window shows while a dataset of one's own is laid onto a body.

#include "ui/ui.h"

namespace myomap {

// `done` of `all` muscles.
void draw_progress(Ui& ui, glm::ivec2 window, int done, int all);

}  // namespace myomap
