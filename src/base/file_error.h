#pragma once
// Why a file could not be read or written.

#include "base/failure.h"

namespace myomap {

// One sentence that names the path and the reason.
struct FileError : Failure {
    using Failure::Failure;
};

}  // namespace myomap
