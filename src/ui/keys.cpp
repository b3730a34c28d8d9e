#include "ui/keys.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <SDL.h>
#include <utf8proc.h>

#include "ui/chart_file_actions.h"
#include "ui/mode.h"
#include "ui/panels/export_dialog.h"
#include "ui/scale.h"
#include "ui/undo.h"
#include "ui/words.h"

namespace myomap {

namespace {

template <StandardView View>
void view(Ui& ui) {
    ui.act([&](Document& d) { return show_standard_view(d, ui.scene, View); });
}

template <Layout Which>
void layout(Ui& ui) {
    ui.act([&](Document& d) { return choose_layout(d, ui.scene, Which); });
}

// Pressed again: all muscles.
template <Around Which>
void around(Ui& ui) {
    ui.act([](Document& d) { return choose_around(d, d.view.around == Which ? Around::all : Which); });
}

template <Message (*Action)(Document&)>
void toggle(Ui& ui) {
    ui.act([](Document& d) { return Action(d); });
}

bool panels_or_tools_escape(Ui& ui) {
    for (Tool* const tool : ui.modes.tools())
        if (tool->escape(ui)) return true;
    for (const PanelSide which : {PanelSide::left, PanelSide::right})
        if (Panel* panel = ui.modes.panel(which); panel && panel->escape(ui)) return true;
    return false;
}

// One thing at a time: menu, dialog, typing, the ring of the keyboard, what tools and panels are in the middle of,
// selection.
void escape(Ui& ui) {
    UiState& s = ui.state;
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
        s.close_menus = true;
    else if (s.overlay != Overlay::none && s.page_of_dialog)
        s.leave_page = true;
    else if (s.overlay != Overlay::none)
        s.overlay = Overlay::none;
    else if (s.typing)
        s.leave_field = true;
    else if (s.focus.ringed())
        s.focus.hide();
    else if (!panels_or_tools_escape(ui))
        ui.act([](Document& d) { return clear_selection(d); });
}

void back(Ui& ui) {
    ui.settle();
    ui.state.history.back();
}

void forward(Ui& ui) {
    ui.settle();
    ui.state.history.forward();
}

template <std::size_t Index>
void mode(Ui& ui) {
    ui.modes.choose(ui, Index);
}

// In the order of the switch.
struct ModeKey {
    const char* keys;
    void (*action)(Ui&);
};
constexpr auto mode_keys = std::to_array<ModeKey>({{"Ctrl+1", mode<0>},
                                                   {"Ctrl+2", mode<1>},
                                                   {"Ctrl+3", mode<2>},
                                                   {"Ctrl+4", mode<3>},
                                                   {"Ctrl+5", mode<4>},
                                                   {"Ctrl+6", mode<5>}});

void toggle_panel(Ui& ui, PanelSide which) {
    bool& open = which == PanelSide::left ? ui.state.left_open : ui.state.right_open;
    // Where only one fits, the key brings up the other one first.
    open = !open || (ui.state.last_opened != which && ui.state.left_open && ui.state.right_open &&
                     ImGui::GetIO().DisplaySize.x < ui.px(narrow_window));
    if (open) ui.state.last_opened = which;
}

// These come before the table, see press_key; they stand in it for the F1 page.
template <Focus::Key Key>
void focus(Ui& ui) {
    ui.state.focus.key(Key, ui.state.typing);
}

constexpr auto bindings = std::to_array<KeyBinding>({
    {word("Views"), "P", word("Plate: the four sides of the body"), false, layout<Layout::plate>},
    {word("Views"), "H", word("Head and neck, close up"), false, layout<Layout::head_neck>},
    {word("Views"), "F", word("Focus on what is chosen"), false, layout<Layout::focus>},
    {word("Views"), "1", word("Anterior view"), false, view<StandardView::anterior>},
    {word("Views"), "2", word("Posterior view"), false, view<StandardView::posterior>},
    {word("Views"), "3", word("The patient's left side"), false, view<StandardView::left>},
    {word("Views"), "4", word("The patient's right side"), false, view<StandardView::right>},
    {word("Views"), "5", word("From above"), false, view<StandardView::superior>},
    {word("Views"), "6", word("From below"), false, view<StandardView::inferior>},
    {word("Views"), "N", word("Straighten to the nearest view"), false,
     [](Ui& ui) { ui.act([](Document& d) { return snap_to_nearest_view(d); }); }},
    {word("The chart"), "Escape", word("Close, or clear the selection"), true, escape},
    {word("The chart"), "G", word("Female or male body"), false, [](Ui& ui) {
         ui.act([](Document& d) {
             return choose_body(d, d.view.body == BodyId::adult_male ? BodyId::adult_female : BodyId::adult_male);
         });
     }},
    {word("The chart"), "S", word("Spillover zones"), false, toggle<toggle_spillover>},
    {word("The chart"), "M", word("The muscle's own area"), false, toggle<toggle_muscle_area>},
    {word("The chart"), "T", word("Labels"), false, toggle<toggle_labels>},
    {word("The chart"), "X", word("All trigger points"), false, toggle<toggle_all_points>},
    {word("The chart file"), "Ctrl+N", word("New chart"), true, new_chart},
    {word("The chart file"), "Ctrl+O", word("Open a chart"), true, open_chart_dialog},
    {word("The chart file"), "Ctrl+Shift+O", word("Recent charts"), true, recent_charts_dialog},
    {word("The chart file"), "Ctrl+S", word("Save the chart"), true, save_chart},
    {word("The chart file"), "Ctrl+Shift+S", word("Save the chart as"), true, save_chart_as},
    {word("Layers"), "PageDown", word("One layer deeper, towards the bones"), true,
     [](Ui& ui) { ui.act([&](Document& d) { return step_depth(d, ui.scene, 1); }); }},
    {word("Layers"), "PageUp", word("One layer back, towards the skin"), true,
     [](Ui& ui) { ui.act([&](Document& d) { return step_depth(d, ui.scene, -1); }); }},
    {word("Layers"), "I", word("The chosen muscle alone"), false, around<Around::alone>},
    {word("Layers"), "O", word("What lies over it"), false, around<Around::over>},
    {word("Layers"), "U", word("What lies under it"), false, around<Around::under>},
    {word("Layers"), "Delete", word("Hide the chosen muscle"), false, [](Ui& ui) {
         if (const auto muscle = ui.scene.atlas.find_muscle(chosen_muscle(ui.document().selection)))
             ui.act([&](Document& d) { return hide_muscle(d, ui.scene, *muscle); });
     }},
    {word("Layers"), "A", word("All muscles"), false, toggle<show_hidden_muscles>},
    {word("Layers"), "J", word("Line drawing, for the photocopier"), false, [](Ui& ui) {
         ui.act([](Document& d) { return choose_style(d, d.view.style == Style::shaded ? Style::line_art : Style::shaded); });
     }},
    {word("Keyboard alone"), "Tab", word("Next control, with a ring around it"), true, focus<Focus::Key::next>},
    {word("Keyboard alone"), "Shift+Tab", word("Previous control"), true, focus<Focus::Key::previous>},
    {word("Keyboard alone"), "Space", word("Press what has the ring, like Enter"), false, focus<Focus::Key::press>},
    {word("The window"), "W", word("Plain or clinical wording"), false, [](Ui& ui) {
         ui.state.wording = ui.plain() ? Wording::clinical : Wording::plain;
     }},
    {word("The window"), "Ctrl+L", word("The next language"), true, [](Ui& ui) {
         ui.state.wanted_language = ui.context.languages.after(ui.scene.atlas.language);
     }},
    {word("The window"), "Ctrl+Z", word("Undo"), true, undo},
    {word("The window"), "Ctrl+Shift+Z, Ctrl+Y", word("Redo"), true, redo},
    {word("The window"), "Alt+Left", word("Back to what was shown before"), true, back},
    {word("The window"), "Alt+Right", word("Forward again"), true, forward},
    {word("The window"), "Ctrl+E", word("Export the chart"), true, open_export_dialog},
    {word("The window"), "D", word("Dark or light"), false, [](Ui& ui) {
         ui.act([](Document& d) { return choose_theme(d, d.view.theme == Theme::light ? Theme::dark : Theme::light); });
     }},
    {word("The window"), "[", word("Left panel"), false, [](Ui& ui) { toggle_panel(ui, PanelSide::left); }},
    {word("The window"), "]", word("Right panel"), false, [](Ui& ui) { toggle_panel(ui, PanelSide::right); }},
    {word("The window"), "Ctrl++, Ctrl+=", word("Larger"), true, [](Ui& ui) { step_scale(ui, 1); }},
    {word("The window"), "Ctrl+-", word("Smaller"), true, [](Ui& ui) { step_scale(ui, -1); }},
    {word("The window"), "Ctrl+0", word("Size from the display"), true, [](Ui& ui) { ui.state.scale_choice = 0; }},
    {word("The window"), "F1, ?", word("This page"), true, [](Ui& ui) {
         ui.state.overlay = ui.state.overlay == Overlay::help ? Overlay::none : Overlay::help;
     }},
    {word("The window"), "Ctrl+Q", word("Quit"), true, quit},
});

// The rest of the focus's keys: they have other meanings where there is no ring, so the table can't have them.
constexpr auto ring_keys = std::to_array<KeyBinding>({
    {word("Keyboard alone"), "Enter", word("Press what has the ring; in the file's name: save"), false, nullptr},
    {word("Keyboard alone"), "Left+Right+Up+Down",
     word("Move within the list, tabs or menu that has the ring; fold and unfold; scroll its text"), false, nullptr},
    {word("Keyboard alone"), "PageUp+PageDown", word("Scroll its text by pages; Home and End: to its ends"), false,
     nullptr},
    {word("Keyboard alone"), "Escape", word("Close the menu or dialog, leave the field, hide the ring"), false,
     nullptr},
});

std::optional<Focus::Key> focus_key(const KeyPress& press) {
    using Key = Focus::Key;
    if (press.ctrl || press.alt) return {};
    if (press.key == SDLK_TAB) return press.shift ? Key::previous : Key::next;
    if (press.shift) return {};
    switch (press.key) {
        case SDLK_UP:
            return Key::up;
        case SDLK_DOWN:
            return Key::down;
        case SDLK_LEFT:
            return Key::left;
        case SDLK_RIGHT:
            return Key::right;
        case SDLK_HOME:
            return Key::home;
        case SDLK_END:
            return Key::end;
        case SDLK_PAGEUP:
            return Key::page_up;
        case SDLK_PAGEDOWN:
            return Key::page_down;
        case SDLK_RETURN:
        case SDLK_SPACE:
            return Key::press;
        default:
            return {};
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// The code of a text that is one character.
std::optional<SDL_Keycode> only_character(std::string_view text) {
    utf8proc_int32_t code = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (used < 1 || static_cast<size_t>(used) != text.size() || code <= ' ') return {};
    return code;
}

// In one word; a letter as it is, since SDL's names of letters are capitals that it does not find again.
std::string name_of(SDL_Keycode key) {
    if (key > ' ' && key != SDLK_DELETE && (key & SDLK_SCANCODE_MASK) == 0) {
        utf8proc_uint8_t bytes[4];
        const auto count = utf8proc_encode_char(key, bytes);
        return {reinterpret_cast<const char*>(bytes), static_cast<size_t>(count)};
    }
    std::string name = lower(SDL_GetKeyName(key));
    std::ranges::replace(name, ' ', '_');
    return name;
}

struct PadKey {
    SDL_Keycode key, with_num_lock, without;
};
constexpr auto number_pad = std::to_array<PadKey>({{SDLK_KP_0, SDLK_0, SDLK_INSERT},
                                                   {SDLK_KP_1, SDLK_1, SDLK_END},
                                                   {SDLK_KP_2, SDLK_2, SDLK_DOWN},
                                                   {SDLK_KP_3, SDLK_3, SDLK_PAGEDOWN},
                                                   {SDLK_KP_4, SDLK_4, SDLK_LEFT},
                                                   {SDLK_KP_5, SDLK_5, SDLK_CLEAR},
                                                   {SDLK_KP_6, SDLK_6, SDLK_RIGHT},
                                                   {SDLK_KP_7, SDLK_7, SDLK_HOME},
                                                   {SDLK_KP_8, SDLK_8, SDLK_UP},
                                                   {SDLK_KP_9, SDLK_9, SDLK_PAGEUP},
                                                   {SDLK_KP_PERIOD, SDLK_PERIOD, SDLK_DELETE}});

}  // namespace

std::vector<KeyBinding> key_table(const Ui& ui) {
    const ModeEntry& current = ui.modes.current();
    std::vector<KeyBinding> table;
    const std::span<const ModeEntry> modes = ui.modes.all();
    for (size_t i = 0; modes.size() > 1 && i < std::min(modes.size(), mode_keys.size()); ++i)
        table.push_back({word("Modes"), mode_keys[i].keys, modes[i].name, true, mode_keys[i].action});
    // The mode's keys beside those of their group, and its own groups after the views.
    std::vector<bool> placed(current.keys.size());
    const auto place = [&](const auto& wanted) {
        for (size_t i = 0; i < current.keys.size(); ++i)
            if (!placed[i] && wanted(current.keys[i])) table.push_back(current.keys[i]), placed[i] = true;
    };
    std::string_view group;
    for (const KeyBinding& binding : bindings) {
        if (binding.group != group && group == "Views")
            place([](const KeyBinding& key) {
                return std::ranges::find(bindings, key.group, &KeyBinding::group) == bindings.end();
            });
        if (binding.group != group) place([&](const KeyBinding& key) { return key.group == binding.group; });
        group = binding.group;
        const auto same_keys = [&](const KeyBinding& key) { return key.keys == binding.keys; };
        if (std::ranges::none_of(current.keys, same_keys)) table.push_back(binding);
    }
    return table;
}

std::vector<KeyBinding> key_page(const Ui& ui) {
    std::vector<KeyBinding> page = key_table(ui);
    const auto last = std::ranges::find(page.rbegin(), page.rend(), ring_keys.front().group, &KeyBinding::group);
    page.insert(last.base(), ring_keys.begin(), ring_keys.end());
    return page;
}

std::optional<KeyPress> parse_key(std::string_view text) {
    KeyPress press;
    std::string rest = lower(text);
    const auto take = [&](std::string_view prefix) {
        if (!rest.starts_with(prefix) || rest.size() == prefix.size()) return false;
        rest.erase(0, prefix.size());
        return true;
    };
    for (bool more = true; more;) {
        more = false;
        if (take("ctrl+")) more = press.ctrl = true;
        if (take("shift+")) more = press.shift = true;
        if (take("alt+")) more = press.alt = true;
    }
    if (rest == "enter") rest = "return";
    if (const auto letter = only_character(rest)) {
        press.key = *letter;
        return press;
    }
    std::ranges::replace(rest, '_', ' ');
    const SDL_Keycode key = SDL_GetKeyFromName(rest.c_str());
    if (key == SDLK_UNKNOWN) return {};
    press.key = key;
    return press;
}

std::string to_text(const KeyPress& press) {
    std::string text;
    if (press.ctrl) text += "ctrl+";
    if (press.shift) text += "shift+";
    if (press.alt) text += "alt+";
    const std::string name = name_of(press.key);
    return name.empty() ? "" : text + name;
}

KeyPress press_of(const SDL_Keysym& key, bool latin_letters) {
    KeyPress press{key.sym, (key.mod & (KMOD_CTRL | KMOD_GUI)) != 0, (key.mod & KMOD_SHIFT) != 0,
                   (key.mod & KMOD_ALT) != 0};
    const bool is_letter = press.key >= 128 && (press.key & SDLK_SCANCODE_MASK) == 0;
    if (is_letter && !latin_letters) {
        if (key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z)
            press.key = 'a' + (key.scancode - SDL_SCANCODE_A);
        else if (key.scancode == SDL_SCANCODE_LEFTBRACKET)
            press.key = '[';
        else if (key.scancode == SDL_SCANCODE_RIGHTBRACKET)
            press.key = ']';
    }
    const auto on_pad = std::ranges::find(number_pad, press.key, &PadKey::key);
    if (on_pad != number_pad.end()) press.key = (key.mod & KMOD_NUM) != 0 ? on_pad->with_num_lock : on_pad->without;
    return press;
}

bool keyboard_has_latin_letters() {
    for (int code = SDL_SCANCODE_A; code <= SDL_SCANCODE_Z; ++code)
        if (const SDL_Keycode key = SDL_GetKeyFromScancode(static_cast<SDL_Scancode>(code)); key >= 'a' && key <= 'z')
            return true;
    return false;
}

std::optional<KeyPress> digit_by_place(const SDL_Keysym& key, const KeyPress& press) {
    if (key.scancode < SDL_SCANCODE_1 || key.scancode > SDL_SCANCODE_0) return {};
    if (press.key >= SDLK_0 && press.key <= SDLK_9) return {};
    KeyPress digit = press;
    digit.key = key.scancode == SDL_SCANCODE_0 ? SDLK_0 : SDLK_1 + (key.scancode - SDL_SCANCODE_1);
    digit.shift = false;
    return digit;
}

std::vector<KeyPress> presses(const KeyBinding& binding) {
    std::vector<KeyPress> all;
    for (std::string_view rest = binding.keys; !rest.empty();) {
        const size_t comma = rest.find(", ");
        if (const auto press = parse_key(rest.substr(0, comma))) all.push_back(*press);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
    }
    return all;
}

bool press_key(Ui& ui, KeyPress press) {
    ui.state.focus.use_keyboard();
    if (press.key == SDLK_KP_ENTER) press.key = SDLK_RETURN;
    if (press.key == SDLK_KP_PLUS) press.key = SDLK_PLUS;
    if (press.key == SDLK_KP_MINUS) press.key = SDLK_MINUS;
    // Signs sit on other levels of other keyboards: there Shift says nothing.
    if (press.key < 128 && std::ispunct(press.key)) press.shift = false;
    if (const auto key = focus_key(press); key && ui.state.focus.key(*key, ui.state.typing)) return true;
    for (const KeyBinding& binding : key_table(ui)) {
        if (ui.state.typing && !binding.while_typing) continue;
        // A dialog takes the keyboard, but for closing and for leaving the program.
        if (ui.state.overlay != Overlay::none && binding.action != escape && !binding.keys.starts_with("F1") &&
            !binding.keys.starts_with("Ctrl+Q"))
            continue;
        for (const KeyPress& one : presses(binding))
            if (one == press) {
                binding.action(ui);
                return true;
            }
    }
    return false;
}

}  // namespace myomap
