#pragma once
// Chart: mark the patient's pain, record what was found, hand it over.

#include "ui/mode.h"

namespace myomap {

ModeEntry chart_mode();

}  // namespace myomap
