#include "ui/script_player.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>

#include "base/read_file.h"
#include "base/word.h"
#include "ui/keys.h"

namespace myomap {

namespace {

constexpr int drag_steps = 6;

SDL_Event motion(glm::vec2 at, unsigned window) {
    SDL_Event e{};
    e.type = SDL_MOUSEMOTION;
    e.motion.windowID = window;
    e.motion.x = static_cast<int>(at.x);
    e.motion.y = static_cast<int>(at.y);
    return e;
}

SDL_Event button_event(Uint32 type, glm::vec2 at, int button, int clicks, unsigned window) {
    SDL_Event e{};
    e.type = type;
    e.button.windowID = window;
    e.button.button = static_cast<Uint8>(button);
    e.button.state = type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
    e.button.clicks = static_cast<Uint8>(clicks);
    e.button.x = static_cast<int>(at.x);
    e.button.y = static_cast<int>(at.y);
    return e;
}

bool is_png(const std::filesystem::path& file) {
    constexpr std::string_view signature = "\x89PNG\r\n";
    std::array<char, signature.size()> begins{};
    try {
        FileReader in(file, {1 << 30});
        return in.read_some(begins.data(), begins.size()) == begins.size() &&
               std::string_view(begins.data(), begins.size()) == signature;
    } catch (const ReadError&) {
        return false;
    }
}

SDL_Event text_event(std::string_view character, unsigned window) {
    SDL_Event e{};
    e.type = SDL_TEXTINPUT;
    e.text.windowID = window;
    std::memcpy(e.text.text, character.data(), std::min(character.size(), sizeof e.text.text - 1));
    return e;
}

}  // namespace

void ScriptPlayer::press(glm::vec2 at, int button, int clicks, unsigned window) {
    ticks_.push_back({button_event(SDL_MOUSEBUTTONDOWN, at, button, clicks, window)});
    ticks_.push_back({button_event(SDL_MOUSEBUTTONUP, at, button, clicks, window)});
}

void ScriptPlayer::play(const Ui& ui, Platform& platform, const ScriptCommand& c) {
    const unsigned window = SDL_GetWindowID(platform.window());
    const auto place = [&](size_t i) {
        const std::optional<glm::vec2> at = find_place(ui, c.places[i]);
        if (!at) fail({word("no item \"{}\" can be seen"), {c.places[i].item}});
        return *at;
    };
    if (c.verb == "resize") {
        platform.resize(c.size);
    } else if (c.verb == "move") {
        ticks_.push_back({motion(place(0), window)});
    } else if (c.verb == "click" || c.verb == "double") {
        const glm::vec2 at = place(0);
        ticks_.push_back({motion(at, window)});
        press(at, c.number, 1, window);
        if (c.verb == "double") press(at, c.number, 2, window);
    } else if (c.verb == "drag") {
        const glm::vec2 from = place(0), to = place(1);
        ticks_.push_back({motion(from, window)});
        ticks_.push_back({button_event(SDL_MOUSEBUTTONDOWN, from, c.number, 1, window)});
        for (int i = 1; i <= drag_steps; ++i)
            ticks_.push_back({motion(from + (to - from) * (static_cast<float>(i) / drag_steps), window)});
        ticks_.push_back({button_event(SDL_MOUSEBUTTONUP, to, c.number, 1, window)});
    } else if (c.verb == "wheel") {
        const glm::vec2 at = place(0);
        ticks_.push_back({motion(at, window)});
        SDL_Event e{};
        e.type = SDL_MOUSEWHEEL;
        e.wheel.windowID = window;
        e.wheel.y = c.number > 0 ? 1 : -1;
        ticks_.emplace_back(static_cast<size_t>(std::abs(c.number)), e);
    } else if (c.verb == "key") {
        const KeyPress key = *parse_key(c.text);
        if (key.key < 128 && std::ispunct(key.key) && !key.ctrl) {
            const char text[]{static_cast<char>(key.key)};
            ticks_.push_back({text_event({text, 1}, window)});
            return;
        }
        SDL_Event e{};
        e.type = SDL_KEYDOWN;
        e.key.windowID = window;
        e.key.state = SDL_PRESSED;
        e.key.keysym.sym = key.key;
        e.key.keysym.scancode = SDL_GetScancodeFromKey(key.key);
        e.key.keysym.mod = static_cast<Uint16>((key.ctrl ? KMOD_LCTRL : 0) | (key.shift ? KMOD_LSHIFT : 0) |
                                               (key.alt ? KMOD_LALT : 0));
        ticks_.push_back({e});
        e.type = SDL_KEYUP;
        e.key.state = SDL_RELEASED;
        ticks_.push_back({e});
    } else if (c.verb == "type") {
        std::vector<SDL_Event> characters;
        for (size_t i = 0; i < c.text.size();) {
            size_t end = i + 1;
            while (end < c.text.size() && (static_cast<unsigned char>(c.text[end]) & 0xC0) == 0x80) ++end;
            characters.push_back(text_event(std::string_view(c.text).substr(i, end - i), window));
            i = end;
        }
        ticks_.push_back(std::move(characters));
    } else if (c.verb == "screenshot") {
        screenshot_ = picture_file(c.text);
    } else if (c.verb == "motion") {
        ui.state.motion_at.reset();
        if (c.text != "clock") ui.state.motion_at = std::strtof(c.text.c_str(), nullptr);
        SDL_Event e{};
        e.type = SDL_USEREVENT;  // so that it is drawn
        ticks_.push_back({e});
    } else if (c.verb == "clock") {
        ui.state.clock_at = utc_time(c.text);
    } else if (c.verb == "quit") {
        quit_ = true;
    } else if (c.verb == "expect") {
        if (const auto wrong = check_expectation(ui, c)) fail(*wrong);
    }
}

void ScriptPlayer::fail(const Message& why) const {
    const int line = next_ > 0 ? commands_[next_ - 1].line : 0;
    throw ScriptError("{}:{}: {}", {file_.string(), std::to_string(line), why});
}

// A script may come from anybody: it makes pictures in its own folder and replaces nothing but pictures there.
std::filesystem::path ScriptPlayer::picture_file(const std::string& name) const {
    namespace fs = std::filesystem;
    std::error_code error;
    const bool streamed = !fs::is_regular_file(file_, error);  // from a pipe: it has no folder
    const fs::path picture = (streamed ? fs::path() : file_.parent_path()) / name;
    const fs::file_status there = fs::symlink_status(picture, error);
    if (fs::exists(there) && !(fs::is_regular_file(there) && is_png(picture)))
        fail({word("{} is there and is no picture"), {picture.string()}});
    return picture;
}

void ScriptPlayer::step(const Ui& ui, Platform& platform) {
    if (ticks_.empty() && next_ < commands_.size()) play(ui, platform, commands_[next_++]);
    if (ticks_.empty()) return;
    for (SDL_Event& event : ticks_.front()) {
        if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP)
            SDL_SetModState(event.type == SDL_KEYDOWN ? static_cast<SDL_Keymod>(event.key.keysym.mod) : KMOD_NONE);
        SDL_PushEvent(&event);
    }
    ticks_.pop_front();
}

}  // namespace myomap
