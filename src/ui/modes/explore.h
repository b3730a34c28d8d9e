#pragma once
// Explore: look up what sends pain where. The tree with its search on the left, what is known on the right.

#include "ui/mode.h"

namespace myomap {

ModeEntry explore_mode();

}  // namespace myomap
