#include "ui/script.h"

#include <cctype>
#include <charconv>
#include <cstdlib>
#include <string>

#include <SDL.h>
#include <fmt/format.h>

#include "base/read_file.h"
#include "base/text.h"
#include "base/utc_time.h"
#include "base/word.h"
#include "chart/muscle_view.h"
#include "ui/chart_file_actions.h"
#include "ui/keys.h"
#include "ui/mode.h"
#include "ui/undo.h"
#include "ui/words.h"

namespace myomap {

namespace {

[[noreturn]] void fail(const std::string& name, int line, const Message& what) {
    throw ScriptError("{}:{}: {}", {name, std::to_string(line), what});
}

class LineReader {
public:
    LineReader(std::string_view rest, const std::string& name, int line) : rest_(rest), name_(name), line_(line) {}

    bool done() {
        skip();
        return rest_.empty();
    }
    std::string token(const char* what) {
        if (done()) fail(name_, line_, {word("expected {}"), {Message(what)}});
        const size_t end = std::min(rest_.find(' '), rest_.size());
        std::string found(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return found;
    }
    std::string all(const char* what) {
        if (done()) fail(name_, line_, {word("expected {}"), {Message(what)}});
        std::string text(rest_);
        rest_ = {};
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
        return text;
    }
    int number(const char* what) {
        const std::string text = token(what);
        int value = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        if (result.ec != std::errc{} || result.ptr != text.data() + text.size())
            fail(name_, line_, {word("expected {}, got \"{}\""), {Message(what), text}});
        return value;
    }
    ScriptPlace place() {
        ScriptPlace place;
        if (!done() && rest_.front() == '@') {
            place.item = token(word("an item")).substr(1);
            if (const size_t plus = place.item.find('+'); plus != std::string::npos) {
                if (std::sscanf(place.item.c_str() + plus, "+%f,%f", &place.offset.x, &place.offset.y) != 2)
                    fail(name_, line_,
                         {word("expected {}"), {Message(word("@item+X,Y with fractions of the item's size"))}});
                place.has_offset = true;
                place.item.resize(plus);
            }
        } else {
            place.at.x = static_cast<float>(number(word("a pixel or @item")));
            place.at.y = static_cast<float>(number(word("a pixel")));
        }
        return place;
    }
    int button() {
        if (done()) return SDL_BUTTON_LEFT;
        const std::string name = token(word("a button"));
        if (name == "left") return SDL_BUTTON_LEFT;
        if (name == "right") return SDL_BUTTON_RIGHT;
        if (name == "middle") return SDL_BUTTON_MIDDLE;
        fail(name_, line_, {word("expected {}, got \"{}\""), {Message(word("left, right or middle")), name}});
    }

private:
    void skip() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    }

    std::string_view rest_;
    const std::string& name_;
    int line_;
};

ScriptCommand parse_line(std::string_view line, const std::string& name, int number) {
    LineReader in(line, name, number);
    ScriptCommand c;
    c.line = number;
    c.verb = in.token(word("a command"));
    if (c.verb == "resize") {
        c.size.x = in.number(word("a width"));
        c.size.y = in.number(word("a height"));
        constexpr int most = 8192, most_pixels = 16'000'000;
        if (c.size.x < 100 || c.size.y < 100 || c.size.x > most || c.size.y > most || c.size.x * c.size.y > most_pixels)
            fail(name, number,
                 {word("expected {}"), {Message(word("a size from 100 to 8192, of at most 16 million pixels"))}});
    } else if (c.verb == "move") {
        c.places.push_back(in.place());
    } else if (c.verb == "click" || c.verb == "double") {
        c.places.push_back(in.place());
        c.number = in.button();
    } else if (c.verb == "drag") {
        c.places.push_back(in.place());
        c.places.push_back(in.place());
        c.number = in.button();
    } else if (c.verb == "wheel") {
        c.places.push_back(in.place());
        c.number = in.number(word("a number of steps"));
        if (c.number < -100 || c.number > 100)
            fail(name, number, {word("expected {}"), {Message(word("from -100 to 100 steps"))}});
    } else if (c.verb == "key") {
        c.text = in.token(word("a key"));
        if (!parse_key(c.text)) fail(name, number, {word("there is no key \"{}\""), {c.text}});
    } else if (c.verb == "type") {
        c.text = in.all(word("a text"));
    } else if (c.verb == "screenshot") {
        c.text = in.all(word("a file"));
        if (c.text.find('/') != std::string::npos || c.text.starts_with('.') || !c.text.ends_with(".png"))
            fail(name, number,
                 {word("expected {}, got \"{}\""),
                  {Message(word("the name of a .png file, which is made in the script's folder")), c.text}});
    } else if (c.verb == "motion") {
        c.text = in.token(word("a share from 0 to 1, or clock"));
        char* end = nullptr;
        const double share = std::strtod(c.text.c_str(), &end);
        if (c.text != "clock" && (end != c.text.c_str() + c.text.size() || !(share >= 0 && share <= 1)))
            fail(name, number, {word("expected {}"), {Message(word("a share from 0 to 1, or clock"))}});
    } else if (c.verb == "clock") {
        c.text = in.token(word("a time in UTC"));
        if (!utc_time(c.text)) fail(name, number, {word("expected {}"), {Message(word("a time in UTC"))}});
    } else if (c.verb == "expect") {
        c.subject = in.token(word("what is expected"));
        static constexpr std::string_view subjects[]{
            "selected", "layout", "body",    "side",     "theme",   "overlay", "undo",    "status", "item",
            "no-item",  "region", "symptom", "language", "wording", "depth",   "around",  "style",  "hidden",
            "mode",     "focus",  "notice",  "drawing",  "chosen",  "tool",    "unsaved", "title",  "study"};
        if (std::find(std::begin(subjects), std::end(subjects), c.subject) == std::end(subjects))
            fail(name, number, {word("nothing can be expected of \"{}\""), {c.subject}});
        c.text = in.all(word("a value"));
    } else if (c.verb != "wait" && c.verb != "quit") {
        fail(name, number, {word("there is no command \"{}\""), {c.verb}});
    }
    if (!in.done()) fail(name, number, {word("there is more on the line than \"{}\" takes"), {c.verb}});
    return c;
}

std::string_view overlay_name(Overlay overlay) {
    constexpr std::string_view names[]{"none",    "help", "export",  "chart_file", "question",
                                       "compare", "talk", "handout", "study"};
    static_assert(std::size(names) == static_cast<size_t>(Overlay::study) + 1);
    return names[static_cast<size_t>(overlay)];
}

}  // namespace

std::vector<ScriptCommand> parse_script(std::string_view text, const std::string& name) {
    std::vector<ScriptCommand> commands;
    int number = 0;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end + 1));
        ++number;
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
        while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
        if (!line.empty() && line.front() != '#') commands.push_back(parse_line(line, name, number));
    }
    return commands;
}

std::vector<ScriptCommand> read_script(const std::filesystem::path& file) {
    constexpr std::uintmax_t most_bytes = 16 << 20;
    std::string text;
    try {
        text = read_file(file, {most_bytes, true});
    } catch (const ReadError& error) {
        throw ScriptError(word("The script {} can't be read ({}); {}."), {file.string(), error.got, error.advice});
    }
    return parse_script(text, file.string());
}

std::optional<Message> check_expectation(const Ui& ui, const ScriptCommand& c) {
    const Document& d = ui.document();
    std::string got;
    if (c.subject == "selected")
        got = chosen_muscle(d.selection).empty()  ? "none"
              : chosen_point(d.selection).empty() ? chosen_muscle(d.selection)
                                                  : chosen_muscle(d.selection) + "/" + chosen_point(d.selection);
    else if (c.subject == "layout")
        got = to_text(d.view.layout);
    else if (c.subject == "body")
        got = to_text(d.view.body);
    else if (c.subject == "side")
        got = to_text(d.view.side);
    else if (c.subject == "theme")
        got = to_text(d.view.theme);
    else if (c.subject == "overlay")
        got = overlay_name(ui.state.overlay);
    else if (c.subject == "region")
        got = chosen_region(d.selection).empty() ? "none" : chosen_region(d.selection);
    else if (c.subject == "symptom")
        got = chosen_complaint(d.selection).empty() ? "none" : chosen_complaint(d.selection);
    else if (c.subject == "language")
        got = ui.language();
    else if (c.subject == "wording")
        got = ui.plain() ? "plain" : "clinical";
    else if (c.subject == "depth")
        got = std::to_string(depth_step(ui.scene, d));
    else if (c.subject == "around")
        got = to_text(d.view.around);
    else if (c.subject == "style")
        got = to_text(d.view.style);
    else if (c.subject == "hidden")
        got = d.view.hidden.empty() ? "none" : join(d.view.hidden, " ");
    else if (c.subject == "undo")
        got = to_text(undo_message(ui));
    else if (c.subject == "mode")
        got = ui.modes.current().id;
    else if (c.subject == "study")
        got = ui.state.study;
    else if (c.subject == "tool")
        got = ui.modes.chosen_tool();
    else if (c.subject == "drawing")
        got = fmt::format("P{} F{} N{} K{}", d.drawing.areas.size(), d.drawing.findings.size(), d.drawing.notes.size(),
                          d.drawing.kept.size());
    else if (c.subject == "chosen") {
        const auto* chosen = std::get_if<ItemSelection>(&d.selection);
        got = chosen ? item_name(d.drawing, chosen->item) : "none";
    } else if (c.subject == "focus")
        got = ui.state.focus.ringed() ? ui.state.focus.at() : "none";
    else if (c.subject == "unsaved")
        got = chart_is_unsaved(ui) ? "yes" : "no";
    else if (c.subject == "title")
        got = window_title(ui);
    else if (c.subject == "notice")
        got = ui.state.notice;
    else if (c.subject == "status")
        got = ui.state.status;
    else {
        const bool there = ui.items.find(c.text) != nullptr;
        if (there == (c.subject == "item")) return {};
        return Message(c.subject == "item" ? word("no item \"{}\" can be seen") : word("item \"{}\" can be seen"),
                       {c.text});
    }
    if (got == c.text) return {};
    return Message(word("expected {} \"{}\", got \"{}\""), {c.subject, c.text, got});
}

std::optional<glm::vec2> find_place(const Ui& ui, const ScriptPlace& place) {
    if (place.item.empty()) return place.at;
    const Rect* rect = ui.items.find(place.item);
    if (!rect) return {};
    const glm::vec2 f = place.has_offset ? place.offset : glm::vec2{0.5f};
    return glm::vec2{std::floor(rect->x + rect->width * f.x), std::floor(rect->y + rect->height * f.y)};
}

void ScriptRecorder::record(const SDL_Event& event, bool typing) {
    std::ostringstream line;
    const auto button_name = [&] {
        return button_ == SDL_BUTTON_RIGHT ? " right" : button_ == SDL_BUTTON_MIDDLE ? " middle" : "";
    };
    if (event.type == SDL_TEXTINPUT && typing) {
        typed_ += event.text.text;
        return;
    }
    if (event.type == SDL_MOUSEBUTTONDOWN) {
        press_ = glm::ivec2{event.button.x, event.button.y};
        button_ = event.button.button;
        clicks_ = event.button.clicks;
    } else if (event.type == SDL_MOUSEBUTTONUP && press_) {
        const glm::ivec2 at{event.button.x, event.button.y};
        if (std::abs(at.x - press_->x) + std::abs(at.y - press_->y) > 4)
            line << "drag " << press_->x << ' ' << press_->y << ' ' << at.x << ' ' << at.y << button_name();
        else
            line << (clicks_ == 2 ? "double " : "click ") << at.x << ' ' << at.y << button_name();
        press_.reset();
    } else if (event.type == SDL_MOUSEWHEEL) {
        line << "wheel " << event.wheel.mouseX << ' ' << event.wheel.mouseY << ' ' << event.wheel.y;
    } else if (event.type == SDL_KEYDOWN) {
        const KeyPress press = press_of(event.key.keysym, keyboard_has_latin_letters());
        const SDL_Keycode key = press.key;
        const bool modifier = key >= SDLK_LCTRL && key <= SDLK_RGUI;
        // Typed characters and signs come as text.
        const bool as_text = key >= 32 && key < 127 && !press.ctrl && !press.alt && (typing || std::ispunct(key));
        if (modifier || as_text || to_text(press).empty()) return;
        line << "key " << to_text(press);
    } else if (event.type == SDL_TEXTINPUT && std::ispunct(static_cast<unsigned char>(event.text.text[0]))) {
        line << "key " << event.text.text;
    } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        line << "resize " << event.window.data1 << ' ' << event.window.data2;
    }
    if (line.str().empty()) return;
    text_ += typed_line() + line.str() + '\n';
    typed_.clear();
}

// In quotes where the blanks at its ends, or quotes there, would be lost.
std::string ScriptRecorder::typed_line() const {
    if (typed_.empty()) return "";
    const auto is_lost = [](char c) { return c == ' ' || c == '"'; };
    const bool quoted = is_lost(typed_.front()) || is_lost(typed_.back());
    return quoted ? "type \"" + typed_ + "\"\n" : "type " + typed_ + "\n";
}

std::string ScriptRecorder::text() const { return text_ + typed_line(); }

}  // namespace myomap
