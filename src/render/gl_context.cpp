#include "render/gl_context.h"

#include <string>

#include <SDL.h>

namespace myomap {

struct OffscreenGl::Impl {
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;

    ~Impl() {
        if (context) SDL_GL_DeleteContext(context);
        if (window) SDL_DestroyWindow(window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
};

OffscreenGl::OffscreenGl() : impl_(std::make_unique<Impl>()) {
    const auto fail = [](const char* what) {
        return RenderError(word("no picture can be drawn here: {} ({}); install libegl1 and libgl1-mesa-dri"),
                           {{MessageArgument::Kind::phrase, what}, SDL_GetError()});
    };
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) throw fail(word("SDL's offscreen driver does not start"));
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    // The renderer draws into framebuffers of its own; the window only carries the context.
    impl_->window = SDL_CreateWindow("myomap", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
    if (!impl_->window) throw fail(word("no offscreen window"));
    impl_->context = SDL_GL_CreateContext(impl_->window);
    if (!impl_->context) throw fail(word("no OpenGL 3.3"));
}

OffscreenGl::~OffscreenGl() = default;

}  // namespace myomap
