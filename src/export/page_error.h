#pragma once
// Why a page or picture could not be made: one sentence for the user. What could not be written is a FileError.

#include "base/failure.h"

namespace myomap {

struct PageError : Failure {
    using Failure::Failure;
};

}  // namespace myomap
