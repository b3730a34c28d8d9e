#include "ui/panels/item_panel.h"

#include "report/words.h"
#include "ui/panels/area_form.h"
#include "ui/panels/paper_panel.h"
#include "ui/ui.h"

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
    const PaperPanel panel{.name = "item",
                           .child = "item " + std::to_string(chosen_item(ui.document())),
                           .honesty = short_disclaimer(ui.scene)};
    draw_paper_panel(ui, rect, panel, [&] {
        if (const PainArea* area = chosen_area(ui.document()))
            draw_area_form(ui, PainArea(*area));
        else if (const Finding* finding = chosen_finding(ui.document()))
            draw_finding_form(ui, Finding(*finding), folds_);
        else if (const Note* note = chosen_note(ui.document()))
            draw_note_form(ui, Note(*note));
        else
            draw_visit_form(ui);
    });
}

}  // namespace myomap
