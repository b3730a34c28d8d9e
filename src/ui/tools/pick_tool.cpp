#include "ui/tools/pick_tool.h"

#include <algorithm>
#include <utility>

#include <imgui.h>
#include <glm/geometric.hpp>

#include "base/text.h"
#include "chart/click_order.h"
#include "ui/panels/way_in_card.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

bool PickTool::press(Ui& ui, const Pointer& pointer) {
    ignore_release_ = pointer.twice && pointer.button == 0;
    if (ignore_release_) {
        // The first press of the pair selected something; opening a view is what was meant.
        if (std::exchange(clicked_step_, false)) ui.state.history.back();
        large_.enlarge_or_return(ui);
        return true;
    }
    large_.pressed(pointer);
    return false;
}

bool PickTool::release(Ui& ui, const Pointer& pointer) {
    if (std::exchange(ignore_release_, false)) return true;
    if (pointer.dragged || !pointer.inside) return false;
    if (pointer.hit.skin && (pointer.button == 1 || (pointer.button == 0 && pointer.alt)))
        under_menu_.open(pointer.hit);
    else if (pointer.button == 0)
        click(ui, pointer.hit, pointer.at);
    return true;
}

void PickTool::click(Ui& ui, const Hit& hit, glm::vec2 at) {
    constexpr float still_px = 4;
    const int chosen = ui.scene.atlas.find_muscle(chosen_muscle(ui.document().selection)).value_or(-1);
    const bool again = clicked_order_.size() > 1 && glm::distance(at, clicked_pixel_) < ui.px(still_px) &&
                       std::ranges::find(clicked_order_, chosen) != clicked_order_.end();
    // On one side only, a click on the other side means that side.
    const auto switch_side = [&](Document& d, Side side) {
        const SideChoice choice = side == Side::left ? SideChoice::left : SideChoice::right;
        if (d.view.side != SideChoice::both && d.view.side != choice) choose_side(d, choice);
    };
    const Document before = ui.document();
    // A point of another muscle, which only the choice before has brought under the pointer, is not what is meant.
    if (const auto point = marked_point(ui.scene, hit); point && (!again || point->muscle == chosen))
        ui.act([&](Document& d) {
            switch_side(d, hit.mark_side);
            return select_point(d, ui.scene, *point);
        });
    else if (again || !hit.muscles.empty()) {
        if (!again) clicked_order_ = hit.muscles;
        const int muscle = again ? next_under(clicked_order_, chosen) : clicked_order_.front();
        clicked_pixel_ = at;
        ui.act([&](Document& d) {
            if (!again) switch_side(d, hit.side);
            const Message message = select_muscle(d, ui.scene, muscle);
            return message.empty() && d != before ? Message("Change side") : message;
        });
    } else if (hit.region)
        choose_region(ui, {hit.region->region, hit.side});
    clicked_step_ = before != ui.document();
}

bool PickTool::hover(Ui& ui, const Pointer& pointer) {
    const Hit& hit = pointer.hit;
    ui.state.status = describe(ui.scene, hit);
    const std::string zones = join(hit.zones, ui.say("; "));
    const auto point = marked_point(ui.scene, hit);
    if (point || !hit.muscles.empty()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        std::string detail;
        if (point) {
            const TriggerPoint& place = ui.scene.atlas.point(*point);
            detail = ui.plain() && !place.place_plain.empty() ? place.place_plain : place.place;
        }
        if (!zones.empty()) detail += (detail.empty() ? "" : "\n") + ui.say("Felt here: {}", zones);
        if (!ui.state.status.empty()) tooltip(ui, describe(ui.scene, hit, false), {}, detail);
    } else if (!zones.empty()) {
        tooltip(ui, ui.say("Felt here"), {}, zones);
    }
    return true;
}

void PickTool::overlay(Ui& ui, const Picture&, Canvas&) { under_menu_.draw(ui); }

}  // namespace myomap
