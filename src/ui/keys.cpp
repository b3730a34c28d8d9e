#include "ui/keys.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <SDL.h>

#include "ui/scale.h"
#include "ui/words.h"

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

// Pressed again: all muscles.
template <Around Which>
void around(Ui& ui) {
    ui.act([](ChartDocument& d) { return choose_around(d, d.around == Which ? Around::all : Which); });
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
     [](Ui& ui) { ui.act([](ChartDocument& d) { return snap_to_nearest_view(d); }); }},
    {word("Trigger points"), "Right", word("Next trigger point"), false, point<1>},
    {word("Trigger points"), "Left", word("Previous trigger point"), false, point<-1>},
    {word("Trigger points"), "Down", word("Next muscle (searching: next row)"), true, muscle_or_row<1>},
    {word("Trigger points"), "Up", word("Previous muscle (searching: row)"), true, muscle_or_row<-1>},
    {word("Trigger points"), "/", word("Search"), false, [](Ui& ui) {
         ui.state.left_open = true;
         ui.state.last_opened = SidePanel::left;
         ui.state.tree.focus = true;
     }},
    {word("Trigger points"), "Enter", word("Take the row of the search"), true,
     [](Ui& ui) { ui.state.tree.enter = ui.state.tree.typing; }},
    {word("Trigger points"), "Escape", word("Close, or clear the selection"), true, escape},
    {word("The chart"), "L", word("Patient's left side"), false, side<SideChoice::left>},
    {word("The chart"), "R", word("Patient's right side"), false, side<SideChoice::right>},
    {word("The chart"), "B", word("Both sides"), false, side<SideChoice::both>},
    {word("The chart"), "G", word("Female or male body"), false, [](Ui& ui) {
         ui.act([](ChartDocument& d) {
             return choose_body(d, d.body == BodyId::adult_male ? BodyId::adult_female : BodyId::adult_male);
         });
     }},
    {word("The chart"), "S", word("Spillover zones"), false, toggle<toggle_spillover>},
    {word("The chart"), "M", word("The muscle's own area"), false, toggle<toggle_muscle_area>},
    {word("The chart"), "T", word("Labels"), false, toggle<toggle_labels>},
    {word("The chart"), "X", word("All trigger points"), false, toggle<toggle_all_points>},
    {word("Layers"), "PageDown", word("One layer deeper, towards the bones"), true,
     [](Ui& ui) { ui.act([&](ChartDocument& d) { return step_depth(d, ui.scene, 1); }); }},
    {word("Layers"), "PageUp", word("One layer back, towards the skin"), true,
     [](Ui& ui) { ui.act([&](ChartDocument& d) { return step_depth(d, ui.scene, -1); }); }},
    {word("Layers"), "I", word("The chosen muscle alone"), false, around<Around::alone>},
    {word("Layers"), "O", word("What lies over it"), false, around<Around::over>},
    {word("Layers"), "U", word("What lies under it"), false, around<Around::under>},
    {word("Layers"), "Delete", word("Hide the chosen muscle"), false, [](Ui& ui) {
         if (const auto muscle = ui.scene.atlas.find_muscle(ui.document().muscle))
             ui.act([&](ChartDocument& d) { return hide_muscle(d, ui.scene, *muscle); });
     }},
    {word("Layers"), "A", word("All muscles"), false, toggle<show_hidden_muscles>},
    {word("Layers"), "J", word("Line drawing, for the photocopier"), false, [](Ui& ui) {
         ui.act([](ChartDocument& d) { return choose_style(d, d.style == Style::shaded ? Style::line_art : Style::shaded); });
     }},
    {word("The window"), "W", word("Plain or clinical wording"), false, [](Ui& ui) {
         ui.state.wording = ui.plain() ? Wording::clinical : Wording::plain;
     }},
    {word("The window"), "Ctrl+L", word("English or French"), true, [](Ui& ui) {
         ui.state.wanted_language = ui.scene.atlas.language == Language::en ? Language::fr : Language::en;
     }},
    {word("The window"), "Ctrl+Z", word("Undo"), true, [](Ui& ui) { ui.settle(); ui.state.undo.undo(); }},
    {word("The window"), "Ctrl+Shift+Z, Ctrl+Y", word("Redo"), true, [](Ui& ui) { ui.settle(); ui.state.undo.redo(); }},
    {word("The window"), "Ctrl+E", word("Export the chart"), true, open_export_dialog},
    {word("The window"), "D", word("Dark or light"), false, [](Ui& ui) {
         ui.act([](ChartDocument& d) { return choose_theme(d, d.theme == Theme::light ? Theme::dark : Theme::light); });
     }},
    {word("The window"), "[", word("Left panel"), false, [](Ui& ui) { toggle_panel(ui, SidePanel::left); }},
    {word("The window"), "]", word("Right panel"), false, [](Ui& ui) { toggle_panel(ui, SidePanel::right); }},
    {word("The window"), "Ctrl++, Ctrl+=", word("Larger"), true, [](Ui& ui) { step_scale(ui, 1); }},
    {word("The window"), "Ctrl+-", word("Smaller"), true, [](Ui& ui) { step_scale(ui, -1); }},
    {word("The window"), "Ctrl+0", word("Size from the display"), true, [](Ui& ui) { ui.state.scale_choice = 0; }},
    {word("The window"), "F1, ?", word("This page"), true, [](Ui& ui) {
         ui.state.overlay = ui.state.overlay == Overlay::help ? Overlay::none : Overlay::help;
     }},
    {word("The window"), "Ctrl+Q", word("Quit"), true, [](Ui& ui) { ui.state.quit = true; }},
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
