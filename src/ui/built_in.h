#pragma once
// The tables of the program's own modes and tools. A new one is a file in modes/ or tools/ and a row in built_in.cpp.

#include "ui/mode.h"

namespace myomap {

// In the order of the switch.
std::vector<ModeEntry> built_in_modes();
std::vector<ToolEntry> built_in_tools();

}  // namespace myomap
