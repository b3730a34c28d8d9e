#pragma once
// Why a page or picture could not be made: one sentence for the user. What could not be written is a FileError.

#include <stdexcept>

namespace myomap {

struct PageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace myomap
