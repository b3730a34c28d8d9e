#pragma once
// Find: paint where it hurts, or take the chart's drawing, and see which muscles may explain it.

#include "ui/mode.h"

namespace myomap {

ModeEntry find_mode();

}  // namespace myomap
