#include "ui/panels/region_menu.h"

#include "base/text.h"
#include "base/word.h"
#include "report/drawing_words.h"
#include "ui/icons.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr float menu_width = 340;

}  // namespace

float region_menu_width(const Ui& ui) { return text_size(ui, Face::strong, ui.say("Regions")).x + ui.px(54); }

std::optional<RegionRef> draw_region_menu(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool opens = text_button(ui, "regions", icon::down, ui.say("Regions"), ButtonKind::plain);
    if (opens) {
        ui.state.tools.typed_region.clear();
        ImGui::OpenPopup("region menu");
    }
    std::optional<RegionRef> chosen;
    if (!begin_menu(ui, "region menu", {at.x, at.y, region_menu_width(ui), ui.px(36)}, ui.px(menu_width)))
        return chosen;
    const float row = ui.px(menu_width) - ui.px(16);
    bool entered = false;
    text_field(ui, "regions/search", ui.state.tools.typed_region, {ui.say("Temple, calf, lower back")}, row,
               icon::search, opens, &entered);
    gap(ui, 6);
    ImGui::BeginChild("regions", {row, ui.px(36 * 8)});
    const std::string wanted = fold(ui.state.tools.typed_region);
    const auto& regions = ui.scene.regions->set().regions;
    for (int i = 0; i < static_cast<int>(regions.size()); ++i)
        for (const Side side : {Side::right, Side::left}) {
            const bool midline = regions[static_cast<size_t>(i)].midline;
            if (midline && side == Side::left) continue;
            const RegionRef ref{i, midline ? Side::left : side};
            const std::string name = region_and_side(ui.scene, ref);
            if (fold(name).find(wanted) == std::string::npos) continue;
            // Enter takes the first that is left.
            if (entered && !wanted.empty() && !chosen) chosen = ref;
            const std::string id = "regions/" + regions[static_cast<size_t>(i)].id + "/" + to_text(side);
            if (menu_row(ui, id, name, "", RowMark::none, false, row - ui.px(12))) chosen = ref;
        }
    ImGui::EndChild();
    if (chosen) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return chosen;
}

}  // namespace myomap
