#include "ui/panels/error_panel.h"

#include <cstdio>

#include <imgui_internal.h>

#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

void draw_error_panel(Ui& ui, const std::string& name, const Rect& rect, const std::string& message) {
    const Colors& c = ui.colors();
    begin_pane(ui, (name + " error").c_str(), rect, c.paper, 20);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(ui, *ImGui::GetWindowDrawList(), at, Face::icon, c.notice, icon::warning);
    paragraph(ui, Face::strong, c.ink, ui.say("This part of the window stopped: {}", ui.say(name)), ui.px(28));
    gap(ui, 8);
    paragraph(ui, Face::body, c.quiet, message, ui.px(28));
    gap(ui, 16);
    ImGui::SetCursorScreenPos(ImGui::GetCursorScreenPos() + ImVec2{ui.px(28), 0});
    if (text_button(ui, "error/" + name, icon::retry, ui.say("Try again"), ButtonKind::plain))
        ui.state.broken.erase(name);
    end_pane();
}

}  // namespace

void guarded(Ui& ui, const std::string& name, const Rect& rect, const std::function<void()>& panel) {
    const auto broken = ui.state.broken.find(name);
    if (broken != ui.state.broken.end()) {
        const std::string message = broken->second;  // the button erases the entry
        draw_error_panel(ui, name, rect, message);
        return;
    }
    try {
        panel();
    } catch (const std::exception& error) {
        // The panel may have left windows, groups and fonts open.
        ImGui::ErrorCheckEndFrameRecover(nullptr);
        const std::string message = words(ui.scene, error);
        ui.state.broken[name] = message;
        std::fprintf(stderr, "%s: %s\n", std::string(ui.say(name)).c_str(), message.c_str());
        draw_error_panel(ui, name, rect, message);
    }
}

}  // namespace myomap
