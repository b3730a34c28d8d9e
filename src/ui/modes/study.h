#pragma once
// Study: learn the patterns of a deck, one question after the other, and see how well they are known.

#include "ui/mode.h"

namespace myomap {

ModeEntry study_mode();

}  // namespace myomap
