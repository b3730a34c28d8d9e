#pragma once
// Why the system refused something.

#include "base/message.h"

namespace myomap {

// Of an errno. The usual reasons are in the catalogues; a rare one is said as the system says it, in English.
Message system_reason(int error);

}  // namespace myomap
