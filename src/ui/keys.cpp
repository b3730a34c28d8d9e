#include "ui/keys.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <SDL.h>

#include "ui/scale.h"

namespace myomap {

namespace {

template <StandardView View>
void view(Ui& ui) {
    ui.act([&](ChartDocument& d) { return show_standard_view(d, ui.scene, View); });
}

template <Layout Which>
void layout(Ui& ui) {
    ui.act([&](ChartDocument& d) { return choose_layout(d, ui.scene, Which); });
}

template <SideChoice Which>
void side(Ui& ui) {
    ui.act([](ChartDocument& d) { return choose_side(d, Which); });
}

template <std::string (*Action)(ChartDocument&)>
void toggle(Ui& ui) {
    ui.act([](ChartDocument& d) { return Action(d); });
}

template <int Step>
void point(Ui& ui) {
    ui.act([&](ChartDocument& d) { return step_point(d, ui.scene, Step); });
}

// While searching the arrows walk the list instead.
template <int Step>
void muscle_or_row(Ui& ui) {
    if (ui.state.tree.typing)
        ui.state.tree.move += Step;
    else
        ui.act([&](ChartDocument& d) { return step_muscle(d, ui.scene, Step); });
}

// One thing at a time: menu, dialog, typing, search, selection.
void escape(Ui& ui) {
    UiState& s = ui.state;
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
        s.close_menus = true;
    else if (s.overlay != Overlay::none)
        s.overlay = Overlay::none;
    else if (s.tree.typing)
        s.tree.leave = true;
    else if (!s.tree.query.empty())
        s.tree.query.clear();
    else
        ui.act([](ChartDocument& d) { return clear_selection(d); });
}

void toggle_panel(Ui& ui, SidePanel which) {
    bool& open = which == SidePanel::left ? ui.state.left_open : ui.state.right_open;
    // Where only one fits, the key brings up the other one first.
    open = !open || (ui.state.last_opened != which && ui.state.left_open && ui.state.right_open &&
                     ImGui::GetIO().DisplaySize.x < ui.px(narrow_window));
    if (open) ui.state.last_opened = which;
}

constexpr auto bindings = std::to_array<KeyBinding>({
    {"Views", "P", "Plate: the four sides of the body", false, layout<Layout::plate>},
    {"Views", "H", "Head and neck, close up", false, layout<Layout::head_neck>},
    {"Views", "F", "Focus on the chosen trigger point", false, layout<Layout::focus>},
    {"Views", "1", "Anterior view", false, view<StandardView::anterior>},
    {"Views", "2", "Posterior view", false, view<StandardView::posterior>},
    {"Views", "3", "The patient's left side", false, view<StandardView::left>},
    {"Views", "4", "The patient's right side", false, view<StandardView::right>},
    {"Views", "5", "From above", false, view<StandardView::superior>},
    {"Views", "6", "From below", false, view<StandardView::inferior>},
    {"Views", "N", "Straighten to the nearest view", false,
     [](Ui& ui) { ui.act([](ChartDocument& d) { return snap_to_nearest_view(d); }); }},
    {"Trigger points", "Right", "Next trigger point", false, point<1>},
    {"Trigger points", "Left", "Previous trigger point", false, point<-1>},
    {"Trigger points", "Down", "Next muscle (searching: next row)", true, muscle_or_row<1>},
    {"Trigger points", "Up", "Previous muscle (searching: row)", true, muscle_or_row<-1>},
    {"Trigger points", "/", "Search", false, [](Ui& ui) {
         ui.state.left_open = true;
         ui.state.last_opened = SidePanel::left;
         ui.state.tree.focus = true;
     }},
    {"Trigger points", "Enter", "Take the row of the search", true,
     [](Ui& ui) { ui.state.tree.enter = ui.state.tree.typing; }},
    {"Trigger points", "Escape", "Close, or clear the selection", true, escape},
    {"The chart", "L", "Patient's left side", false, side<SideChoice::left>},
    {"The chart", "R", "Patient's right side", false, side<SideChoice::right>},
    {"The chart", "B", "Both sides", false, side<SideChoice::both>},
    {"The chart", "G", "Female or male body", false, [](Ui& ui) {
         ui.act([](ChartDocument& d) {
             return choose_body(d, d.body == BodyId::adult_male ? BodyId::adult_female : BodyId::adult_male);
         });
     }},
    {"The chart", "S", "Spillover zones", false, toggle<toggle_spillover>},
    {"The chart", "M", "The muscle's own area", false, toggle<toggle_muscle_area>},
    {"The chart", "T", "Labels", false, toggle<toggle_labels>},
    {"The chart", "X", "All trigger points", false, toggle<toggle_all_points>},
    {"The window", "Ctrl+Z", "Undo", true, [](Ui& ui) { ui.settle(); ui.state.undo.undo(); }},
    {"The window", "Ctrl+Shift+Z, Ctrl+Y", "Redo", true, [](Ui& ui) { ui.settle(); ui.state.undo.redo(); }},
    {"The window", "Ctrl+E", "Export as PNG or PDF", true, open_export_dialog},
    {"The window", "D", "Dark or light", false, [](Ui& ui) {
         ui.act([](ChartDocument& d) { return choose_theme(d, d.theme == Theme::light ? Theme::dark : Theme::light); });
     }},
    {"The window", "[", "Left panel", false, [](Ui& ui) { toggle_panel(ui, SidePanel::left); }},
    {"The window", "]", "Right panel", false, [](Ui& ui) { toggle_panel(ui, SidePanel::right); }},
    {"The window", "Ctrl++, Ctrl+=", "Larger", true, [](Ui& ui) { step_scale(ui, 1); }},
    {"The window", "Ctrl+-", "Smaller", true, [](Ui& ui) { step_scale(ui, -1); }},
    {"The window", "Ctrl+0", "Size from the display", true, [](Ui& ui) { ui.state.scale_choice = 0; }},
    {"The window", "F1, ?", "This page", true, [](Ui& ui) {
         ui.state.overlay = ui.state.overlay == Overlay::help ? Overlay::none : Overlay::help;
     }},
    {"The window", "Ctrl+Q", "Quit", true, [](Ui& ui) { ui.state.quit = true; }},
});

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}  // namespace

std::span<const KeyBinding> key_table() { return bindings; }

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
    return text + lower(SDL_GetKeyName(press.key));
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
    if (press.key == SDLK_KP_ENTER) press.key = SDLK_RETURN;
    if (press.key == SDLK_KP_PLUS) press.key = SDLK_PLUS;
    if (press.key == SDLK_KP_MINUS) press.key = SDLK_MINUS;
    // Signs sit on other levels of other keyboards: there Shift says nothing.
    if (press.key < 128 && std::ispunct(press.key)) press.shift = false;
    for (const KeyBinding& binding : bindings) {
        if (ui.state.tree.typing && !binding.while_typing) continue;
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
