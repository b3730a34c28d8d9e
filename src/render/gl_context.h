#pragma once
// An OpenGL 3.3 core context without a window, for exports: SDL's offscreen driver, which needs no display.

#include <memory>

#include "render/render_error.h"

namespace myomap {

class OffscreenGl {
public:
    // Makes the context current. Throws RenderError with one sentence that says what to install when there is no
    // GL 3.3.
    OffscreenGl();
    ~OffscreenGl();
    OffscreenGl(const OffscreenGl&) = delete;
    OffscreenGl& operator=(const OffscreenGl&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myomap
