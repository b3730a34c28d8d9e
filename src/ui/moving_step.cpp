#include "ui/moving_step.h"

#include <algorithm>

#include <SDL.h>
#include <epoxy/gl.h>

#include "chart/paint_overlay.h"
#include "explain/step_chart.h"
#include "export/step_pictures.h"
#include "ui/imgui_canvas.h"
#include "ui/panels/chart_panel.h"

namespace myomap {

namespace {

constexpr float turn_seconds = 0.9f, grow_seconds = 2.2f;

}  // namespace

void MovingStep::begin(Ui& ui, const ToldStep& from, const Step& to) {
    const Theme theme = ui.document().view.theme;
    const ImGuiMeasure measure(ui.look);
    const StepPage page = lay_out_step(ui.scene, to.told, to.place, to.area, to.scale, measure);
    Picture before = motion_ ? std::move(now_) : Picture{};
    if (!motion_) before = compose_step(ui.scene, from, page, theme, false, measure);
    Picture after = compose_step(ui.scene, to.told, page, theme, false, measure);
    motion_.reset();
    if (before.body != after.body || before.views.empty() || after.views.empty()) return;
    motion_.emplace(ui.scene, std::move(before), std::move(after), to.told.subject);
    box_ = page.picture;
    seconds_ = to.told.seconds > 0 ? to.told.seconds : motion_->grows() ? grow_seconds : turn_seconds;
    began_ms_.reset();
    words_.set(step_image(ui.context, ui.chart.renderer(), to.told, to.place,
                          {static_cast<int>(to.area.width), static_cast<int>(to.area.height)}, to.scale, theme,
                          StepParts::words));
}

float MovingStep::share(const Ui& ui) const {
    if (ui.state.motion_at) return *ui.state.motion_at;
    if (!began_ms_) return 0;
    return static_cast<float>(SDL_GetTicks() - *began_ms_) / (1000 * seconds_);
}

bool MovingStep::draw(Ui& ui, const Rect& area) {
    if (!motion_) return false;
    const float now = share(ui);
    if (now >= 1) {
        motion_.reset();
        return false;
    }
    now_ = motion_->at(now);
    const unsigned texture = ui.chart.renderer().render(now_, Quality::draft);
    ui.chart.invalidate();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    words_.draw(list, {area.x, area.y}, {area.x + area.width, area.y + area.height});
    const ImVec2 low{area.x + box_.x, area.y + box_.y},
        high = {low.x + static_cast<float>(now_.size.x), low.y + static_cast<float>(now_.size.y)};
    // As the chart panel draws it: opaque, rows bottom first.
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { glDisable(GL_BLEND); }, nullptr);
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<intptr_t>(texture)), low, high, {0, 1}, {1, 0});
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { glEnable(GL_BLEND); }, nullptr);
    ImGuiCanvas canvas(list, ui.look, {low.x, low.y});
    paint_overlay(now_, canvas);
    if (!began_ms_) began_ms_ = SDL_GetTicks();
    ui.state.moving = true;
    return true;
}

}  // namespace myomap
