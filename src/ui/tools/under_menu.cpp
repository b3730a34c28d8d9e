#include "ui/tools/under_menu.h"

#include <utility>

#include <fmt/format.h>

#include "ui/icons.h"
#include "ui/panels/way_in_card.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr float row_px = 34;

// The words of a row, with something on its right.
void draw_row(const Ui& ui, const ImVec2& at, std::string_view label, std::string_view detail, float width, ImU32 ink) {
    const float height = ui.px(row_px);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 detail_size = text_size(ui, Face::small, detail);
    const float room = width - detail_size.x - ui.px(32);
    const std::string shown = fit(ui, Face::body, label, room);
    draw_text(ui, list, {at.x + ui.px(10), at.y + (height - text_size(ui, Face::body, shown).y) / 2}, Face::body, ink,
              shown);
    draw_text(ui, list, {at.x + width - ui.px(10) - detail_size.x, at.y + (height - detail_size.y) / 2}, Face::small,
              ui.colors().quiet, detail);
}

// True when it was pressed.
bool row(const Ui& ui, const std::string& name, std::string_view label, std::string_view detail, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ItemState s = item(ui, name, {width, ui.px(row_px)});
    if (s.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(at, at + ImVec2{width, ui.px(row_px)}, ui.colors().hover, ui.px(6));
    draw_row(ui, at, label, detail, width, ui.colors().ink);
    return s.pressed;
}

}  // namespace

void UnderMenu::open(const Hit& hit) {
    if (!hit.skin) return;
    opens_ = true;
    side_ = hit.skin->position.x >= 0 ? Side::left : Side::right;
    region_ = hit.region ? hit.region->region : -1;
    under_ = hit.under;
}

void UnderMenu::draw(Ui& ui) {
    if (std::exchange(opens_, false)) ImGui::OpenPopup("under");
    const float width = ui.px(380);  // a long name and its depth
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().line);
    const bool open = ImGui::BeginPopup("under", ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (!open) return;
    const float inner = width - ui.px(16);
    if (region_ >= 0) {
        const SkinRegion& region = ui.scene.regions->set().regions[static_cast<size_t>(region_)];
        if (row(ui, "under/region", region_name(ui, region), ui.say("Region"), inner)) {
            choose_region(ui, {region_, side_});
            ImGui::CloseCurrentPopup();
        }
        rule(ui);
    }
    gap(ui, 6);
    paragraph(ui, Face::small_strong, ui.colors().quiet, ui.say("Under here, from the skin inwards"), ui.px(10));
    gap(ui, 4);
    if (under_.empty()) paragraph(ui, Face::body, ui.colors().quiet, ui.say("No muscle"), ui.px(10));
    for (const Muscles::Under& one : under_) {
        if (one.muscle < 0) {
            const Muscles& muscles = *ui.scene.body_muscles(ui.document().view.body);
            const std::string& id = muscles.asset().meshes[static_cast<size_t>(one.mesh)].id;
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::Dummy({inner, ui.px(row_px)});  // nothing to choose
            draw_row(ui, at, ui.scene.atlas.structure_name(id),
                     ui.say("context, {}", fmt::format("{:.1f} cm", one.depth_cm)), inner, ui.colors().quiet);
            continue;
        }
        const Muscle& muscle = ui.scene.atlas.muscles[static_cast<size_t>(one.muscle)];
        const std::string depth = fmt::format("{:.1f} cm", one.depth_cm);
        if (!row(ui, "under/" + muscle.id, short_name(ui, muscle.name),
                 one.sheet ? ui.say("thin sheet, {}", depth) : depth, inner))
            continue;
        ui.act([&](Document& d) {
            const SideChoice choice = one.side == Side::left ? SideChoice::left : SideChoice::right;
            if (d.view.side != SideChoice::both) choose_side(d, choice);
            return select_muscle(d, ui.scene, one.muscle);
        });
        ImGui::CloseCurrentPopup();
    }
    gap(ui, 4);
    paragraph(ui, Face::small, ui.colors().quiet, ui.say("Depths of a body of average build; no guide for a needle."),
              ui.px(10), ui.px(10));
    gap(ui, 4);
    ImGui::EndPopup();
}

}  // namespace myomap
