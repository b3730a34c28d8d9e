#include "ui/tools/study_tools.h"

#include <utility>

#include <imgui.h>

#include "ui/mode.h"
#include "ui/panels/study_panel.h"
#include "ui/ui.h"

namespace myomap {

bool StudyBrush::hover(Ui& ui, const Pointer& pointer) {
    BrushTool::hover(ui, pointer);
    ui.state.status.clear();
    return true;
}

bool StudyClick::press(Ui& ui, const Pointer& pointer) {
    ignore_release_ = pointer.twice && pointer.button == 0;
    if (ignore_release_) {
        large_.enlarge_or_return(ui);
        return true;
    }
    large_.pressed(pointer);
    return false;
}

bool StudyClick::release(Ui& ui, const Pointer& pointer) {
    if (std::exchange(ignore_release_, false)) return true;
    if (pointer.dragged || !pointer.inside || pointer.button != 0) return false;
    ui.modes.panel<StudyPanel>()->clicked(ui, pointer.hit);
    return true;
}

bool StudyClick::hover(Ui& ui, const Pointer& pointer) {
    ui.state.status = ui.modes.panel<StudyPanel>()->status(ui, pointer.hit);
    if (pointer.hit.skin && ui.modes.panel<StudyPanel>()->takes_clicks()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return true;
}

}  // namespace myomap
