#include "ui/modes/explore.h"

#include "chart/actions/record.h"
#include "chart/shown.h"
#include "ui/panels/card_panel.h"
#include "ui/panels/tree_panel.h"
#include "ui/ui.h"
#include "ui/words.h"

namespace myomap {

namespace {

TreePanel& tree(Ui& ui) { return *ui.modes.panel<TreePanel>(); }

template <int Step>
void point(Ui& ui) {
    ui.act([&](Document& d) { return step_point(d, ui.scene, Step); });
}

// While searching the arrows walk the list instead.
template <int Step>
void muscle_or_row(Ui& ui) {
    if (ui.state.typing)
        tree(ui).move_cursor(Step);
    else
        ui.act([&](Document& d) { return step_muscle(d, ui.scene, Step); });
}

void search(Ui& ui) {
    ui.state.left_open = true;
    ui.state.last_opened = PanelSide::left;
    tree(ui).focus_search();
}

void take_row(Ui& ui) {
    if (ui.state.typing) tree(ui).take_row();
}

template <SideChoice Which>
void side(Ui& ui) {
    ui.act([](Document& d) { return choose_side(d, Which); });
}

// On the sides that are shown; again takes it off.
void keep(Ui& ui) {
    const auto* chosen = std::get_if<MuscleSelection>(&ui.document().selection);
    if (!chosen) return;
    const MuscleSelection pattern = *chosen;
    for (const Side side : shown_sides(ui.scene.atlas, ui.document())) {
        if (!kept_pattern(ui.document().drawing, pattern, side) && !can_keep(ui.document().drawing)) {
            ui.state.notice = ui.say("Six patterns are kept already; take one off the chart first.");
            return;
        }
        ui.act([&](Document& d) { return keep_pattern(d, ui.scene, pattern, side); });
    }
}

}  // namespace

ModeEntry explore_mode() {
    return {
        .id = "explore",
        .name = word("Explore"),
        .undo = UndoActsOn::standpoint,
        .chooses_side = true,
        .panels = {{"tree", word("Muscles"), PanelSide::left,
                    [] { return std::unique_ptr<Panel>(std::make_unique<TreePanel>()); }},
                   {"card", word("Muscle card"), PanelSide::right,
                    [] { return std::unique_ptr<Panel>(std::make_unique<CardPanel>()); }}},
        .keys = {{word("Trigger points"), "Right", word("Next trigger point"), false, point<1>},
                 {word("Trigger points"), "Left", word("Previous trigger point"), false, point<-1>},
                 {word("Trigger points"), "Down", word("Next muscle (searching: next row)"), true, muscle_or_row<1>},
                 {word("Trigger points"), "Up", word("Previous muscle (searching: row)"), true, muscle_or_row<-1>},
                 {word("Trigger points"), "/", word("Search"), false, search},
                 {word("Trigger points"), "Enter", word("Take the row of the search"), true, take_row},
                 {word("The chart"), "K", word("Keep its pattern on the chart"), false, keep},
                 {word("The chart"), "L", word("Patient's left side"), false, side<SideChoice::left>},
                 {word("The chart"), "R", word("Patient's right side"), false, side<SideChoice::right>},
                 {word("The chart"), "B", word("Both sides"), false, side<SideChoice::both>}},
        .tools = {"pick", "turn"},
        .hints = word("Right-click: what is under here  \u00b7  \u2190 \u2192 trigger points  \u00b7  \u2191 \u2193 "
                      "muscles  \u00b7  F1 keys")};
}

}  // namespace myomap
