#pragma once
// The operating system's window with an OpenGL 3.3 context and ImGui in it; all of SDL that a frame needs.

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include <glm/vec2.hpp>

#include "ui/theme.h"

struct SDL_Window;
union SDL_Event;

namespace myomap {

// One sentence for a person: no display, no OpenGL 3.3.
struct WindowError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// SDL with a display to show windows on. SDL may change the locale of the process for a moment while it starts, so
// nothing may read numbers on another thread at that time. More than one may live.
class VideoSystem {
public:
    // Throws WindowError.
    VideoSystem();
    ~VideoSystem();
    VideoSystem(const VideoSystem&) = delete;
    VideoSystem& operator=(const VideoSystem&) = delete;
};

class Platform {
public:
    // The window is seen from its first frame on. Throws WindowError.
    Platform(const std::string& title, glm::ivec2 size);
    ~Platform();
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    SDL_Window* window() const;
    glm::ivec2 size() const;
    void resize(glm::ivec2 size);
    bool minimised() const;
    // From the display's density: 1 at 96 dpi, in steps of a quarter.
    float display_scale() const;

    // Hands the glyphs that build_fonts has made over to OpenGL and sets ImGui's style.
    void use(Look& look, Theme theme);

    // Keeps the mouse from the events, as ImGui's back end would ask the hardware, which knows nothing of events that
    // a script pushed.
    void handle(const SDL_Event& event);

    void begin_frame();
    // Draws what ImGui collected on `ground`. `picture`: where to write the frame as PNG, "" for nowhere; false when
    // that failed.
    bool end_frame(ImU32 ground, const std::filesystem::path& picture = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Before a long sleep: what the OpenGL driver needs only to compile shaders, and what it and we have freed but the C
// library keeps, goes back to the system. Shaders can be made afterwards all the same.
void give_back_memory();

}  // namespace myomap
