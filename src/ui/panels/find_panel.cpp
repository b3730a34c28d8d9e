#include "ui/panels/find_panel.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/record.h"
#include "chart/drawing_fields.h"
#include "chart/drawing_figures.h"
#include "chart/drawing_layers.h"
#include "chart/drawing_paint.h"
#include "chart/drawing_terms.h"
#include "chart/zone_paint.h"
#include "finder/drawing_query.h"
#include "finder/overlay.h"
#include "report/drawing_words.h"
#include "report/find_words.h"
#include "report/words.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/form_fields.h"
#include "ui/panels/paper_panel.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr int most_answers = 20;

// A bar with words beside it; they say the number.
void share_bar(const Ui& ui, float share, ImU32 color, std::string_view words, float indent) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = text_size(ui, Face::small, "x").y, y = at.y + line / 2 - ui.px(3), left = at.x + indent;
    const float long_px = ui.px(96);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, y}, {left + long_px, y + ui.px(6)}, c.line, ui.px(3));
    list.AddRectFilled({left, y}, {left + std::max(ui.px(6), share * long_px), y + ui.px(6)}, color, ui.px(3));
    paragraph(ui, Face::small, c.ink, words, indent + long_px + ui.px(10), ui.px(10));
    gap(ui, 2);
}

std::string percent(float share) { return fmt::format("{} %", std::lround(100 * share)); }

std::string point_words(const Ui& ui, PointRef ref, Side side) {
    const auto& points = ui.scene.atlas.muscle(ref).trigger_points;
    const std::string_view which = ui.say(side == Side::left ? word("L") : word("R"));
    const std::string point = points.size() < 2 ? std::string(ui.say("One point"))
                                                : ui.say("Trigger point {}", ui.scene.atlas.point(ref).label);
    return fmt::format("{} \u00b7 {}", point, which);
}

}  // namespace

SharedList<PainArea> asked_areas(const Ui& ui) {
    const DrawingTools& tools = ui.state.tools;
    if (tools.on_question) return ui.document().question;
    const SharedList<PainArea>& areas = ui.document().drawing.areas;
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (areas[i].id == tools.asked_area) return SharedList<PainArea>({areas.shared(i)});
    return areas;
}

void FindPanel::answer(Ui& ui) {
    if (!ui.state.pending.empty() && answered_) return;  // a stroke grows: answered when it is done
    Asked now{asked_areas(ui), ui.document().view.body, ui.scene.atlas.language};
    if (answered_ && now == asked_) return;
    asked_ = std::move(now);
    answered_ = true;
    cursor_ = nothing;
    found_.clear();
    reasons_.clear();
    together_ = {};
    signs_.items.clear();
    shown_.reset();
    Drawing drawing;
    drawing.areas = asked_.areas;
    query_ = query_of(ui.scene, drawing, asked_.body);
    if (query_.field.empty()) return;
    query_.words = query_words(ui.scene, query_, asked_.body);
    const DrawingFigures figures = figures_of(ui.scene, drawing, asked_.body);
    drawn_words_ = ui.say("{}: ", size_words(ui.scene, figures.together)) +
                   (figures.areas.size() > 1 ? area_places(ui.scene, figures) : query_.words);
    const DrawingSigns signs = signs_of(ui.scene, in_order_of_worst(drawing.areas), asked_.body);
    signs_ = {Section::warning_signs, std::string(ui.say("First: is it something else?")), sign_items(ui.scene, signs)};
    auto& finder = finders_[static_cast<std::size_t>(asked_.body)];
    if (!finder) finder = std::make_unique<Finder>(ui.scene, asked_.body);
    found_ = best_of_muscles(finder->find(query_, std::nullopt, std::numeric_limits<int>::max()), most_answers);
    for (const Found& one : found_) reasons_.push_back(fit_words(ui.scene, query_, asked_.body, one, signs));
    together_ = explain_together(ui.scene, *finder, asked_.body, query_);
    together_words_ = together_.parts.size() > 1 ? together_words(ui.scene, together_, asked_.body) : "";
}

// The drawing alone, or with the answer under the cursor over it.
void FindPanel::lay_over_drawing(Ui& ui) {
    const bool at_work = !ui.state.pending.empty();
    const Asked now{asked_areas(ui), ui.document().view.body, ui.scene.atlas.language};
    const int row = at_work ? nothing : cursor_;
    if (shown_ && shown_->first == now && shown_->second == row && ui.state.tools.over) return;
    shown_ = {now, row};
    auto over = std::make_shared<LaidOver>();
    const auto add = [&](const char* id, SparseField field, const Paint& paint, const char* words) {
        if (!field.empty()) over->layers.push_back({id, std::move(field), paint, Message(words)});
    };
    SparseField drawn;
    for (std::size_t i = 0; i < now.areas.size(); ++i) drawn = unite(drawn, field_of(ui.scene, now.areas, i, now.body));
    const ChartPalette& palette = chart_palette(ui.document().view.theme);
    std::vector<Found> laid;
    if (row >= 0 && row < static_cast<int>(found_.size())) laid = {found_[static_cast<std::size_t>(row)]};
    if (row == together_row)
        for (const TogetherPart& part : together_.parts)
            laid.push_back({.ref = part.ref, .side = part.side, .level = part.level});
    if (laid.empty() && !ui.state.tools.on_question) {
        // The chart's areas look as they do there, so that one can be told from another.
        over->layers = area_layers(ui.scene, ui.document());
        const std::vector<const PainArea*> all = in_order_of_worst(ui.document().drawing.areas);
        for (std::size_t i = 0; now.areas.size() < all.size() && i < all.size(); ++i)
            if (all[i]->id != now.areas[0].id)
                std::erase_if(over->layers, [&](const PaintLayer& l) { return l.id == numbered('P', i); });
    } else if (laid.empty()) {
        add("drawn", std::move(drawn), drawn_paint(), word("Where it hurts"));
    } else {
        SparseField pattern;
        for (const Found& one : laid) {
            const Fit part = lay_over(ui.scene, now.body, drawn, one);
            pattern = unite(pattern, unite(part.hit, part.beyond));
        }
        Fit all = lay_over(drawn, pattern);
        add("missed", std::move(all.missed), drawn_paint(), word("Missed: drawn, not in the pattern"));
        add("beyond", std::move(all.beyond), undrawn_paint(palette), word("Beyond: in the pattern, not drawn"));
        add("hit", std::move(all.hit), met_paint(palette), word("Hit: drawn and in the pattern"));
        over->point = laid.front().ref;
        over->side = laid.front().side;
    }
    ui.state.tools.over = std::move(over);
}

bool FindPanel::is_kept(const Ui& ui, const Found& found) const {
    const MuscleSelection pattern{ui.scene.atlas.muscle(found.ref).id, ui.scene.atlas.point(found.ref).id};
    return kept_pattern(ui.document().drawing, pattern, found.side) != nullptr;
}

void FindPanel::move_cursor(Ui&, int rows) {
    const int first = together_words_.empty() ? 0 : together_row, last = static_cast<int>(found_.size()) - 1;
    if (last < 0) return;
    int next = cursor_ == nothing ? (rows > 0 ? first : last) : cursor_ + rows;
    if (next == nothing) next += rows;  // there is no such row
    cursor_ = std::clamp(next, first, last);
    scroll_ = true;
}

void FindPanel::open(Ui& ui) {
    Found one;
    if (cursor_ == together_row && !together_.parts.empty())
        one = {.ref = together_.parts.front().ref, .side = together_.parts.front().side};
    else if (cursor_ >= 0 && cursor_ < static_cast<int>(found_.size()))
        one = found_[static_cast<std::size_t>(cursor_)];
    else
        return;
    ui.modes.choose(ui, 0);
    ui.act([&](Document& d) {
        choose_side(d, one.side == Side::left ? SideChoice::left : SideChoice::right);
        return select_point(d, ui.scene, one.ref);
    });
    open_panel(ui, PanelSide::right);
}

void FindPanel::keep(Ui& ui) {
    std::vector<Found> all;
    if (cursor_ >= 0 && cursor_ < static_cast<int>(found_.size())) all = {found_[static_cast<std::size_t>(cursor_)]};
    if (cursor_ == together_row)
        for (const TogetherPart& part : together_.parts) all.push_back({.ref = part.ref, .side = part.side});
    for (const Found& one : all) {
        const MuscleSelection pattern{ui.scene.atlas.muscle(one.ref).id, ui.scene.atlas.point(one.ref).id};
        if (cursor_ == together_row && is_kept(ui, one)) continue;
        if (!is_kept(ui, one) && !can_keep(ui.document().drawing)) {
            ui.state.notice = ui.say("Six patterns are kept already; take one off the chart first.");
            return;
        }
        ui.act([&](Document& d) { return keep_pattern(d, ui.scene, pattern, one.side); });
    }
}

// All of the chart's areas, or one of them.
void FindPanel::choose_area(Ui& ui) {
    const SharedList<PainArea>& areas = ui.document().drawing.areas;
    if (ui.state.tools.on_question || areas.size() < 2) return;
    const std::vector<const PainArea*> in_order = in_order_of_worst(areas);
    const bool one = asked_.areas.size() == 1;
    std::vector<Chip> chips{{"all", std::string(ui.say("All areas")), !one}};
    for (std::size_t i = 0; i < in_order.size(); ++i)
        chips.push_back({numbered('P', i), numbered('P', i), one && in_order[i]->id == ui.state.tools.asked_area});
    if (const int i = form_chips(ui, "find/area", chips); i >= 0)
        ui.state.tools.asked_area = i == 0 ? 0 : in_order[static_cast<std::size_t>(i) - 1]->id;
    gap(ui, 6);
}

void FindPanel::draw_together(Ui& ui) {
    if (together_words_.empty()) return;
    const Colors& c = ui.colors();
    heading(ui, ui.say("Together"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    const float inner = width - ui.px(24);
    const float height = text_size(ui, Face::body, together_words_, inner).y + ui.px(20);
    const ItemState s = item(ui, "find/together", {width, height}, {.chosen = cursor_ == together_row});
    if (s.hovered || s.focused) cursor_ = together_row;
    const bool on = cursor_ == together_row;
    list.AddRectFilled(at, at + ImVec2{width, height}, on ? c.selected : c.surface, ui.px(8));
    list.AddRect(at, at + ImVec2{width, height}, c.accent, ui.px(8), 0, ui.px(on ? 2 : 1));
    draw_text(ui, list, at + ImVec2{ui.px(12), ui.px(10)}, Face::body, on ? c.on_selected : c.ink, together_words_,
              inner);
    if (s.pressed) keep(ui);
    if (s.hovered) tooltip(ui, ui.say("Keep these patterns on the chart"), "K");
}

void FindPanel::draw_answer(Ui& ui, int index) {
    const Colors& c = ui.colors();
    const Found& one = found_[static_cast<std::size_t>(index)];
    const std::string name = short_name(ui, ui.scene.atlas.muscle(one.ref).name);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12), lead = ui.px(34);
    // What lies behind the row needs its height, so the row is drawn first, on a channel above.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    gap(ui, 8);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    draw_text(ui, list, {top.x + pad, top.y}, Face::body, c.quiet, std::to_string(index + 1));
    const std::string point = point_words(ui, one.ref, one.side);
    const float point_px = text_size(ui, Face::small, point).x, pin = ui.px(34), room = width - lead - pin;
    // Beside the name where both have room, else below it.
    const bool beside = text_size(ui, Face::strong, name).x + point_px + ui.px(16) <= room;
    const float name_px = text_size(ui, Face::strong, name, room).y;
    draw_text(ui, list, {top.x + lead, top.y}, Face::strong, c.ink, name, room);
    if (beside)
        draw_text(ui, list, {at.x + width - pin - point_px - ui.px(6), top.y + ui.px(2)}, Face::small, c.quiet, point);
    else
        draw_text(ui, list, {top.x + lead, top.y + name_px}, Face::small, c.quiet, point);
    ImGui::Dummy({0, name_px + ui.px(beside ? 4 : 22)});
    share_bar(ui, one.explained, c.accent, ui.say("{} of the drawing covered", percent(one.explained)), lead);
    share_bar(ui, one.pattern_share, c.quiet, ui.say("{} of its pattern drawn", percent(one.pattern_share)), lead);
    paragraph(ui, Face::small, c.quiet, reasons_[static_cast<std::size_t>(index)], lead, pad);
    gap(ui, 8);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y;
    ImGui::SetCursorScreenPos(at);
    const std::string id = ui.scene.atlas.full_id(one.ref) + "/" + to_text(one.side);
    const ItemState s = item(ui, "find/" + id, {width - pin, height}, {.chosen = cursor_ == index});
    if (s.hovered || s.focused) cursor_ = index;
    if (s.pressed) open(ui);
    const bool on = cursor_ == index;
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, at + ImVec2{width, height}, on ? c.selected : c.surface, ui.px(8));
    list.AddRect(at, at + ImVec2{width, height}, on ? c.accent : c.line, ui.px(8), 0, ui.px(1));
    list.ChannelsMerge();
    ImGui::SetCursorScreenPos({at.x + width - pin, at.y + ui.px(2)});
    const bool kept = is_kept(ui, one);
    if (icon_button(ui, "pin/" + id, icon::pin,
                    kept ? ui.say("Take it off the chart") : ui.say("Keep the pattern on the chart"), "K", true, kept,
                    32)) {
        cursor_ = index;
        keep(ui);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    if (on && scroll_) {
        ImGui::SetScrollFromPosY(at.y - ImGui::GetWindowPos().y + height / 2);
        scroll_ = false;
    }
    gap(ui, 6);
}

void FindPanel::draw(Ui& ui, const Rect& rect) {
    answer(ui);
    const PaperPanel panel{
        .name = "find",
        .child = "answers",
        .honesty = std::string(ui.say("A match does not prove a cause.")) + " " + short_disclaimer(ui.scene),
        .pad_design = 16};
    draw_paper_panel(ui, rect, panel, [&] { draw_answers(ui); });
    lay_over_drawing(ui);
}

void FindPanel::draw_answers(Ui& ui) {
    const Colors& c = ui.colors();
    paragraph(ui, Face::title, c.ink, ui.say("What may explain it"));
    gap(ui, 4);
    if (query_.field.empty()) {
        paragraph(ui, Face::body, c.quiet,
                  ui.say("Paint where it hurts, or click the one spot. The muscles whose referred pain lies there are "
                         "listed here, best first."));
        return;
    }
    choose_area(ui);
    paragraph(ui, Face::body, c.quiet, drawn_words_);
    // More than a few would leave no answer above the fold.
    if (std::ranges::count(signs_.items, true, &ReportItem::emergency) > 3)
        emergencies(ui, signs_, flags_open_);
    else if (!signs_.items.empty())
        red_flags(ui, signs_, flags_open_);
    draw_together(ui);
    heading(ui, ui.say("One by one, best first"));
    if (found_.empty()) paragraph(ui, Face::body, c.ink, ui.say("No pattern of the atlas covers this place."));
    for (int i = 0; i < static_cast<int>(found_.size()); ++i) draw_answer(ui, i);
}

}  // namespace myomap
