#pragma once
// Why nothing can be drawn.

#include <stdexcept>

namespace myomap {

// One sentence for a person: OpenGL is too old, a shader is missing or does not compile, a picture is too large.
struct RenderError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace myomap
