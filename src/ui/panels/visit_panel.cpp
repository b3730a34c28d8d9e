#include "ui/panels/visit_panel.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/record.h"
#include "chart/drawing_marks.h"
#include "chart/drawing_paint.h"
#include "chart/palette.h"
#include "chart/swatch.h"
#include "finder/drawing_signs.h"
#include "report/drawing_report.h"
#include "report/drawing_words.h"
#include "report/words.h"
#include "ui/chart_file_actions.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/panels/chart_file_menu.h"
#include "ui/panels/compare_dialog.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

bool is_chosen(const Ui& ui, ItemId id) {
    const auto* item = std::get_if<ItemSelection>(&ui.document().selection);
    return item && item->item == id;
}

// A heading with quiet words at its right.
void list_heading(const Ui& ui, std::string_view text, std::string_view right = "") {
    gap(ui, 12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, size = text_size(ui, Face::small, right).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, list, {at.x + ui.px(8), at.y}, Face::small_strong, ui.colors().quiet,
              fit(ui, Face::small_strong, text, width - size - ui.px(20)));
    draw_text(ui, list, {at.x + width - size - ui.px(8), at.y}, Face::small, ui.colors().quiet, right);
    ImGui::Dummy({width, ui.px(22)});
}

// The row of an item; what it says is drawn by the caller.
struct Row {
    ImVec2 at;
    float width, height;
    ImU32 ink, quiet;
};

std::optional<Row> item_row(Ui& ui, const std::string& name, ItemId id, float height_design) {
    const Colors& c = ui.colors();
    Row row{ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x, ui.px(height_design), c.ink, c.quiet};
    const bool chosen = is_chosen(ui, id);
    const ImVec2 size{row.width, row.height};
    const ItemState s = item(ui, "visit/" + name, size, {.chosen = chosen});
    if (s.pressed) {
        ui.act([&](Document& d) { return choose_item(d, id); });
        open_panel(ui, PanelSide::right);
    }
    if (!s.visible) return {};
    if (chosen || s.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(row.at, row.at + size, chosen ? c.selected : c.hover, ui.px(8));
    if (chosen) row.ink = row.quiet = c.on_selected;
    return row;
}

void draw_swatch(const Ui& ui, const Swatch& swatch, ImVec2 at, float side) {
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), ui.look, {0, 0});
    draw_swatch(canvas, swatch, {at.x, at.y, side, side}, Style::shaded, chart_palette(ui.document().view.theme));
}

std::string number(const Ui& ui, const std::optional<float>& value) {
    return value ? number_words(ui.scene, *value) : std::string("\u2013");
}

}  // namespace

void VisitPanel::measure(const Ui& ui) {
    const bool at_work = !ui.state.pending.empty();
    const Document& d = ui.document();
    if (figures_ && (at_work || (measured_ == d.drawing && figures_->body == d.view.body))) return;
    if (at_work || !ui.scene.regions) return;
    measured_ = d.drawing;
    figures_ = figures_of(ui.scene, measured_, d.view.body);
    const auto& asked = measured_.header->warning_signs;
    unasked_ = 0;
    for (const RedFlag* sign : signs_of(ui.scene, in_order_of_worst(measured_.areas), d.view.body).warning_signs)
        if (std::ranges::find(asked, sign->id, &AskedSign::id) == asked.end()) ++unasked_;
}

void VisitPanel::draw_areas(Ui& ui) {
    const Colors& c = ui.colors();
    list_heading(ui, ui.say("Pain areas"), ui.say("now  worst  usual"));
    const size_t count = figures_ ? figures_->areas.size() : 0;
    if (count == 0)
        paragraph(ui, Face::small, c.quiet, ui.say("None yet. Choose a brush and paint where it hurts."), ui.px(8),
                  ui.px(8));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (size_t i = 0; i < count; ++i) {
        const AreaFigures& one = figures_->areas[i];
        const std::string name = numbered('P', i);
        const std::string where = name + "  " + where_words(ui.scene, one);
        // A wrong side has to be read: places are never cut.
        const float room = ImGui::GetContentRegionAvail().x - ui.px(62);
        const float words = text_size(ui, Face::small_strong, where, room).y;
        const auto row = item_row(ui, name, one.area->id, 42 + std::round(words / ui.look.scale));
        if (!row) continue;
        draw_swatch(ui, pain_paint(*one.area), row->at + ImVec2{ui.px(8), ui.px(11)}, ui.px(36));
        const float left = row->at.x + ui.px(54), right = row->at.x + row->width - ui.px(8);
        draw_text(ui, list, {left, row->at.y + ui.px(9)}, Face::small_strong, row->ink, where, room);
        std::string how = quality_words(ui.scene, *one.area);
        if (one.area->depth != PainDepth::not_sure)
            how += (how.empty() ? "" : " \u00b7 ") + std::string(ui.say(words_of(one.area->depth)));
        const float y = row->at.y + ui.px(13) + words;
        const std::string numbers =
            number(ui, one.area->now) + "   " + number(ui, one.area->worst) + "   " + number(ui, one.area->usual);
        const float width = text_size(ui, Face::small_strong, numbers).x;
        draw_text(ui, list, {right - width, y}, Face::small_strong, row->ink, numbers);
        draw_text(ui, list, {left, y}, Face::small, row->quiet,
                  fit(ui, Face::small, how, right - left - width - ui.px(10)));
    }
}

void VisitPanel::draw_findings(Ui& ui) {
    const Document d = ui.document();
    if (d.drawing.findings.empty()) return;
    list_heading(ui, ui.say("Findings"), ui.say("patient's side"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (size_t i = 0; i < d.drawing.findings.size(); ++i) {
        const Finding& finding = d.drawing.findings[i];
        const std::string name = numbered('F', i);
        const auto row = item_row(ui, name, finding.id, 30);
        if (!row) continue;
        const float middle = row->at.y + (row->height - text_size(ui, Face::small, "x").y) / 2;
        draw_swatch(ui, glyph_of(finding), row->at + ImVec2{ui.px(8), ui.px(7)}, ui.px(16));
        if (finding.treatment) draw_swatch(ui, Glyph::tick, row->at + ImVec2{ui.px(18), ui.px(2)}, ui.px(12));
        draw_text(ui, list, {row->at.x + ui.px(38), middle}, Face::small, row->quiet, name);
        const std::string_view side = ui.say(finding.side == Side::left ? word("L") : word("R"));
        const float right = row->at.x + row->width - ui.px(10) - text_size(ui, Face::small, side).x;
        draw_text(ui, list, {right, middle}, Face::small, row->quiet, side);
        const float left = row->at.x + ui.px(66);
        draw_text(ui, list, {left, middle}, Face::small_strong, row->ink,
                  fit(ui, Face::small_strong, finding_name(ui.scene, finding), right - left - ui.px(8)));
    }
}

void VisitPanel::draw_notes(Ui& ui) {
    const Document d = ui.document();
    if (d.drawing.notes.empty()) return;
    list_heading(ui, ui.say("Notes"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (size_t i = 0; i < d.drawing.notes.size(); ++i) {
        const Note& note = d.drawing.notes[i];
        const std::string name = numbered('N', i);
        const auto row = item_row(ui, name, note.id, 30);
        if (!row) continue;
        const float middle = row->at.y + (row->height - text_size(ui, Face::small, "x").y) / 2;
        draw_text(ui, list, {row->at.x + ui.px(10), middle}, Face::small_strong, row->ink, name);
        const std::string kind =
            capitalised(std::string(ui.say(note.kind == NoteKind::arrow ? word("arrow") : words_of(note.symbol))));
        const float left = row->at.x + ui.px(42);
        draw_text(ui, list, {left, middle}, Face::small, row->quiet,
                  fit(ui, Face::small, note.text.empty() ? kind : in_one_line(note.text),
                      row->at.x + row->width - left - ui.px(8)));
    }
}

void VisitPanel::draw_kept(Ui& ui) {
    const Document d = ui.document();
    if (d.drawing.kept.empty()) return;
    list_heading(ui, ui.say("Patterns kept beside it"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const KeptPattern& kept : d.drawing.kept) {
        const std::string name(1, kept.letter);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, height = ui.px(32);
        draw_swatch(ui, kept_paint(kept.letter, ZoneKind::essential), at + ImVec2{ui.px(8), ui.px(8)}, ui.px(16));
        const float middle = at.y + (height - text_size(ui, Face::small, "x").y) / 2, left = at.x + ui.px(34);
        draw_text(ui, list, {left, middle}, Face::small_strong, ui.colors().ink, name);
        const std::string words =
            place_words(ui.scene, {.muscle = kept.muscle, .point = kept.point, .side = kept.side}, d.view.body);
        draw_text(ui, list, {left + ui.px(18), middle}, Face::small, ui.colors().ink,
                  fit(ui, Face::small, words, width - ui.px(34 + 18 + 44)));
        ImGui::SetCursorScreenPos({at.x + width - ui.px(36), at.y - ui.px(2)});
        if (icon_button(ui, "kept/" + name, icon::close, ui.say("Take it off the chart"), ""))
            ui.act([&](Document& doc) { return drop_pattern(doc, kept.letter); });
        ImGui::SetCursorScreenPos({at.x, at.y + height});
    }
}

// Its file, whether that has all of it, and what can be done with it.
void VisitPanel::draw_file(Ui& ui) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool unsaved = chart_is_unsaved(ui);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (unsaved) list.AddCircleFilled({at.x + ui.px(12), at.y + ui.px(9)}, ui.px(4), c.accent);
    const std::string words =
        unsaved ? chart_file_name(ui) + " \u00b7 " + std::string(ui.say("not saved")) : chart_file_name(ui);
    draw_text(ui, list, {at.x + ui.px(unsaved ? 22 : 8), at.y}, Face::small, unsaved ? c.accent : c.quiet,
              fit(ui, Face::small, words, width - ui.px(30)));
    ImGui::SetCursorScreenPos({at.x + ui.px(8), at.y + ui.px(26)});
    if (text_button(ui, "visit/save", icon::save, ui.say("Save"), ButtonKind::plain, unsaved)) save_chart(ui);
    ImGui::SameLine(0, ui.px(8));
    const std::string_view compare = ui.say("Compare");
    const bool can_compare = has_drawing(ui.document());
    const bool in_words = text_size(ui, Face::strong, compare).x + ui.px(54) <= ImGui::GetContentRegionAvail().x;
    if (in_words ? text_button(ui, "visit/compare", icon::columns, compare, ButtonKind::plain, can_compare)
                 : icon_button(ui, "visit/compare", icon::columns, compare, "", can_compare))
        compare_charts(ui);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(66)});
}

// Signs of what is painted that nobody asked yet: asked in the form of the visit.
void VisitPanel::draw_signs(Ui& ui) {
    if (!figures_ || figures_->areas.empty()) return;
    const std::size_t open = unasked_;
    if (open == 0) return;
    const Colors& c = ui.colors();
    gap(ui, 6);
    const std::string words = ui.say_count("{} warning signs not asked", open);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = ImGui::GetContentRegionAvail().x;
    const float words_px = text_size(ui, Face::small_strong, words, full - ui.px(42)).y;
    const ImVec2 size{full, words_px + ui.px(18)};
    const ItemState s = item(ui, "visit/signs", size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + size, c.notice_paper, ui.px(8));
    if (s.hovered) list.AddRect(at, at + size, c.notice, ui.px(8));
    draw_text_centred(ui, list, {at.x + ui.px(4), at.y, ui.px(28), size.y}, Face::icon, c.notice, icon::warning);
    draw_text(ui, list, {at.x + ui.px(34), at.y + ui.px(9)}, Face::small_strong, c.notice, words, full - ui.px(42));
    if (s.pressed) {
        ui.act([](Document& d) { return clear_selection(d); });
        open_panel(ui, PanelSide::right);
    }
}

void VisitPanel::draw(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    measure(ui);
    begin_pane(ui, "visit", rect, c.paper, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x + rect.width - ui.px(1), rect.y},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    const float pad = ui.px(8);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    ImGui::BeginChild("list", {rect.width - ui.px(2), rect.height}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    const VisitHeader& header = *ui.document().drawing.header;
    const float side = ui.px(36);
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{ImGui::GetContentRegionAvail().x - side, ui.px(56)};
    const ItemState s = item(ui, "visit/header", size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + size, c.hover, ui.px(8));
    const std::string patient =
        header.patient.empty() ? std::string(ui.say("Patient chart")) : in_one_line(header.patient);
    draw_text(ui, list, at + ImVec2{ui.px(8), ui.px(6)}, Face::title, c.ink,
              fit(ui, Face::title, patient, size.x - ui.px(16)));
    std::vector<std::string> who;
    for (const std::string& one : {header.date, header.examiner})
        if (!one.empty()) who.push_back(in_one_line(one));
    const std::string below = who.empty() ? std::string(ui.say("Who, when and by whom")) : join(who, " \u00b7 ");
    draw_text(ui, list, at + ImVec2{ui.px(8), ui.px(33)}, Face::small, c.quiet,
              fit(ui, Face::small, below, size.x - ui.px(16)));
    if (s.pressed) {
        ui.act([](Document& d) { return clear_selection(d); });
        open_panel(ui, PanelSide::right);
    }
    ImGui::SetCursorScreenPos({at.x + size.x, at.y});
    if (icon_button(ui, "visit/file", icon::more, ui.say("The chart file"), "")) ImGui::OpenPopup("chart_file_menu");
    chart_file_menu(ui, {at.x + size.x, at.y, side, side});
    ImGui::SetCursorScreenPos({at.x, at.y + size.y});
    draw_file(ui);
    draw_signs(ui);
    draw_areas(ui);
    draw_findings(ui);
    draw_notes(ui);
    draw_kept(ui);
    if (figures_ && !figures_->areas.empty()) {
        gap(ui, 14);
        paragraph(ui, Face::small_strong, c.quiet, ui.say("All areas"), ui.px(8));
        gap(ui, 2);
        paragraph(ui, Face::small, c.quiet,
                  join({size_words(ui.scene, figures_->together), body_words(ui.scene, figures_->body)}), ui.px(8),
                  ui.px(8));
    }
    ImGui::EndChild();
    ui.items.add("visit", rect);
    end_pane();
}

}  // namespace myomap
