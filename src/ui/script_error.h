#pragma once
// What is wrong with a recorded script, or that an expectation of it failed.

#include "base/failure.h"

namespace myomap {

// "file:3: ..." for a person who writes scripts, in the language that is shown; commands and values stay as they are.
struct ScriptError : Failure {
    using Failure::Failure;
};

}  // namespace myomap
