#pragma once
// Above: name, mode, undo, layout, body and side, language, menus, export. Where the window is narrow its words go
// first, then what is rarely needed moves into menus; nothing ever lies over its neighbour.

#include "ui/ui.h"

namespace myomap {

void draw_top_bar(Ui& ui, const Rect& rect);

}  // namespace myomap
