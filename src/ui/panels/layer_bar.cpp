#include "ui/panels/layer_bar.h"

#include <algorithm>
#include <string>

#include "chart/muscle_view.h"
#include "ui/icons.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

void layer_menu(Ui& ui, ImVec2 button) {
    const float width = ui.px(336), row = width - ui.px(16);
    ImGui::SetNextWindowPos({button.x + ui.px(36), button.y - ui.px(4)}, ImGuiCond_Always, {1, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().line);
    const bool open = ImGui::BeginPopup("layers", ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (!open) return;
    const Document& d = ui.document();
    const auto muscle = ui.scene.atlas.find_muscle(chosen_muscle(d.selection));
    const auto around = [&](const char* name, std::string_view label, std::string_view key, Around which) {
        if (menu_row(ui, name, label, key, RowMark::choice,
                     d.view.around == which && (which != Around::all || d.view.hidden.empty()), row)) {
            ui.act([&](Document& doc) {
                return which == Around::all ? show_hidden_muscles(doc) : choose_around(doc, which);
            });
        }
    };
    around("layers/all", ui.say("All muscles"), "A", Around::all);
    if (muscle) {
        around("layers/alone", ui.say("The chosen muscle alone"), "I", Around::alone);
        around("layers/over", ui.say("What lies over it"), "O", Around::over);
        around("layers/under", ui.say("What lies under it"), "U", Around::under);
        if (menu_row(ui, "layers/hide", ui.say("Hide the chosen muscle"), ui.say("Del"), RowMark::box,
                     std::ranges::find(d.view.hidden, chosen_muscle(d.selection)) != d.view.hidden.end(), row))
            ui.act([&](Document& doc) { return hide_muscle(doc, ui.scene, *muscle); });
    }
    rule(ui);
    const bool lines = d.view.style == Style::line_art;
    if (menu_row(ui, "layers/lines", ui.say("Line drawing, for the photocopier"), "J", RowMark::box, lines, row))
        ui.act([&](Document& doc) { return choose_style(doc, lines ? Style::shaded : Style::line_art); });
    ImGui::EndPopup();
}

}  // namespace

float draw_layer_bar(Ui& ui, const Rect& box) {
    const int steps = depth_steps(ui.scene);
    if (steps < 2) return 0;
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int now = depth_step(ui.scene, ui.document());
    const float side = ui.px(36), step = ui.px(24);
    float label = 0;
    for (int i = 0; i < steps; ++i)
        label = std::max(label, text_size(ui, Face::small_strong, ui.say(depth_words(i))).x);
    const float track = step * static_cast<float>(steps);
    const bool with_track = box.width > track + label + 3 * side + ui.px(24);
    const float width = (with_track ? track : 0) + label + 3 * side + ui.px(20);
    float x = box.x + box.width - width;
    const float top = box.y + ui.px(1);

    const std::string_view words = ui.say(depth_words(now));
    draw_text(ui, list,
              {x + label - text_size(ui, Face::small_strong, words).x,
               box.y + (box.height - text_size(ui, Face::small_strong, words).y) / 2},
              Face::small_strong, c.ink, words);
    x += label + ui.px(8);
    ImGui::SetCursorScreenPos({x, top});
    if (icon_button(ui, "layer/back", icon::up, ui.say("One layer back, towards the skin"), ui.say("PgUp"), now > 0))
        ui.act([&](Document& d) { return step_depth(d, ui.scene, -1); });
    x += side;
    if (with_track) {
        const float middle = box.y + 0.5f * box.height;
        list.AddLine({x + step / 2, middle}, {x + track - step / 2, middle}, c.line, ui.px(3));
        list.AddLine({x + step / 2, middle}, {x + step * (static_cast<float>(now) + 0.5f), middle}, c.accent, ui.px(3));
        const FocusGroup group(ui, "layer");
        for (int i = 0; i < steps; ++i) {
            ImGui::SetCursorScreenPos({x + step * static_cast<float>(i), top});
            const ItemState s = item(ui, "layer/" + std::to_string(i), {step, side}, {.chosen = i == now});
            const ImVec2 centre{x + step * (static_cast<float>(i) + 0.5f), middle};
            list.AddCircleFilled(centre, ui.px(i == now ? 8 : s.hovered ? 6 : 4.5f), i <= now ? c.accent : c.quiet);
            if (s.hovered) tooltip(ui, ui.say(depth_words(i)));
            // Pressed and held, the handle follows the pointer.
            if (s.pressed || (s.held && i != now)) ui.act([&](Document& d) { return choose_depth(d, ui.scene, i); });
        }
        x += track;
    }
    ImGui::SetCursorScreenPos({x, top});
    if (icon_button(ui, "layer/deeper", icon::down, ui.say("One layer deeper"), ui.say("PgDn"), now + 1 < steps))
        ui.act([&](Document& d) { return step_depth(d, ui.scene, 1); });
    x += side;
    ImGui::SetCursorScreenPos({x, top});
    const Document& d = ui.document();
    const bool changed = d.view.around != Around::all || !d.view.hidden.empty() || d.view.style != Style::shaded;
    if (icon_button(ui, "layer/menu", icon::layers, ui.say("Which muscles, and how they are drawn"), "", true, changed))
        ImGui::OpenPopup("layers");
    layer_menu(ui, {x, top});
    return width;
}

}  // namespace myomap
