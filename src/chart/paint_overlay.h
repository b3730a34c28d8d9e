#pragma once
// Draws the vector part of a picture: marks, labels with leader lines, view titles, patient's sides, legend.

#include "chart/canvas.h"
#include "chart/picture.h"

namespace myomap {

void paint_overlay(const Picture& picture, Canvas& canvas);

}  // namespace myomap
