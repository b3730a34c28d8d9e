#pragma once
// The window's layout: which panel is where. Draws one whole frame.

#include "ui/ui.h"

namespace myomap {

struct ShellLayout {
    Rect top, left, banner, chart, right, status;  // width 0: not shown
};

ShellLayout shell_layout(const Ui& ui, glm::vec2 size);

void draw_shell(Ui& ui, glm::vec2 size);

}  // namespace myomap
