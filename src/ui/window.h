#pragma once
// The program's window: opens it, runs until the user leaves, and sleeps whenever nothing happens.

#include <filesystem>
#include <functional>
#include <optional>

#include <glm/vec2.hpp>

#include "app/context.h"
#include "chart/document.h"
#include "ui/built_in.h"

namespace myomap {

// What a window shows.
struct WindowContent {
    Context& context;
    std::optional<Document> start{};                  // what to show first; otherwise body, side and theme as last time
    Modes modes{built_in_modes(), built_in_tools()};  // unless somebody brings others
};

struct WindowOptions {
    glm::ivec2 size{0, 0};             // 0: as last time, or 1280 x 800
    std::optional<Language> language;  // as last time
    float scale = 0;                   // of text and controls; 0: as last time, or from the display
    std::filesystem::path chart;       // a chart file to open; "" for none
    std::filesystem::path script;      // commands to play (ui/script.h); "" for none
    bool quit_after_script = false;
    std::filesystem::path screenshot;  // written when everything is drawn and played; then the program ends
    std::filesystem::path record;      // what the user does, as a script
    std::filesystem::path progress;    // of learners; "": the user's own, or with `use_settings` off none
    bool use_settings = true;          // false: neither settings nor what was not saved are read or kept
};

// `load` is called once, on a thread of its own, while the display is being opened; what it throws comes out of here,
// before anything is seen. The context must live on until this returns.
// Returns the exit code: 0; 1 when a script's expectation failed. Throws ScriptError when the script can't be read;
// WindowError, RenderError or ResourceError when there is no display, no OpenGL 3.3, or a font or shader is missing.
int run_window(const std::function<WindowContent()>& load, const WindowOptions& options);

}  // namespace myomap
