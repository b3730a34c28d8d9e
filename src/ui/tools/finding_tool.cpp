#include "ui/tools/finding_tool.h"

#include <imgui.h>

#include "chart/actions/record.h"
#include "ui/panel.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

bool FindingTool::release(Ui& ui, const Pointer& pointer) {
    if (pointer.dragged || !pointer.inside || pointer.button != 0 || !pointer.hit.skin) return false;
    const Hit& hit = pointer.hit;
    ui.act([&](Document& d) {
        if (const ItemId known = item_of_name(d.drawing, hit.mark)) return choose_item(d, known);
        if (const auto point = marked_point(ui.scene, hit)) return add_finding(d, ui.scene, *point, hit.mark_side);
        return add_finding(d, anchor_of(*hit.skin, ui.scene.body(d.view.body)), hit.side);
    });
    open_panel(ui, PanelSide::right);
    return true;
}

void FindingTool::taken_up(Ui& ui) {
    if (!ui.document().view.show_all_points) ui.act(toggle_all_points);
}

void FindingTool::laid_down(Ui& ui) {
    if (ui.document().view.show_all_points) ui.act(toggle_all_points);
}

bool FindingTool::hover(Ui& ui, const Pointer& pointer) {
    ui.state.status = describe(ui.scene, pointer.hit, false);
    if (!pointer.hit.skin) return true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (marked_point(ui.scene, pointer.hit)) tooltip(ui, ui.state.status);
    return true;
}

}  // namespace myomap
