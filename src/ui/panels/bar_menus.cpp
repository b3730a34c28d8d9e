#include "ui/panels/bar_menus.h"

#include <array>

#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/scale.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr float menu_width = 300;

float row_width(const Ui& ui) { return ui.px(menu_width) - ui.px(16); }

// Why the text is smaller than was asked for.
void lowered_note(const Ui& ui) {
    if (ui.look.scale >= ui.state.scale_wanted) return;
    gap(ui, 4);
    paragraph(ui, Face::small, ui.colors().quiet,
              ui.scene.phrase("Shown at {}: no room for {}", {percent(ui.look.scale), percent(ui.state.scale_wanted)}),
              ui.px(10), ui.px(10));
    gap(ui, 6);
}

void language_rows(Ui& ui) {
    for (const LanguageEntry& one : ui.context.languages.all())
        if (menu_row(ui, "language/" + one.language.code(), one.name, "", RowMark::choice,
                     one.language == ui.scene.atlas.language, row_width(ui))) {
            ui.state.wanted_language = one.language;
            ImGui::CloseCurrentPopup();
        }
}

void body_rows(Ui& ui) {
    const BodyId now = ui.document().view.body;
    const auto row = [&](const char* name, std::string_view label, BodyId body) {
        if (menu_row(ui, name, label, "G", RowMark::choice, now == body, row_width(ui)))
            ui.act([&](Document& d) { return choose_body(d, body); });
    };
    row("body/female", ui.say("Female body"), BodyId::adult_female);
    row("body/male", ui.say("Male body"), BodyId::adult_male);
}

// The size with a button on either side.
void scale_row(Ui& ui) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = row_width(ui), height = ui.px(36);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string_view label = ui.say("Text size");
    draw_text(ui, list, {at.x + ui.px(38), at.y + (height - text_size(ui, Face::body, label).y) / 2}, Face::body, c.ink,
              label);
    const float value = ui.px(58), x = at.x + width - 2 * height - value;
    ImGui::SetCursorScreenPos({x, at.y});
    if (icon_button(ui, "scale/smaller", icon::minus, ui.say("Smaller"), "Ctrl \u2013",
                    ui.look.scale > scale_steps.front()))
        step_scale(ui, -1);
    draw_text_centred(ui, list, {x + height, at.y, value, height}, Face::small_strong, c.ink, percent(ui.look.scale));
    ImGui::SetCursorScreenPos({x + height + value, at.y});
    if (icon_button(ui, "scale/larger", icon::plus, ui.say("Larger"), "Ctrl +", ui.look.scale < scale_steps.back()))
        step_scale(ui, 1);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    lowered_note(ui);
}

}  // namespace

std::string_view mode_key(std::size_t index) {
    static constexpr std::array keys{"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"};
    return index < keys.size() ? keys[index] : "";
}

void show_menu(Ui& ui, const Rect& button) {
    if (!begin_menu(ui, "show", button, ui.px(menu_width))) return;
    const Document& d = ui.document();
    const float row = row_width(ui);
    if (menu_row(ui, "show/spillover", ui.say("Spillover zones"), "S", RowMark::box, d.view.show_spillover, row))
        ui.act(toggle_spillover);
    if (menu_row(ui, "show/area", ui.say("The muscle's own area"), "M", RowMark::box, d.view.show_muscle_area, row))
        ui.act(toggle_muscle_area);
    if (menu_row(ui, "show/labels", ui.say("Labels"), "T", RowMark::box, d.view.show_labels, row))
        ui.act(toggle_labels);
    if (menu_row(ui, "show/points", ui.say("All trigger points"), "X", RowMark::box, d.view.show_all_points, row))
        ui.act(toggle_all_points);
    ImGui::EndPopup();
}

void scale_menu(Ui& ui, const Rect& button) {
    if (!begin_menu(ui, "scale", button, ui.px(menu_width))) return;
    const float row = row_width(ui);
    if (menu_row(ui, "scale/auto", ui.say("From the display"), "Ctrl+0", RowMark::choice, ui.state.scale_choice == 0,
                 row))
        ui.state.scale_choice = 0;
    for (const float step : scale_steps) {
        const std::string words = percent(step), number = words.substr(0, words.find(' '));
        if (menu_row(ui, "scale/" + number, words, "", RowMark::choice, ui.state.scale_choice == step, row))
            ui.state.scale_choice = step;
    }
    lowered_note(ui);
    ImGui::EndPopup();
}

void languages_menu(Ui& ui, const Rect& button) {
    if (!begin_menu(ui, "languages", button, ui.px(menu_width))) return;
    language_rows(ui);
    ImGui::EndPopup();
}

void modes_menu(Ui& ui, const Rect& button) {
    if (!begin_menu(ui, "modes", {button.x, button.y, ui.px(menu_width), button.height}, ui.px(menu_width))) return;
    const std::span<const ModeEntry> modes = ui.modes.all();
    for (size_t i = 0; i < modes.size(); ++i)
        if (menu_row(ui, "mode/" + std::string(modes[i].id), ui.say(modes[i].name), mode_key(i), RowMark::choice,
                     i == ui.modes.at(), row_width(ui))) {
            ui.modes.choose(ui, i);
            ImGui::CloseCurrentPopup();
        }
    ImGui::EndPopup();
}

void more_menu(Ui& ui, const Rect& button, Folded folded) {
    if (!begin_menu(ui, "more", button, ui.px(menu_width))) return;
    const float row = row_width(ui);
    if (folded.bodies) {
        body_rows(ui);
        rule(ui);
    }
    if (folded.languages && ui.context.languages.all().size() > 1) {
        language_rows(ui);
        rule(ui);
    }
    scale_row(ui);
    if (menu_row(ui, "scale/auto", ui.say("From the display"), "Ctrl+0", RowMark::box, ui.state.scale_choice == 0, row))
        ui.state.scale_choice = 0;
    const bool dark = ui.document().view.theme == Theme::dark;
    if (menu_row(ui, "top/theme", ui.say("Dark"), "D", RowMark::box, dark, row))
        ui.act([&](Document& d) { return choose_theme(d, dark ? Theme::light : Theme::dark); });
    if (menu_row(ui, "top/motion", ui.say("Less motion"), "", RowMark::box, ui.state.less_motion, row))
        ui.state.less_motion = !ui.state.less_motion;
    if (menu_row(ui, "top/help", ui.say("Keys"), "F1", RowMark::none, false, row)) {
        ui.state.overlay = Overlay::help;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace myomap
