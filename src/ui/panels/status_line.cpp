#include "ui/panels/status_line.h"

#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/layer_bar.h"
#include "ui/widgets.h"

namespace myomap {

void draw_status_line(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "status", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, rect.y}, {rect.x + rect.width, rect.y + ui.px(1)}, c.line);
    ImGui::SetCursorScreenPos({rect.x + ui.px(4), rect.y + ui.px(1)});
    const auto toggle = [&](bool& open, PanelSide which) {
        open = !open;
        if (open) ui.state.last_opened = which;
    };
    if (icon_button(ui, "status/left", icon::left_panel, ui.say("Search and lists"), "[", true, false, 36,
                    ui.state.left_open))
        toggle(ui.state.left_open, PanelSide::left);
    ImGui::SetCursorScreenPos({rect.x + rect.width - ui.px(40), rect.y + ui.px(1)});
    if (icon_button(ui, "status/right", icon::right_panel, ui.say("Card"), "]", true, false, 36, ui.state.right_open))
        toggle(ui.state.right_open, PanelSide::right);

    const bool single = ui.document().view.layout == Layout::single;
    const std::string_view hints =
        single ? ui.say("Drag turns  \u00b7  Shift-drag moves  \u00b7  Wheel zooms  \u00b7  Double-click goes back")
               : ui.say(ui.modes.current().hints);
    const ImVec2 hint_size = text_size(ui, Face::small, hints);
    const float left = rect.x + ui.px(52), end = rect.x + rect.width - ui.px(52);
    const float right = end - draw_layer_bar(ui, {left, rect.y, end - left, rect.height}) - ui.px(12);
    const std::string& text = ui.state.status.empty() ? ui.state.notice : ui.state.status;
    const float middle = rect.y + (rect.height - hint_size.y) / 2;
    const float text_width = text_size(ui, Face::small_strong, text).x;
    const bool hints_fit = left + text_width + ui.px(32) + hint_size.x < right;
    draw_text(ui, list, {left, middle}, Face::small_strong, c.ink, fit(ui, Face::small_strong, text, right - left));
    if (hints_fit) draw_text(ui, list, {right - hint_size.x, middle}, Face::small, c.quiet, hints);
    end_pane();
}

}  // namespace myomap
