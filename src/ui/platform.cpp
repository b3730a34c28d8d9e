#include "ui/platform.h"

#include <algorithm>
#include <array>
#include <clocale>
#include <cmath>
#include <cstdint>
#include <cstdlib>  // tells which C library this is
#include <cstring>
#include <utility>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <SDL.h>
#include <epoxy/gl.h>
#include <stb/stb_image_write.h>

#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_sdl.h>
#include <imgui.h>

#include "base/atomic_file.h"
#include "ui/display_errors.h"

namespace myomap {

namespace {

bool is_offscreen() { return std::strcmp(SDL_GetCurrentVideoDriver(), "offscreen") == 0; }

}  // namespace

VideoSystem::VideoSystem() {
    // Ctrl+C in the terminal is EndSignals' affair.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    // Left to itself, SDL falls back on its offscreen driver and the program would run unseen.
    if (const char* driver = std::getenv("SDL_VIDEODRIVER"); !driver || !*driver) {
        const bool x11 = std::getenv("DISPLAY"), wayland = std::getenv("WAYLAND_DISPLAY");
        if (!x11 && !wayland)
            throw WindowError(word(
                "There is no display; start myomap in a desktop session, or use \"myomap export\", which needs none."));
        SDL_SetHint(SDL_HINT_VIDEODRIVER, x11 && wayland ? "x11,wayland" : x11 ? "x11" : "wayland");
    }
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        throw WindowError(word("No display can be opened ({}); start myomap in a desktop session, or use \"myomap "
                               "export\", which needs none."),
                          {SDL_GetError()});

    explain_display_errors();
    // Xlib puts only what it takes for letters into a window's title. Of the locale this says what letters are, not how
    // numbers are written.
    std::setlocale(LC_CTYPE, "C.UTF-8");

    imgui_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would wake the program twice a second
}

VideoSystem::~VideoSystem() {
    ImGui::DestroyContext(imgui_);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

float VideoSystem::display_scale(int display) const {
    float diagonal = 0, horizontal = 96, vertical = 96;
    if (is_offscreen() || display < 0 || SDL_GetDisplayDPI(display, &diagonal, &horizontal, &vertical) != 0) return 1;
    // Up to 120 dpi screens are ordinary ones; what a display says of its own size is not to be trusted beyond 3.
    return horizontal < 120 ? 1.f : std::clamp(std::round(horizontal / 96 * 4) / 4, 1.f, 3.f);
}

struct Platform::Impl {
    const VideoSystem& video;
    SDL_Window* window = nullptr;
    SDL_GLContext gl = nullptr;
    bool imgui_sdl = false, imgui_gl = false;
    bool seen = false;
    bool offscreen = false;
    glm::ivec2 least{};
    glm::ivec2 offscreen_size{};  // SDL can't resize an offscreen surface: a part of one that is large enough is used
    glm::vec2 mouse{-1e6f};
    std::array<bool, 3> down{};
    std::array<bool, 3> pressed{};  // since the last frame: a quick click is not lost

    ~Impl() {
        if (imgui_gl) ImGui_ImplOpenGL3_Shutdown();
        if (imgui_sdl) ImGui_ImplSDL2_Shutdown();
        if (gl) SDL_GL_DeleteContext(gl);
        if (window) SDL_DestroyWindow(window);
    }
};

namespace {

// The mark of the top bar: a trigger point's X on teal.
void set_icon(SDL_Window* window) {
    constexpr int side = 64;
    std::vector<std::uint32_t> rgba(side * side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float u = std::abs(static_cast<float>(x) - 31.5f), v = std::abs(static_cast<float>(y) - 31.5f);
            const bool corner = u > 16 && v > 16 && std::hypot(u - 16, v - 16) > 16;
            const bool cross = std::abs(u - v) < 6 && std::max(u, v) < 16;
            rgba[static_cast<size_t>(y * side + x)] = corner ? 0 : cross ? 0xffffffff : 0xff6b6b0b;  // ABGR
        }
    if (SDL_Surface* icon =
            SDL_CreateRGBSurfaceWithFormatFrom(rgba.data(), side, side, 32, side * 4, SDL_PIXELFORMAT_ABGR8888)) {
        SDL_SetWindowIcon(window, icon);
        SDL_FreeSurface(icon);
    }
}

}  // namespace

namespace {}  // namespace

Platform::Platform(const VideoSystem& video, const std::string& title, glm::ivec2 size) : impl_(new Impl{video}) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    impl_->offscreen = is_offscreen();
    impl_->offscreen_size = size;
    if (impl_->offscreen) size = glm::max(size, glm::ivec2{1920, 1080});
    SDL_Rect usable{0, 0, size.x, size.y};
    if (!impl_->offscreen && SDL_GetDisplayUsableBounds(0, &usable) == 0)
        size = {std::min(size.x, usable.w), std::min(size.y, usable.h)};
    impl_->window = SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.x, size.y,
                                     SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_HIDDEN);
    if (impl_->window) impl_->gl = SDL_GL_CreateContext(impl_->window);
    if (!impl_->gl || epoxy_gl_version() < 33)
        throw WindowError(word("OpenGL 3.3 is not available here ({}); install a graphics driver, or the package "
                               "libgl1-mesa-dri for drawing without one."),
                          {SDL_GetError()});
    set_icon(impl_->window);
    SDL_GL_SetSwapInterval(1);
}

Platform::~Platform() = default;

SDL_Window* Platform::window() const { return impl_->window; }

glm::ivec2 Platform::size() const {
    if (impl_->offscreen) return impl_->offscreen_size;
    glm::ivec2 size;
    SDL_GetWindowSize(impl_->window, &size.x, &size.y);
    return size;
}

void Platform::resize(glm::ivec2 size) {
    if (!impl_->offscreen) return SDL_SetWindowSize(impl_->window, size.x, size.y);
    glm::ivec2 most;
    SDL_GetWindowSize(impl_->window, &most.x, &most.y);
    impl_->offscreen_size = glm::min(glm::max(size, impl_->least), most);
    SDL_Event event{};  // what a real window would get
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
    SDL_PushEvent(&event);
}

void Platform::keep_at_least(glm::ivec2 size) {
    if (std::exchange(impl_->least, size) == size) return;
    SDL_SetWindowMinimumSize(impl_->window, size.x, size.y);
}

bool Platform::minimised() const { return SDL_GetWindowFlags(impl_->window) & SDL_WINDOW_MINIMIZED; }

float Platform::display_scale() const { return impl_->video.display_scale(SDL_GetWindowDisplayIndex(impl_->window)); }

void Platform::use(Look& look, Theme theme) {
    if (impl_->imgui_gl) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else {
        impl_->imgui_sdl = ImGui_ImplSDL2_InitForOpenGL(impl_->window, impl_->gl);
        impl_->imgui_gl = ImGui_ImplOpenGL3_Init("#version 330 core");
        ImGui_ImplOpenGL3_CreateDeviceObjects();  // shaders and glyphs
    }
    // The GPU has the glyphs; the pixels and the font files are several megabytes.
    ImGui::GetIO().Fonts->ClearTexData();
    ImGui::GetIO().Fonts->ClearInputData();
    apply_style(look, theme);
}

void Platform::handle(const SDL_Event& event) {
    if (event.type == SDL_MOUSEMOTION) {
        impl_->mouse = {event.motion.x, event.motion.y};
    } else if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) {
        const int button = event.button.button == SDL_BUTTON_LEFT     ? 0
                           : event.button.button == SDL_BUTTON_RIGHT  ? 1
                           : event.button.button == SDL_BUTTON_MIDDLE ? 2
                                                                      : -1;
        impl_->mouse = {event.button.x, event.button.y};
        if (button >= 0) {
            impl_->down[static_cast<size_t>(button)] = event.type == SDL_MOUSEBUTTONDOWN;
            if (event.type == SDL_MOUSEBUTTONDOWN) impl_->pressed[static_cast<size_t>(button)] = true;
        }
    } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_LEAVE) {
        if (std::none_of(impl_->down.begin(), impl_->down.end(), [](bool d) { return d; }))
            impl_->mouse = glm::vec2{-1e6f};
    } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
        impl_->down = {};
    }
    ImGui_ImplSDL2_ProcessEvent(&event);
}

void Platform::begin_frame() {
    if (!std::exchange(impl_->seen, true)) SDL_ShowWindow(impl_->window);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size().x), static_cast<float>(size().y)};
    io.MousePos = impl_->mouse.x < -1e5f ? ImVec2{-FLT_MAX, -FLT_MAX} : ImVec2{impl_->mouse.x, impl_->mouse.y};
    for (size_t i = 0; i < impl_->down.size(); ++i) io.MouseDown[i] = impl_->down[i] || impl_->pressed[i];
    impl_->pressed = {};
    ImGui::NewFrame();
}

void Platform::end_frame(ImU32 ground, const std::filesystem::path& picture) {
    ImGui::Render();
    const glm::ivec2 pixels = size();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, pixels.x, pixels.y);
    const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(ground);
    glClearColor(clear.x, clear.y, clear.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (!picture.empty()) {
        std::vector<unsigned char> rgba(static_cast<size_t>(pixels.x) * static_cast<size_t>(pixels.y) * 4);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, pixels.x, pixels.y, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
        for (size_t i = 3; i < rgba.size(); i += 4) rgba[i] = 255;
        stbi_flip_vertically_on_write(1);
        std::string png;
        const auto append = [](void* to, void* data, int bytes) {
            static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<size_t>(bytes));
        };
        stbi_write_png_to_func(append, &png, pixels.x, pixels.y, 4, rgba.data(), pixels.x * 4);
        stbi_flip_vertically_on_write(0);
        write_file(picture, png);
    }
    SDL_GL_SwapWindow(impl_->window);
    if (impl_->offscreen) glFinish();  // nothing else waits for the picture there, so frames would pile up
}

void give_back_memory() {
    // Every shader has been made by now. Mesa's compiler holds 6 MB of built-in functions.
    if (epoxy_gl_version() >= 41 || epoxy_has_gl_extension("GL_ARB_ES2_compatibility")) glReleaseShaderCompiler();
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace myomap
