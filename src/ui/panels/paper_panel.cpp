#include "ui/panels/paper_panel.h"

#include "ui/widgets.h"

namespace myomap {

void draw_paper_panel(Ui& ui, const Rect& rect, const PaperPanel& panel, const std::function<void()>& body) {
    const Colors& c = ui.colors();
    const std::string name(panel.name);
    begin_pane(ui, name.c_str(), rect, c.paper, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float pad = ui.px(panel.pad_design), inner = rect.width - 2 * pad;
    const float note_height = text_size(ui, Face::small, panel.honesty, inner).y + ui.px(24);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    ImGui::BeginChild(panel.child.c_str(), {rect.width - ui.px(2), rect.height - note_height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    scroll_stop(ui, name + "/text");
    body();
    ImGui::EndChild();
    ui.items.add(name, rect);
    const float y = rect.y + rect.height - note_height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, y}, {rect.x + rect.width, y + ui.px(1)}, c.line);
    list.AddRectFilled({rect.x, rect.y}, {rect.x + ui.px(1), rect.y + rect.height}, c.line);
    draw_text(ui, list, {rect.x + pad, y + ui.px(12)}, Face::small, c.quiet, panel.honesty, inner);
    end_pane();
}

}  // namespace myomap
