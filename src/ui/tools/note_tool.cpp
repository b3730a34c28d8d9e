#include "ui/tools/note_tool.h"

#include <array>
#include <utility>

#include <imgui.h>
#include <glm/geometric.hpp>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/record.h"
#include "chart/drawing_terms.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr float arrow_step_px = 14;  // of the pointer's way, between two places of an arrow
constexpr const char* menu_name = "new note";

}  // namespace

bool NoteTool::press(Ui& ui, const Pointer& pointer) {
    if (kind_ != NoteKind::arrow || pointer.button != 0 || !pointer.hit.skin) return false;
    ui.settle();
    before_ = ui.document();
    drawing_ = true;
    view_ = pointer.hit.view;
    path_ = {anchor_of(*pointer.hit.skin, ui.scene.body(before_.view.body))};
    last_ = pointer.at;
    return true;
}

bool NoteTool::drag(Ui& ui, const Pointer& pointer) {
    if (!drawing_) return false;
    const bool far = glm::distance(last_, pointer.at) >= arrow_step_px * pointer.picture.scale;
    if (!far || !pointer.hit.skin || pointer.hit.view != view_) return true;
    path_.push_back(anchor_of(*pointer.hit.skin, ui.scene.body(before_.view.body)));
    last_ = pointer.at;
    Document& now = ui.state.history.scratch();
    now = before_;
    ui.state.pending = add_note(now, {.kind = NoteKind::arrow, .path = path_});
    return true;
}

bool NoteTool::release(Ui& ui, const Pointer& pointer) {
    if (std::exchange(drawing_, false)) {
        ui.settle();
        return true;
    }
    if (kind_ == NoteKind::arrow || pointer.dragged || !pointer.inside || pointer.button != 0) return false;
    if (const ItemId known = item_of_name(ui.document().drawing, pointer.hit.mark)) {
        ui.act([&](Document& d) { return choose_item(d, known); });
        return true;
    }
    if (!pointer.hit.skin) return false;
    path_ = {anchor_of(*pointer.hit.skin, ui.scene.body(ui.document().view.body))};
    menu_at_ = {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
    text_.clear();
    opens_ = true;
    return true;
}

bool NoteTool::hover(Ui& ui, const Pointer& pointer) {
    ui.state.status = describe(ui.scene, pointer.hit, false);
    if (pointer.hit.skin) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return true;
}

void NoteTool::add(Ui& ui, NoteSymbol symbol) {
    ui.act([&](Document& d) { return add_note(d, {.kind = kind_, .path = path_, .text = text_, .symbol = symbol}); });
    text_.clear();
    ImGui::CloseCurrentPopup();
}

void NoteTool::keep_typed(Ui& ui) {
    if (kind_ != NoteKind::text || text_.empty()) return;
    ui.act([&](Document& d) { return add_note(d, {.kind = kind_, .path = path_, .text = text_}); });
    text_.clear();
}

void NoteTool::laid_down(Ui& ui) {
    if (std::exchange(menu_open_, false)) keep_typed(ui);
}

void NoteTool::draw_menu(Ui& ui) {
    const bool first = std::exchange(opens_, false);
    if (first) ImGui::OpenPopup(menu_name);
    // Closed by a click elsewhere: what was typed is a note all the same.
    const bool open = ImGui::IsPopupOpen(menu_name);
    if (std::exchange(menu_open_, open) && !open) keep_typed(ui);
    const float width = ui.px(300);
    if (!begin_menu(ui, menu_name, {menu_at_.x, menu_at_.y, width, 0}, width)) return;
    if (kind_ == NoteKind::symbol) {
        for (const NoteSymbol symbol : {NoteSymbol::scar, NoteSymbol::swelling, NoteSymbol::bruise, NoteSymbol::clear})
            if (menu_row(ui, std::string("symbol/") + to_text(symbol), capitalised(ui.scene.phrase(words_of(symbol))),
                         "", RowMark::none, false, width - ui.px(16)))
                add(ui, symbol);
    } else {
        bool entered = false;
        text_field(ui, "note/text", text_, {ui.say("What is to be noted here")}, width - ui.px(16), nullptr, first,
                   &entered);
        gap(ui, 8);
        if ((text_button(ui, "note/add", nullptr, ui.say("Add"), ButtonKind::primary, !text_.empty()) || entered) &&
            !text_.empty())
            add(ui, NoteSymbol::none);
    }
    ImGui::EndPopup();
}

void NoteTool::overlay(Ui& ui, const Picture&, Canvas&) { draw_menu(ui); }

bool NoteTool::escape(Ui& ui) {
    if (!std::exchange(drawing_, false)) return false;
    ui.state.history.scratch() = before_;
    ui.state.pending = {};
    return true;
}

}  // namespace myomap
