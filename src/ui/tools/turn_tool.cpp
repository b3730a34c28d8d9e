#include "ui/tools/turn_tool.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/ui.h"

namespace myomap {

bool TurnTool::drag(Ui& ui, const Pointer& pointer) {
    if (ui.document().view.layout != Layout::single) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
        return false;
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    if (pointer.moved == glm::vec2{0}) return true;
    const glm::vec2 size(pointer.picture.size);
    const bool moves = pointer.button != 0 || pointer.shift;
    if (moves)
        pan(ui.state.history.scratch(), pointer.moved, size.y);
    else
        turn(ui.state.history.scratch(), pointer.moved, 1.6f * std::min(size.x, size.y));
    ui.state.pending = moves ? "Move the view" : "Turn the body";
    return true;
}

bool TurnTool::release(Ui& ui, const Pointer& pointer) {
    if (!pointer.dragged) return false;
    ui.settle();
    return true;
}

bool TurnTool::wheel(Ui& ui, const Pointer& pointer) {
    if (ui.document().view.layout != Layout::single) return false;
    const glm::vec2 size(pointer.picture.size);
    const glm::vec2 from_middle{(pointer.at.x - size.x / 2) / size.y, (size.y / 2 - pointer.at.y) / size.y};
    zoom(ui.state.history.scratch(), std::pow(1.15f, pointer.wheel), from_middle);
    ui.state.pending = "Zoom";
    return true;
}

}  // namespace myomap
