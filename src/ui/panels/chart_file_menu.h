#pragma once
// The menu of what is done with the chart's file, below a button that opens the popup "chart_file_menu".

#include "chart/picture.h"

namespace myomap {

struct Ui;

void chart_file_menu(Ui& ui, const Rect& button);

}  // namespace myomap
