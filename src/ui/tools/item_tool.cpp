#include "ui/tools/item_tool.h"

#include <utility>

#include <imgui.h>

#include "chart/actions/record.h"
#include "ui/ui.h"

namespace myomap {

ItemId item_under(const Ui& ui, const Hit& hit) {
    if (const ItemId marked = item_of_name(ui.document().drawing, hit.mark)) return marked;
    return hit.skin ? area_at(ui.scene, ui.document(), hit.skin->vertex) : 0;
}

bool ItemTool::press(Ui& ui, const Pointer& pointer) {
    ignore_release_ = pointer.twice && pointer.button == 0;
    if (ignore_release_) {
        large_.enlarge_or_return(ui);
        return true;
    }
    large_.pressed(pointer);
    held_ = pointer.button == 0 ? item_of_name(ui.document().drawing, pointer.hit.mark) : 0;
    moving_ = false;
    return false;
}

bool ItemTool::drag(Ui& ui, const Pointer& pointer) {
    if (held_ == 0) return false;
    if (!std::exchange(moving_, true)) {
        ui.settle();
        before_ = ui.document();
    }
    if (!pointer.hit.skin) return true;
    Document& now = ui.state.history.scratch();
    now = before_;
    const SkinAnchor place = anchor_of(*pointer.hit.skin, ui.scene.body(now.view.body));
    if (const Message moved = move_item(now, held_, place, pointer.hit.side); !moved.empty()) ui.state.pending = moved;
    return true;
}

bool ItemTool::release(Ui& ui, const Pointer& pointer) {
    if (std::exchange(ignore_release_, false)) return true;
    if (std::exchange(moving_, false)) {
        held_ = 0;
        ui.settle();
        return true;
    }
    if (pointer.dragged || !pointer.inside || pointer.button != 0) return false;
    const ItemId item = item_under(ui, pointer.hit);
    ui.act([&](Document& d) { return item == 0 ? clear_selection(d) : choose_item(d, item); });
    return true;
}

bool ItemTool::hover(Ui& ui, const Pointer& pointer) {
    const ItemId item = item_under(ui, pointer.hit);
    ui.state.status = describe(ui.scene, pointer.hit, false);
    if (item == 0) return true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ui.state.status = item_name(ui.document().drawing, item) + " \u00b7 " + ui.state.status;
    return true;
}

bool ItemTool::escape(Ui& ui) {
    if (!std::exchange(moving_, false)) return false;
    held_ = 0;
    ui.state.history.scratch() = before_;
    ui.state.pending = {};
    return true;
}

}  // namespace myomap
