#pragma once
// What is wrong with a recorded script, or that an expectation of it failed.

#include "base/failure.h"

namespace myomap {

// "file:3: ..." for a person who writes scripts, in English as their commands are. That the file can't be read is said
// in the language that is shown.
struct ScriptError : Failure {
    using Failure::Failure;
};

}  // namespace myomap
