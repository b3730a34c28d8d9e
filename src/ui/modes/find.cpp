#include "ui/modes/find.h"

#include <array>

#include "base/word.h"
#include "ui/panels/brush_bar.h"
#include "ui/panels/find_panel.h"
#include "ui/panels/region_menu.h"
#include "ui/tools/brush_tool.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr std::array sources{
    Segment{"question", nullptr, word("New drawing"),
            word("A drawing for this question alone; the chart stays as it is"), ""},
    Segment{"chart", nullptr, word("From the chart"), word("The pain areas of the chart"), ""}};

void ask(Ui& ui, bool question) {
    ui.state.tools.on_question = question;
    ui.state.tools.over.reset();
}

float bar_height(const Ui& ui, float) { return ui.px(52); }

void draw_bar(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "find bar", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x, rect.y + rect.height - ui.px(1)},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    const float y = rect.y + ui.px(8);
    float x = rect.x + ui.px(8), end = rect.x + rect.width - ui.px(8);
    end -= segmented_width(ui, sources);
    ImGui::SetCursorScreenPos({end, y});
    if (const int i = segmented(ui, "source", sources, ui.state.tools.on_question ? 0 : 1); i >= 0) ask(ui, i == 0);
    end -= ui.px(8) + region_menu_width(ui);
    if (end >= x) {
        ImGui::SetCursorScreenPos({end, y});
        if (const auto region = draw_region_menu(ui))
            ui.act([&](Document& d) {
                return ui.state.tools.on_question ? ask_region(d, ui.scene, *region)
                                                  : paint_region(d, ui.scene, ui.state.tools.brush, *region);
            });
    }
    const std::string_view clear = ui.say("Clear");
    const float clear_px = text_size(ui, Face::strong, clear).x + ui.px(28);
    if (ui.state.tools.on_question && end - clear_px - ui.px(8) >= x) {
        end -= clear_px + ui.px(8);
        ImGui::SetCursorScreenPos({end, y});
        if (text_button(ui, "question/clear", nullptr, clear, ButtonKind::plain, !ui.document().question.empty()))
            ui.act(ask_nothing);
    }
    if (end - x >= radius_width(ui)) draw_radius(ui, {x, y, radius_width(ui), ui.px(36)});
    end_pane();
}

template <int Index>
void tool(Ui& ui) {
    ui.modes.take_up(ui, ui.modes.rail()[Index]->id);
}

template <int Step>
void radius(Ui& ui) {
    step_radius(ui, Step);
}

template <int Step>
void answer(Ui& ui) {
    ui.modes.panel<FindPanel>()->move_cursor(ui, Step);
}

void open(Ui& ui) { ui.modes.panel<FindPanel>()->open(ui); }
void keep(Ui& ui) { ui.modes.panel<FindPanel>()->keep(ui); }

void enter(Ui& ui) {
    ui.act([](Document& d) { return clear_selection(d); });
    ui.state.tools.points_before = ui.document().view.show_all_points;
    if (ui.state.tools.points_before) ui.act(toggle_all_points);
    ask(ui, ui.document().drawing.areas.empty() || !ui.document().question.empty());
    ui.modes.take_up(ui, "brush");
    open_panel(ui, PanelSide::right);
}

void leave(Ui& ui) {
    ask(ui, false);
    if (ui.state.tools.points_before != ui.document().view.show_all_points) ui.act(toggle_all_points);
}

}  // namespace

ModeEntry find_mode() {
    constexpr const char* group = word("Finding what explains it");
    return {.id = "find",
            .name = word("Find"),
            .panels = {{"find", word("What may explain it"), PanelSide::right,
                        [] { return std::unique_ptr<Panel>(std::make_unique<FindPanel>()); }}},
            .keys = {{group, "V", word("Turn and choose"), false, tool<0>},
                     {group, "C", word("Brush"), false, tool<1>},
                     {group, "E", word("Eraser (the brush with Alt)"), false, tool<2>},
                     {group, "[", word("Thinner brush (Shift+wheel)"), false, radius<-1>},
                     {group, "]", word("Thicker brush"), false, radius<1>},
                     {group, "Down", word("Next answer, laid over the drawing"), false, answer<1>},
                     {group, "Up", word("Previous answer"), false, answer<-1>},
                     {group, "Enter", word("Open the card of the answer"), false, open},
                     {group, "K", word("Keep its pattern on the chart"), false, keep}},
            .tools = {"item", "brush", "erase", "turn"},
            .bar = {bar_height, draw_bar},
            .hints = word("\u2191 \u2193 answers  \u00b7  Enter opens  \u00b7  K keeps on the chart  \u00b7  F1 keys"),
            .enter = enter,
            .leave = leave};
}

}  // namespace myomap
