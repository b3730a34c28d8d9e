#pragma once
// Turns script commands into the events a person would have made, one after another.

#include <deque>
#include <filesystem>
#include <utility>
#include <vector>

#include <SDL.h>

#include "ui/platform.h"
#include "ui/script.h"

namespace myomap {

class ScriptPlayer {
public:
    // `file`: the script, for messages; its pictures go into its folder.
    explicit ScriptPlayer(std::filesystem::path file, std::vector<ScriptCommand> commands)
        : file_(std::move(file)), commands_(std::move(commands)) {}

    bool done() const { return ticks_.empty() && next_ >= commands_.size(); }
    // Called when the window is idle: pushes the next events, or checks an expectation.
    // Throws ScriptError when an expectation fails or an item can't be seen.
    void step(const Ui& ui, Platform& platform);

    // The file the next frame is to be written to, once.
    std::filesystem::path take_screenshot() { return std::exchange(screenshot_, {}); }
    // Of the command that was played last: throws ScriptError with file and line.
    [[noreturn]] void fail(const Message& why) const;
    bool wants_quit() const { return quit_; }

private:
    void play(const Ui& ui, Platform& platform, const ScriptCommand& command);
    std::filesystem::path picture_file(const std::string& name) const;
    void press(glm::vec2 at, int button, int clicks, unsigned window);

    std::filesystem::path file_;
    std::vector<ScriptCommand> commands_;
    size_t next_ = 0;
    std::deque<std::vector<SDL_Event>> ticks_;  // each is pushed at once and drawn before the next
    std::filesystem::path screenshot_;
    bool quit_ = false;
};

}  // namespace myomap
