#pragma once
// Left: the search field over the tree of regions, muscles and their trigger points.

#include "ui/ui.h"

namespace myomap {

// "trapezius" -> "Trapezius": what the parts of a muscle have in common before the comma, or the id in plain words.
std::string group_name(const Atlas& atlas, std::string_view parent);

void draw_tree_panel(Ui& ui, const Rect& rect);

}  // namespace myomap
