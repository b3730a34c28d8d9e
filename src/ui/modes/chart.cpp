#include "ui/modes/chart.h"

#include <algorithm>
#include <utility>

#include "chart/actions/draw.h"
#include "chart/area_fields.h"
#include "ui/icons.h"
#include "ui/panels/brush_bar.h"
#include "ui/panels/item_panel.h"
#include "ui/panels/visit_panel.h"
#include "ui/tools/brush_tool.h"
#include "ui/ui.h"
#include "ui/words.h"

namespace myomap {

namespace {

template <int Index>
void tool(Ui& ui) {
    ui.modes.take_up(ui, ui.modes.rail()[Index]->id);
}

template <int Step>
void radius(Ui& ui) {
    step_radius(ui, Step);
}

ItemId chosen_item(const Ui& ui) {
    const auto* item = std::get_if<ItemSelection>(&ui.document().selection);
    return item ? item->item : 0;
}

void remove(Ui& ui) {
    if (const ItemId item = chosen_item(ui)) ui.act([&](Document& d) { return delete_item(d, item); });
}

bool can_mirror(const Ui& ui) { return chosen_area(ui.document()) != nullptr; }

void mirror(Ui& ui) {
    if (const PainArea* area = chosen_area(ui.document()))
        ui.act([&, id = area->id](Document& d) { return mirror_area(d, ui.scene, id); });
    else
        ui.state.notice = ui.say("Choose a pain area first: it is mirrored to the other side.");
}

// One after the other, in the order of the list.
template <int Step>
void next_item(Ui& ui) {
    const Drawing& drawing = ui.document().drawing;
    std::vector<ItemId> all;
    for (const PainArea* area : in_order_of_worst(drawing.areas)) all.push_back(area->id);
    for (const Finding& finding : drawing.findings) all.push_back(finding.id);
    for (const Note& note : drawing.notes) all.push_back(note.id);
    if (all.empty()) return;
    const auto at = std::ranges::find(all, chosen_item(ui));
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t next =
        at == all.end() ? (Step > 0 ? 0 : count - 1) : (at - all.begin() + Step + count) % count;
    ui.act([&](Document& d) { return choose_item(d, all[static_cast<std::size_t>(next)]); });
}

// What was chosen in another mode would lie over the drawing, and so would the marks of all points.
void enter(Ui& ui) {
    if (!std::holds_alternative<ItemSelection>(ui.document().selection))
        ui.act([](Document& d) { return clear_selection(d); });
    ui.state.tools.points_before = ui.document().view.show_all_points;
    if (ui.state.tools.points_before) ui.act(toggle_all_points);
    ui.state.tools.right_before = std::exchange(ui.state.right_open, chosen_item(ui) != 0);
}

void leave(Ui& ui) {
    ui.modes.take_up(ui, "item");
    if (ui.state.tools.points_before != ui.document().view.show_all_points) ui.act(toggle_all_points);
    ui.state.right_open = ui.state.tools.right_before;
}

}  // namespace

ModeEntry chart_mode() {
    constexpr const char* group = word("Marking the chart");
    return {.id = "chart",
            .name = word("Chart"),
            .panels = {{"visit", word("Patient chart"), PanelSide::left,
                        [] { return std::unique_ptr<Panel>(std::make_unique<VisitPanel>()); }},
                       {"item", word("What is chosen on the chart"), PanelSide::right,
                        [] { return std::unique_ptr<Panel>(std::make_unique<ItemPanel>()); }}},
            .keys = {{group, "V", word("Turn and choose"), false, tool<0>},
                     {group, "C", word("Brush"), false, tool<1>},
                     {group, "E", word("Eraser (the brush with Alt)"), false, tool<2>},
                     {group, "7", word("Record a finding where you click"), false, tool<3>},
                     {group, "8", word("Write a note where you click"), false, tool<4>},
                     {group, "9", word("Draw an arrow"), false, tool<5>},
                     {group, "0", word("Set a symbol where you click"), false, tool<6>},
                     {group, "Y", word("Mirror the chosen area"), false, mirror},
                     {group, "[", word("Thinner brush (Shift+wheel)"), false, radius<-1>},
                     {group, "]", word("Thicker brush"), false, radius<1>},
                     {group, "Down", word("Next on the chart"), false, next_item<1>},
                     {group, "Up", word("Previous on the chart"), false, next_item<-1>},
                     {group, "Delete", word("Delete what is chosen"), false, remove}},
            .tools = {"item", "brush", "erase", "finding", "note", "arrow", "symbol", "turn"},
            .actions = {{"mirror", word("Mirror"), icon::mirror, "Y", can_mirror, mirror}},
            .bar = {brush_bar_height, draw_brush_bar},
            .hints = word("[ ] radius  \u00b7  Alt-drag erases  \u00b7  Y mirrors  \u00b7  F1 keys"),
            .enter = enter,
            .leave = leave};
}

}  // namespace myomap
