#pragma once
// The scale of depth, from the skin to the bones, and what belongs to it: which muscles are shown, and as what drawing.

#include "ui/ui.h"

namespace myomap {

// Right-aligned in the box; returns the width it took.
float draw_layer_bar(Ui& ui, const Rect& box);

}  // namespace myomap
