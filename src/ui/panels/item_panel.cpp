#include "ui/panels/item_panel.h"

#include "report/words.h"
#include "ui/panels/area_form.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

ItemId chosen_item(const Document& document) {
    const auto* item = std::get_if<ItemSelection>(&document.selection);
    return item ? item->item : 0;
}

}  // namespace

bool ItemPanel::wants_to_open(const Ui& ui) {
    const ItemId now = chosen_finding(ui.document()) ? chosen_item(ui.document()) : 0;
    const bool is_new = now != shown_ && now != 0;
    shown_ = now;
    return is_new;
}

void ItemPanel::draw(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "item", rect, c.paper, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float pad = ui.px(20), inner = rect.width - 2 * pad;
    const std::string honesty = short_disclaimer(ui.scene);
    const float note_height = text_size(ui, Face::small, honesty, inner).y + ui.px(24);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    // One child per item: each keeps its own place in the scroll.
    ImGui::BeginChild(("item " + std::to_string(chosen_item(ui.document()))).c_str(),
                      {rect.width - ui.px(2), rect.height - note_height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (const PainArea* area = chosen_area(ui.document()))
        draw_area_form(ui, PainArea(*area));
    else if (const Finding* finding = chosen_finding(ui.document()))
        draw_finding_form(ui, Finding(*finding), folds_);
    else if (const Note* note = chosen_note(ui.document()))
        draw_note_form(ui, Note(*note));
    else
        draw_visit_form(ui);
    ImGui::EndChild();
    ui.items.add("item", rect);
    const float y = rect.y + rect.height - note_height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, y}, {rect.x + rect.width, y + ui.px(1)}, c.line);
    list.AddRectFilled({rect.x, rect.y}, {rect.x + ui.px(1), rect.y + rect.height}, c.line);
    draw_text(ui, list, {rect.x + pad, y + ui.px(12)}, Face::small, c.quiet, honesty, inner);
    end_pane();
}

}  // namespace myomap
