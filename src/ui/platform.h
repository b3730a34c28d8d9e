#pragma once
// The operating system's window with an OpenGL 3.3 context and ImGui in it; all of SDL that a frame needs.

#include <filesystem>
#include <memory>
#include <string>

#include <glm/vec2.hpp>

#include "base/failure.h"
#include "ui/theme.h"

struct SDL_Window;
union SDL_Event;

namespace myomap {

// One sentence for a person: no display, no OpenGL 3.3.
struct WindowError : Failure {
    using Failure::Failure;
};

// What a window needs before there is one: SDL with a display, and ImGui. SDL may change the locale of the process for
// a moment while it starts, so nothing may read numbers on another thread at that time. One at a time.
class VideoSystem {
public:
    // Throws WindowError.
    VideoSystem();
    ~VideoSystem();
    VideoSystem(const VideoSystem&) = delete;
    VideoSystem& operator=(const VideoSystem&) = delete;

    // From the density of a display: 1 at 96 dpi, in steps of a quarter. New windows open on the first display.
    float display_scale(int display = 0) const;

private:
    ImGuiContext* imgui_ = nullptr;
};

class Platform {
public:
    // The window is seen from its first frame on. Until `use` it leaves ImGui to others, so that glyphs can be made
    // on another thread while it opens. Throws WindowError.
    Platform(const VideoSystem& video, const std::string& title, glm::ivec2 size);
    ~Platform();
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    SDL_Window* window() const;
    glm::ivec2 size() const;
    void resize(glm::ivec2 size);
    void keep_at_least(glm::ivec2 size);  // nobody makes it smaller from now on
    bool minimised() const;
    float display_scale() const;  // of the display that the window is on

    // Hands the glyphs that build_fonts has made over to OpenGL and sets ImGui's style. Before events and frames.
    void use(Look& look, Theme theme);

    // Keeps the mouse from the events, as ImGui's back end would ask the hardware, which knows nothing of events that
    // a script pushed.
    void handle(const SDL_Event& event);

    void begin_frame();
    // Draws what ImGui collected on `ground`. `picture`: where to write the frame as PNG, "" for nowhere. Throws
    // FileError when that fails.
    void end_frame(ImU32 ground, const std::filesystem::path& picture = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Before a long sleep: what the OpenGL driver needs only to compile shaders, and what it and we have freed but the C
// library keeps, goes back to the system. Shaders can be made afterwards all the same.
void give_back_memory();

}  // namespace myomap
