#include "ui/panels/chart_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <epoxy/gl.h>

#include "base/text.h"
#include "chart/paint_overlay.h"
#include "chart/palette.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/mode.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr float click_reach_px = 4;

constexpr std::array view_segments{
    Segment{"anterior", nullptr, word("Anterior"), word("Anterior view"), "1"},
    Segment{"posterior", nullptr, word("Posterior"), word("Posterior view"), "2"},
    Segment{"left", nullptr, word("Left"), word("The patient's left side"), "3"},
    Segment{"right", nullptr, word("Right"), word("The patient's right side"), "4"},
    Segment{"superior", nullptr, word("Above"), word("From above"), "5"},
    Segment{"inferior", nullptr, word("Below"), word("From below"), "6"},
};

// The six standard views as buttons, above one large view. They have a strip of their own, so they hide nothing.
void draw_view_strip(Ui& ui, float most) {
    const int pressed = segmented(ui, "view", view_segments, -1, 36, 0, most);
    if (pressed >= 0)
        ui.act([&](Document& d) { return show_standard_view(d, ui.scene, static_cast<StandardView>(pressed)); });
    ImGui::SameLine(0, ui.px(8));
    if (icon_button(ui, "view/snap", icon::compass, ui.say("Straighten to the nearest view"), "N"))
        ui.act([](Document& d) { return snap_to_nearest_view(d); });
}

}  // namespace

void ChartView::update(const Ui& ui, glm::ivec2 size) {
    held_ = texture_ && picture_.size == size &&
            std::ranges::any_of(ui.modes.tools(), [](const Tool* tool) { return tool->holds_views(); });
    const bool changed = !texture_ || picture_.size != size || scale_ != ui.look.scale || shown_ != ui.document() ||
                         language_ != ui.scene.atlas.language || labelled_ == (dragging_ || held_) ||
                         over_ != ui.state.tools.over || framed_ != ui.state.tools.framed;
    if (changed) {
        std::vector<LegendEntry> legend = picture_.legend;
        std::vector<PictureView> views = held_ ? picture_.views : std::vector<PictureView>{};
        const bool framed = ui.document().view.layout == Layout::focus;
        picture_ = compose(ui.scene, ui.document(),
                           {.pixels = size,
                            .scale = ui.look.scale,
                            .labels = !dragging_ && !held_,
                            .most_legend = 0.2f,
                            .subjects = framed ? ui.state.tools.framed : std::vector<ViewSubject>{},
                            .views = std::move(views),
                            .over = ui.state.tools.over},
                           ImGuiMeasure(ui.look));
        over_ = ui.state.tools.over;
        framed_ = ui.state.tools.framed;
        // The key follows when the stroke is done: its rows would take room from the views.
        if (held_) picture_.legend = std::move(legend);
        labelled_ = !dragging_ && !held_;
        shown_ = ui.document();
        scale_ = ui.look.scale;
        language_ = ui.scene.atlas.language;
        hit_stale_ = true;
    }
    if (changed || (want_fine_ && !fine_)) {
        fine_ = want_fine_ && !dragging_;
        texture_ = renderer_.render(picture_, fine_ ? Quality::fine : Quality::draft);
        // Shown pixel by pixel.
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glBindTexture(GL_TEXTURE_2D, 0);
    }
    want_fine_ = false;
}

Pointer ChartView::pointer(const Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at{io.MousePos.x - rect_.x, io.MousePos.y - rect_.y};
    if (hit_stale_ || at != hit_at_) {
        hit_ = hit_test(ui.scene, shown_, picture_, at);
        hit_at_ = at;
        hit_stale_ = false;
    }
    return {.picture = picture_,
            .hit = hit_,
            .at = at,
            .moved = {io.MouseDelta.x, io.MouseDelta.y},
            .button = button_,
            .wheel = io.MouseWheel,
            .dragged = dragging_,
            .shift = io.KeyShift,
            .alt = io.KeyAlt,
            .ctrl = io.KeyCtrl};
}

void ChartView::offer(Ui& ui, const Pointer& pointer, bool (Tool::*what)(Ui&, const Pointer&)) {
    for (Tool* const tool : ui.modes.tools())
        if ((tool->*what)(ui, pointer)) return;
}

void ChartView::press_and_drag(Ui& ui, bool hovered, bool active) {
    const ImGuiIO& io = ImGui::GetIO();
    if (active && !pressed_) {
        pressed_ = true;
        button_ = io.MouseDown[1] ? 1 : io.MouseDown[2] ? 2 : 0;
        Pointer now = pointer(ui);
        press_at_ = now.at;
        now.twice = ui.state.double_click;
        offer(ui, now, &Tool::press);
    }
    if (pressed_ && active) {
        const glm::vec2 at{io.MousePos.x - rect_.x, io.MousePos.y - rect_.y};
        if (glm::length(at - press_at_) > click_reach_px * ui.look.scale) dragging_ = true;
        if (dragging_) offer(ui, pointer(ui), &Tool::drag);
    }
    if (pressed_ && !active) {
        Pointer now = pointer(ui);
        now.inside = hovered;
        pressed_ = dragging_ = false;
        offer(ui, now, &Tool::release);
    }
    if (hovered && io.MouseWheel != 0) offer(ui, pointer(ui), &Tool::wheel);
}

void draw_chart_panel(Ui& ui, const Rect& rect) {
    ChartView& view = ui.chart;
    const Color background = chart_palette(ui.document().view.theme).background;
    begin_pane(ui, "chart", rect, 0, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    float strip = 0;
    if (ui.document().view.layout == Layout::single) {
        const float most = rect.width - ui.px(12 + 8 + 36 + 12);
        strip = segmented_height(ui, view_segments, most) + ui.px(16);
        ImGui::GetWindowDrawList()->AddRectFilled({rect.x, rect.y}, {rect.x + rect.width, rect.y + strip},
                                                  to_imgui(background));
        ImGui::SetCursorScreenPos({rect.x + ui.px(12), rect.y + ui.px(8)});
        draw_view_strip(ui, most);
    }
    view.rect_ = {rect.x, rect.y + strip, rect.width, rect.height - strip};
    const glm::ivec2 size{static_cast<int>(view.rect_.width), static_cast<int>(view.rect_.height)};
    if (size.x < 32 || size.y < 32) {
        end_pane();
        return;
    }
    const ImVec2 low{view.rect_.x, view.rect_.y}, high{low.x + view.rect_.width, low.y + view.rect_.height};
    ImGui::SetCursorScreenPos(low);
    ImGui::InvisibleButton(
        "picture", {view.rect_.width, view.rect_.height},
        ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
    const bool hovered = ImGui::IsItemHovered(), active = ImGui::IsItemActive();
    ui.items.add("chart", view.rect_);
    ui.state.focus.add({.name = "chart", .rect = view.rect_, .clip = view.rect_});  // arrows walk through the points
    view.press_and_drag(ui, hovered, active);
    view.update(ui, size);

    ImDrawList& list = *ImGui::GetWindowDrawList();
    // The picture is opaque: blending it would cost several milliseconds without a GPU. Rows come bottom first.
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { glDisable(GL_BLEND); }, nullptr);
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<intptr_t>(view.texture_)), low, high, {0, 1}, {1, 0});
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { glEnable(GL_BLEND); }, nullptr);
    ImGuiCanvas canvas(list, ui.look, {low.x, low.y});
    paint_overlay(view.picture_, canvas);
    for (const Mark& mark : view.picture_.marks) {
        const float reach = 4 * ui.look.scale;
        ui.items.add("chart/" + mark.item + "/" + to_text(mark.side),
                     {low.x + mark.at.x - reach, low.y + mark.at.y - reach, 2 * reach, 2 * reach});
    }

    if (hovered && !view.dragging_) view.offer(ui, view.pointer(ui), &Tool::hover);
    for (Tool* const tool : ui.modes.tools()) tool->overlay(ui, view.picture_, canvas);
    end_pane();
}

}  // namespace myomap
