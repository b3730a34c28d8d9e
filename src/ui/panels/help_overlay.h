#pragma once
// F1: every key, from the table that serves them.

#include "ui/ui.h"

namespace myomap {

void draw_help_overlay(Ui& ui);

}  // namespace myomap
