#include "render/pace.h"

#include <utility>

namespace myomap {

Pace::~Pace() {
    if (being_drawn_) glDeleteSync(being_drawn_);
}

void Pace::piece_done() {
    if (kind_ == Kind::frugal) {
        glFinish();
        return;
    }
    const GLsync before = std::exchange(being_drawn_, glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0));
    glFlush();
    if (!before) return;
    constexpr GLuint64 patience_ns = 1'000'000'000;  // a driver that takes longer is out of order; draw on all the same
    glClientWaitSync(before, 0, patience_ns);
    glDeleteSync(before);
}

}  // namespace myomap
