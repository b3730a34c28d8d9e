#include "ui/panels/way_in_card.h"

#include <algorithm>

#include "ui/panels/card_parts.h"

namespace myomap {

namespace {

// Remembers where the muscle was chosen from, then chooses it. A side that is not shown is shown.
void choose_answer(Ui& ui, CardState& card, const ReportAnswer& answer, const ReportPoint* point) {
    const Document before = ui.document();
    card.back_region = chosen_region(before.selection);
    card.back_symptom = chosen_complaint(before.selection);
    card.back_side = chosen_region_side(before.selection, Side::right);
    card.back_from_muscle = answer.id;
    ui.act([&](Document& d) {
        return point ? select_point(d, ui.scene, point->ref) : select_muscle(d, ui.scene, answer.muscle);
    });
}

}  // namespace

void answer_row(Ui& ui, CardState& card, const ReportAnswer& answer, int rank) {
    const Colors& c = ui.colors();
    const bool scored = answer.score > 0;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    const float inner = width - 2 * pad - ui.px(24);
    const ImVec2 name_size = text_size(ui, Face::strong, answer.name, inner);
    const ImVec2 why_size = text_size(ui, Face::small, answer.why, inner);
    const float bar = scored ? ui.px(10) : 0, chips = answer.points.empty() ? 0 : ui.px(32);
    const float height = ui.px(10) + name_size.y + ui.px(3) + why_size.y + bar + chips + ui.px(10);
    const std::string item_name = "answer/" + answer.id;
    const ItemState s = item(ui, item_name, {width, height});
    if (s.visible) {
        list.AddRectFilled(at, at + ImVec2{width, height}, s.hovered ? c.hover : c.surface, ui.px(8));
        list.AddRect(at, at + ImVec2{width, height}, c.line, ui.px(8));
    }
    float y = at.y + ui.px(10);
    const float x = at.x + pad + ui.px(24);
    draw_text(ui, list,
              {at.x + pad, y + (text_size(ui, Face::strong, "x").y - text_size(ui, Face::small_strong, "x").y) / 2},
              Face::small_strong, c.quiet, std::to_string(rank));
    draw_text(ui, list, {x, y}, Face::strong, c.ink, answer.name, inner);
    y += name_size.y + ui.px(3);
    draw_text(ui, list, {x, y}, Face::small, c.quiet, answer.why, inner);
    y += why_size.y;
    if (scored) {
        y += ui.px(5);
        list.AddRectFilled({x, y}, {x + inner, y + ui.px(4)}, c.line, ui.px(2));
        list.AddRectFilled({x, y}, {x + inner * std::clamp(answer.score, 0.02f, 1.f), y + ui.px(4)}, c.accent,
                           ui.px(2));
        y += ui.px(5);
    }
    const ReportPoint* by_key = nullptr;
    const ReportPoint* over = answer.points.empty() ? nullptr : &answer.points.front();
    if (chips > 0) {
        y += ui.px(8);
        float left = x;
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        for (const ReportPoint& point : answer.points) {
            const float chip = std::max(ui.px(24), text_size(ui, Face::small_strong, point.label).x + ui.px(10));
            if (left + chip > x + inner) break;
            const Rect rect{left, y, chip, ui.px(24)};
            const bool hot = s.hovered && rect.contains({mouse.x, mouse.y});
            if (hot) over = &point;
            list.AddRectFilled({left, y}, {left + chip, y + ui.px(24)}, hot ? c.selected : c.paper, ui.px(6));
            list.AddRect({left, y}, {left + chip, y + ui.px(24)}, hot ? c.accent : c.line, ui.px(6));
            draw_text_centred(ui, list, rect, Face::small_strong, hot ? c.on_selected : c.quiet, point.label);
            ui.items.add(item_name + "/" + point.id, rect);
            if (item_part(ui, item_name + "/" + point.id, rect).pressed) by_key = &point;
            if (hot) tooltip(ui, point.title, {}, point.place);
            left += chip + ui.px(4);
        }
    }
    if (by_key)
        choose_answer(ui, card, answer, by_key);
    else if (s.pressed)
        choose_answer(ui, card, answer, over);
    gap(ui, 8);
}

void complaint_links(Ui& ui, const std::vector<ReportItem>& complaints) {
    const FocusGroup group(ui, "complaints");
    for (const ReportItem& complaint : complaints) {
        if (link(ui, "complaint/" + complaint.id, nullptr, complaint.text))
            ui.act([&](Document& d) { return select_symptom(d, ui.scene, complaint.id); });
        gap(ui, 6);
    }
}

void choose_region(Ui& ui, RegionRef region) {
    if (!ui.scene.regions || region.region < 0) return;
    ui.act([&](Document& d) {
        const bool midline = ui.scene.regions->set().regions[static_cast<size_t>(region.region)].midline;
        if (midline) region.side = d.view.side == SideChoice::left ? Side::left : Side::right;
        const SideChoice side = region.side == Side::left ? SideChoice::left : SideChoice::right;
        if (d.view.side != SideChoice::both && d.view.side != side) choose_side(d, side);
        return select_region(d, ui.scene, region);
    });
}

}  // namespace myomap
