#include "ui/panels/chart_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <epoxy/gl.h>

#include "base/text.h"
#include "chart/paint_overlay.h"
#include "chart/palette.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/panels/under_menu.h"
#include "ui/panels/way_in_card.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr float click_reach_px = 4;

// The six standard views as buttons, above one large view. They have a strip of their own, so they hide nothing.
void draw_view_strip(Ui& ui) {
    static constexpr std::array segments{
        Segment{"anterior", nullptr, word("Anterior"), word("Anterior view"), "1"},
        Segment{"posterior", nullptr, word("Posterior"), word("Posterior view"), "2"},
        Segment{"left", nullptr, word("Left"), word("The patient's left side"), "3"},
        Segment{"right", nullptr, word("Right"), word("The patient's right side"), "4"},
        Segment{"superior", nullptr, word("Above"), word("From above"), "5"},
        Segment{"inferior", nullptr, word("Below"), word("From below"), "6"},
    };
    const int pressed = segmented(ui, "view", segments, -1);
    if (pressed >= 0)
        ui.act([&](ChartDocument& d) { return show_standard_view(d, ui.scene, static_cast<StandardView>(pressed)); });
    ImGui::SameLine(0, ui.px(8));
    if (icon_button(ui, "view/snap", icon::compass, ui.say("Straighten to the nearest view"), "N"))
        ui.act([](ChartDocument& d) { return snap_to_nearest_view(d); });
}

// Every file that has a say in how bodies look.
std::vector<std::filesystem::path> drawn_with(const Resources& resources, BodyId body) {
    std::vector<std::filesystem::path> files{"/proc/self/exe", resources.skin(body), resources.muscles(body),
                                             resources.bones()};
    for (const auto& folder : {resources.shaders, resources.shapes()}) {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(folder, error)) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

bool ChartView::open_with_last_picture(const Resources& resources) {
    const auto last = std::exchange(opening_.picture, {});
    if (!last) return false;
    kept_key_ = last->key;
    if (last->size != picture_.size || last->key != picture_key(picture_, drawn_with(resources, picture_.body)))
        return false;
    opening_texture_ = make_texture(*last);
    texture_ = opening_texture_;
    return true;
}

void ChartView::keep_for_opening(const Resources& resources) {
    if (opening_.file.empty() || !texture_ || !fine_) return;
    const std::uint64_t key = picture_key(picture_, drawn_with(resources, picture_.body));
    if (key == kept_key_) return;
    write_opening_picture(opening_.file, key, renderer_.read_back());
    kept_key_ = key;
}

void ChartView::update(const Ui& ui, glm::ivec2 size) {
    const bool changed = !texture_ || picture_.size != size || scale_ != ui.look.scale || shown_ != ui.document() ||
                         language_ != ui.scene.atlas.language;
    if (changed) {
        picture_ = compose(ui.scene, ui.document(), {size, ui.look.scale, true}, ImGuiMeasure(ui.look));
        shown_ = ui.document();
        scale_ = ui.look.scale;
        language_ = ui.scene.atlas.language;
        hit_stale_ = true;
    }
    if (changed || (want_fine_ && !fine_)) {
        fine_ = want_fine_ && !dragging_;
        if (fine_ || !open_with_last_picture(ui.context.resources)) {
            texture_ = renderer_.render(picture_, fine_ ? Quality::fine : Quality::draft);
            opening_texture_ = {};
        }
        // Shown pixel by pixel.
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glBindTexture(GL_TEXTURE_2D, 0);
    }
    want_fine_ = false;
}

void ChartView::drag(Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ui.document().layout != Layout::single || (io.MouseDelta.x == 0 && io.MouseDelta.y == 0)) return;
    const glm::vec2 delta{io.MouseDelta.x, io.MouseDelta.y};
    const bool moves = button_ != 0 || io.KeyShift;
    if (moves)
        pan(ui.state.undo.scratch(), delta, rect_.height);
    else
        turn(ui.state.undo.scratch(), delta, 1.6f * std::min(rect_.width, rect_.height));
    ui.state.pending = moves ? "Move the view" : "Turn the body";
}

void ChartView::click(Ui& ui) {
    // On one side only, a click on the other side means that side.
    const auto switch_side = [&](ChartDocument& d, Side side) {
        const SideChoice choice = side == Side::left ? SideChoice::left : SideChoice::right;
        if (d.side != SideChoice::both && d.side != choice) choose_side(d, choice);
    };
    const ChartDocument before = ui.document();
    if (const auto point = marked_point(ui.scene, hit_))
        ui.act([&](ChartDocument& d) {
            switch_side(d, hit_.mark_side);
            return select_point(d, ui.scene, *point);
        });
    else if (!hit_.muscles.empty())
        ui.act([&](ChartDocument& d) {
            switch_side(d, hit_.side);
            std::string message = select_muscle(d, ui.scene, hit_.muscles.front());
            return message.empty() && d != before ? std::string("Change side") : message;
        });
    else if (hit_.region)
        choose_region(ui, {hit_.region->region, hit_.side});
    clicked_step_ = before != ui.document();
}

void ChartView::enlarge_or_return(Ui& ui) {
    // The first press of the pair selected something; opening a view is what was meant.
    if (clicked_step_) ui.state.undo.undo();
    clicked_step_ = false;
    if (ui.document().layout == Layout::single) {
        ui.act([&](ChartDocument& d) { return choose_layout(d, ui.scene, return_to_); });
    } else if (press_on_view_) {
        return_to_ = ui.document().layout;
        // A narrow view of the plate shows more floor and sky than a large one needs.
        press_camera_.height_cm = std::min(press_camera_.height_cm, 1.12f * ui.scene.body(shown_.body).height_cm());
        ui.act([&](ChartDocument& d) { return show_single(d, press_camera_); });
    }
}

void ChartView::handle_mouse(Ui& ui, bool hovered, bool active) {
    const ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at{io.MousePos.x - rect_.x, io.MousePos.y - rect_.y};
    if (active && !pressed_) {
        pressed_ = true;
        button_ = io.MouseDown[1] ? 1 : io.MouseDown[2] ? 2 : 0;
        if (ui.state.double_click && button_ == 0) {
            enlarge_or_return(ui);
            button_ = -1;  // the rest of this press means nothing more
        } else {
            press_at_ = at;
            press_on_view_ = hit_.view >= 0 && hit_.view < static_cast<int>(picture_.views.size());
            if (press_on_view_) press_camera_ = picture_.views[static_cast<size_t>(hit_.view)].camera;
        }
    }
    if (pressed_ && active && button_ >= 0) {
        if (!dragging_ && glm::length(at - press_at_) > click_reach_px * ui.look.scale) dragging_ = true;
        if (dragging_) drag(ui);
    }
    if (pressed_ && !active) {
        if (dragging_)
            ui.settle();
        else if (hovered && hit_.skin && (button_ == 1 || (button_ == 0 && io.KeyAlt)))
            open_under_menu(ui, hit_);
        else if (button_ == 0 && hovered)
            click(ui);
        pressed_ = dragging_ = false;
    }
    if (hovered && io.MouseWheel != 0 && ui.document().layout == Layout::single) {
        const glm::vec2 from_middle{(at.x - rect_.width / 2) / rect_.height, (rect_.height / 2 - at.y) / rect_.height};
        zoom(ui.state.undo.scratch(), std::pow(1.15f, io.MouseWheel), from_middle);
        ui.state.pending = "Zoom";
    }
}

void draw_chart_panel(Ui& ui, const Rect& rect) {
    ChartView& view = ui.chart;
    const Color background = chart_palette(ui.document().theme).background;
    begin_pane(ui, "chart", rect, 0, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    float strip = 0;
    if (ui.document().layout == Layout::single) {
        strip = ui.px(52);
        ImGui::GetWindowDrawList()->AddRectFilled({rect.x, rect.y}, {rect.x + rect.width, rect.y + strip},
                                                  to_imgui(background));
        ImGui::SetCursorScreenPos({rect.x + ui.px(12), rect.y + ui.px(8)});
        draw_view_strip(ui);
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
    view.handle_mouse(ui, hovered, active);
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

    const ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at{io.MousePos.x - low.x, io.MousePos.y - low.y};
    if (hovered && !view.dragging_) {
        if (view.hit_stale_ || at != view.hit_at_) {
            view.hit_ = hit_test(ui.scene, view.shown_, view.picture_, at);
            view.hit_at_ = at;
            view.hit_stale_ = false;
        }
        ui.state.status = describe(ui.scene, view.hit_);
        const std::string zones = join(view.hit_.zones, ui.say("; "));
        const auto point = marked_point(ui.scene, view.hit_);
        if (point || !view.hit_.muscles.empty()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            std::string detail;
            if (point) detail = ui.scene.atlas.point(*point).place;
            if (!zones.empty()) detail += (detail.empty() ? "" : "\n") + ui.say("Felt here: {}", zones);
            if (!ui.state.status.empty()) tooltip(ui, ui.state.status, {}, detail);
        } else if (!zones.empty()) {
            tooltip(ui, ui.say("Felt here"), {}, zones);
        }
    } else if (view.dragging_) {
        ImGui::SetMouseCursor(ui.document().layout == Layout::single ? ImGuiMouseCursor_ResizeAll
                                                                     : ImGuiMouseCursor_Arrow);
    }
    draw_under_menu(ui);
    end_pane();
}

}  // namespace myomap
