#pragma once
// Explain: the talk to a patient, full screen.

#include "ui/mode.h"

namespace myomap {

ModeEntry explain_mode();

}  // namespace myomap
