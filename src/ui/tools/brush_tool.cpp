#include "ui/tools/brush_tool.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <glm/geometric.hpp>

#include "base/word.h"
#include "chart/sight.h"
#include "ui/ui.h"

namespace myomap {

namespace {

constexpr float sample_px = 3;           // of the pointer's way, between two places that are looked for
constexpr float least_step_cm = 0.3f;    // between two places that are kept
constexpr float jump_cm = 2.5f;          // farther apart than that is another limb
constexpr std::size_t most_places = 48;  // of one stroke: a longer one goes on in another, and is painted once

}  // namespace

ItemId felt_of(const Ui& ui) {
    const Finding* chosen = chosen_finding(ui.document());
    return chosen && chosen->id == ui.state.tools.felt_of ? chosen->id : 0;
}

bool BrushTool::press(Ui& ui, const Pointer& pointer) {
    // Beside the body one large view is turned; elsewhere the stroke begins where the pointer comes to the skin.
    const bool turns = ui.document().view.layout == Layout::single;
    if (pointer.button != 0 || pointer.hit.view < 0 || (!pointer.hit.skin && turns)) return false;
    ui.settle();
    ui.state.notice.clear();
    drawing_ = true;
    erasing_ = erases_ || pointer.alt;
    view_ = pointer.hit.view;
    before_ = ui.document();
    open_.clear();
    done_ = {};
    on_.reset();
    // Begun inside the chosen area, the eraser leaves the others alone.
    const PainArea* area = chosen_area(before_);
    only_ = area && pointer.hit.skin && area_at(ui.scene, before_, pointer.hit.skin->vertex) == area->id ? area->id : 0;
    last_ = pointer.at;
    sample(ui, pointer, pointer.at);
    show(ui);
    return true;
}

bool BrushTool::drag(Ui& ui, const Pointer& pointer) {
    if (!drawing_) return false;
    const float way = glm::distance(last_, pointer.at);
    const int steps = std::clamp(static_cast<int>(way / (sample_px * pointer.picture.scale)), 1, 400);
    if (way <= 0) return true;
    for (int i = 1; i <= steps; ++i)
        sample(ui, pointer, glm::mix(last_, pointer.at, static_cast<float>(i) / static_cast<float>(steps)));
    last_ = pointer.at;
    show(ui);
    return true;
}

void BrushTool::sample(Ui& ui, const Pointer& pointer, glm::vec2 pixel) {
    const PictureView& view = pointer.picture.views[static_cast<std::size_t>(view_)];
    const Body& body = ui.scene.body(ui.document().view.body);
    const auto at = view.rect.contains(pixel) ? skin_at(ui.scene, body, view, pixel) : std::nullopt;
    if (!at) {
        on_.reset();
        return;
    }
    const float moved = on_ ? glm::distance(on_->position, at->position) : 0;
    if (on_ && moved < least_step_cm) return;
    if (!on_ || moved > jump_cm) close_stroke();
    const SkinAnchor anchor = anchor_of(*at, body);
    if (!open_.empty() && open_.front().path.size() >= most_places) {
        const SkinAnchor joint = open_.front().path.back();
        close_stroke();
        open_.push_back({{joint}, ui.state.tools.brush.radius_cm, erasing_, ""});
    }
    if (open_.empty()) open_.push_back({{}, ui.state.tools.brush.radius_cm, erasing_, ""});
    open_.front().path.push_back(anchor);
    on_ = at;
}

void BrushTool::close_stroke() {
    for (BrushStroke& stroke : open_) done_ = done_.with(std::move(stroke));
    open_.clear();
}

// What was there before, and all of the sweep so far.
void BrushTool::show(Ui& ui) {
    SharedList<BrushStroke> strokes = done_;
    for (const BrushStroke& stroke : open_) strokes = strokes.with(stroke);
    Document& now = ui.state.history.scratch();
    now.drawing = before_.drawing;
    now.selection = before_.selection;
    now.question = before_.question;
    if (const ItemId finding = felt_of(ui))
        ui.state.pending = paint_felt(now, ui.scene, finding, strokes);
    else if (ui.state.tools.on_question)
        ui.state.pending = erasing_ ? unask_strokes(now, ui.scene, strokes) : ask_strokes(now, strokes);
    else
        ui.state.pending =
            erasing_ ? erase_strokes(now, ui.scene, only_, strokes) : paint_strokes(now, ui.state.tools.brush, strokes);
}

bool BrushTool::release(Ui& ui, const Pointer&) {
    if (!std::exchange(drawing_, false)) return false;
    ui.settle();
    return true;
}

bool BrushTool::escape(Ui& ui) {
    if (!std::exchange(drawing_, false)) return false;
    ui.state.history.scratch() = before_;
    ui.state.pending = {};
    return true;
}

bool BrushTool::wheel(Ui& ui, const Pointer& pointer) {
    if (!pointer.shift) return false;
    step_radius(ui, pointer.wheel > 0 ? 1 : -1);
    return true;
}

bool BrushTool::hover(Ui& ui, const Pointer& pointer) {
    ring_.reset();
    ui.state.status = describe(ui.scene, pointer.hit, false);
    if (!pointer.hit.skin) return true;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ring_ = pointer.at;
    ring_px_ = ui.state.tools.brush.radius_cm *
               pixels_per_cm(pointer.picture.views[static_cast<std::size_t>(pointer.hit.view)]);
    return true;
}

void BrushTool::overlay(Ui&, const Picture& picture, Canvas& canvas) {
    if (drawing_) ring_ = last_;
    if (!ring_) return;
    // A light line under a dark one is seen on any skin and any paint.
    constexpr int corners = 48;
    const auto around = [&](float radius, float width, Color color) {
        glm::vec2 from = *ring_ + glm::vec2{radius, 0};
        for (int i = 1; i <= corners; ++i) {
            const float angle = 6.2831853f * static_cast<float>(i) / corners;
            const glm::vec2 to = *ring_ + radius * glm::vec2{std::cos(angle), std::sin(angle)};
            canvas.line(from, to, width, color);
            from = to;
        }
    };
    const float radius = std::max(ring_px_, 2.f * picture.scale);
    around(radius, 3 * picture.scale, {0xffffffc0});
    around(radius, 1.2f * picture.scale, {0x20262eff});
    if (erases_ || ImGui::GetIO().KeyAlt)
        canvas.line(*ring_ - glm::vec2{0.7f * radius, 0}, *ring_ + glm::vec2{0.7f * radius, 0}, 1.2f * picture.scale,
                    {0x20262eff});
    if (!drawing_) ring_.reset();
}

void step_radius(Ui& ui, int step) {
    float& radius = ui.state.tools.brush.radius_cm;
    const float size = radius < 1.95f ? 0.1f : radius < 3.95f ? 0.25f : 0.5f;
    radius =
        std::clamp(std::round((radius + static_cast<float>(step) * size) * 100) / 100, least_radius_cm, most_radius_cm);
}

}  // namespace myomap
