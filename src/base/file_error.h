#pragma once
// Why a file could not be read or written.

#include <stdexcept>

namespace myomap {

// One sentence that names the path and the reason.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace myomap
