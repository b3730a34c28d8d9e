#pragma once
// Why nothing can be drawn.

#include "base/failure.h"

namespace myomap {

// One sentence for a person: OpenGL is too old, a shader is missing or does not compile, a picture is too large.
struct RenderError : Failure {
    using Failure::Failure;
};

}  // namespace myomap
