#include "ui/panels/card_panel.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/report.h"
#include "ui/icons.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/muscle_thumbnail.h"
#include "ui/panels/paper_panel.h"
#include "ui/panels/way_in_card.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

void point_row(Ui& ui, const ReportPoint& point) {
    const Colors& c = ui.colors();
    const bool selected = chosen_point(ui.document().selection) == point.id;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    // What is drawn behind the row needs the row's height, so the row is drawn first, on a channel above.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    gap(ui, 12);
    const float badge = std::max(ui.px(26), text_size(ui, Face::small_strong, point.label).x + ui.px(14));
    const ImVec2 top = ImGui::GetCursorScreenPos();
    list.AddRectFilled({top.x + pad, top.y}, {top.x + pad + badge, top.y + ui.px(26)}, selected ? c.accent : c.hover,
                       ui.px(13));
    draw_text_centred(ui, list, {top.x + pad, top.y, badge, ui.px(26)}, Face::small_strong,
                      selected ? c.on_accent : c.ink, point.label);
    draw_confidence(ui, list, {top.x + pad + badge + ui.px(10), top.y + ui.px(5)}, point.confidence, c.quiet);
    if (!point.response_tag.empty()) {
        const std::string words = capitalised(point.response_tag);
        const float x = at.x + width - pad - text_size(ui, Face::small_strong, words).x;
        draw_text(ui, list, {x, top.y + ui.px(5)}, Face::small_strong, c.quiet, words);
    }
    ImGui::Dummy({0, ui.px(34)});
    const auto text = [&](Face style, ImU32 color, std::string_view words, float indent) {
        paragraph(ui, style, color, words, indent, pad + ui.px(4));
    };
    text(Face::body, c.ink, point.place, pad);
    if (!point.reached_from.empty()) {
        gap(ui, 4);
        text(Face::small, c.quiet, point.reached_from, pad);
    }
    gap(ui, 8);
    for (const ReportZone& zone : point.zones) {
        const ImVec2 here = ImGui::GetCursorScreenPos();
        draw_swatch(ui, list, {here.x + pad, here.y + ui.px(3)}, zone);
        text(Face::body, c.ink, capitalised(zone.text), pad + ui.px(22));
        gap(ui, 4);
    }
    if (!point.known_for.empty()) {
        gap(ui, 4);
        text(Face::small, c.quiet, point.known_for, pad);
    }
    if (!point.note.empty()) {
        gap(ui, 6);
        text(Face::small, c.quiet, point.note, pad);
    }
    gap(ui, 10);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y;
    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(at);
    const ItemState s = item(ui, "point/" + point.id, {width, height}, {.chosen = selected});
    const ImVec2 end = at + ImVec2{width, height};
    list.AddRectFilled(at, end, selected ? c.surface : s.hovered ? c.hover : c.surface, ui.px(8));
    // Behind a dialog its border would be taken for the ring of the keyboard.
    const bool framed = selected && ui.state.overlay == Overlay::none;
    list.AddRect(at, end, framed ? c.accent : c.line, ui.px(8), 0, ui.px(framed ? 2 : 1));
    list.ChannelsMerge();
    if (s.pressed) {
        if (selected)  // pressed again: all points of the muscle
            ui.act([&](Document& d) { return select_muscle(d, ui.scene, point.ref.muscle); });
        else
            ui.act([&](Document& d) { return select_point(d, ui.scene, point.ref); });
    }
    gap(ui, 8);
}

// Back to the region or complaint that the muscle was chosen from.
void draw_way_back(Ui& ui, const CardState& state) {
    if (state.back_from_muscle != chosen_muscle(ui.document().selection)) return;
    const Symptom* symptom = ui.scene.symptoms ? ui.scene.symptoms->find_symptom(state.back_symptom) : nullptr;
    const int region = ui.scene.regions ? ui.scene.regions->set().find(state.back_region) : -1;
    if (!symptom && region < 0) return;
    const std::string name = symptom ? symptom_name(ui, *symptom)
                                     : region_name(ui, ui.scene.regions->set().regions[static_cast<size_t>(region)]);
    if (link(ui, "card/back", icon::back, name)) {
        if (symptom)
            ui.act([&](Document& d) { return select_symptom(d, ui.scene, symptom->id); });
        else
            choose_region(ui, {region, state.back_side});
    }
    gap(ui, 12);
}

void draw_section(Ui& ui, CardState& state, const Report& report, const ReportSection& section) {
    const Colors& c = ui.colors();
    switch (section.kind) {
        case Section::warning_signs:
            if (report.find(Section::trigger_points))
                emergencies(ui, section, state.flags_open);
            else
                red_flags(ui, section, state.flags_open);
            return;
        case Section::needling:
            gap(ui, 16);
            box(ui, {c.surface, c.notice, c.notice, icon::warning, section.heading},
                [&](float pad) { paragraph(ui, Face::small, c.ink, section.items.front().text, pad, pad); });
            return;
        case Section::note:
            gap(ui, 16);
            fact(ui, section.heading, section.items.front().text);
            return;
        case Section::reasons:
            why_fold(ui, report, state.sources_open);
            return;
        case Section::sources:  // in that fold
            return;
        case Section::finding:  // each has a line among the findings
        case Section::treatment:
        case Section::figures:
            return;
        default:
            break;
    }
    if (!section.heading.empty()) heading(ui, section.heading);
    switch (section.kind) {
        case Section::anatomy:
        case Section::details:
        case Section::pain_areas:
        case Section::findings:
        case Section::notes:
        case Section::kept:
            for (const ReportItem& one : section.items) fact(ui, one.name, one.text);
            return;
        case Section::synergists:
            muscle_links(ui, "synergist", section.items);
            return;
        case Section::antagonists:
            muscle_links(ui, "antagonist", section.items);
            return;
        case Section::satellites:
            muscle_links(ui, "satellite", section.items);
            return;
        case Section::complaints:
            complaint_links(ui, section.items);
            return;
        case Section::trigger_points:
        case Section::answers: {
            const FocusGroup group(ui, "answers");
            for (const ReportPoint& point : section.points) point_row(ui, point);
            for (size_t i = 0; i < section.answers.size(); ++i)
                answer_row(ui, state, section.answers[i], static_cast<int>(i) + 1);
            for (const ReportItem& none : section.items) paragraph(ui, Face::body, c.quiet, none.text);
            return;
        }
        default:
            bullets(ui, section.items);
    }
}

void draw_report(Ui& ui, CardState& state, const Report& report) {
    const Colors& c = ui.colors();
    const bool of_muscle = !chosen_muscle(ui.document().selection).empty();
    if (of_muscle) draw_way_back(ui, state);
    paragraph(ui, Face::title, c.ink, report.title);
    gap(ui, 4);
    paragraph(ui, Face::body, c.quiet, of_muscle ? report.latin : report.other_name);
    const auto also_and_wording = [&] {
        if (!report.also.empty()) {
            gap(ui, 4);
            paragraph(ui, Face::small, c.quiet, report.also);
        }
        if (of_muscle) draw_muscle_thumbnail(ui, state.thumbnail);
        wording_switch(ui);
    };
    if (of_muscle) also_and_wording();
    for (const ReportSection& section : report.sections) {
        draw_section(ui, state, report, section);
        // Of a complaint or region, warning signs and muscles come before anything else.
        if (!of_muscle && section.kind == Section::answers) {
            gap(ui, 8);
            also_and_wording();
        }
    }
}

void start_line(const Ui& ui, const char* icon_text, std::string_view title, std::string_view detail) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float side = ui.px(40);
    list.AddRectFilled(at, at + ImVec2{side, side}, c.selected, ui.px(10));
    draw_text_centred(ui, list, {at.x, at.y, side, side}, Face::icon, c.on_selected, icon_text);
    paragraph(ui, Face::strong, c.ink, title, ui.px(54));
    gap(ui, 3);
    paragraph(ui, Face::body, c.quiet, detail, ui.px(54));
    gap(ui, 18);
}

void draw_start(const Ui& ui) {
    const Colors& c = ui.colors();
    paragraph(ui, Face::title, c.ink, ui.say("Where does it hurt, and why there?"));
    gap(ui, 8);
    paragraph(ui, Face::body, c.quiet,
              ui.say("Tight spots in a muscle can send pain to places far from it. Choose a muscle to see where."));
    gap(ui, 24);
    start_line(ui, icon::pointer, ui.say("Click the body"),
               ui.say("An X marks a trigger point. Right-click says what lies under it. Double-click a view to enlarge "
                      "and turn it."));
    start_line(ui, icon::search, ui.say("Or search"),
               ui.say("A muscle, a body part, or what the patient says: \u201ctemple\u201d, \u201cstiff "
                      "neck\u201d."));
    start_line(ui, icon::list, ui.say("Or begin with the pain"),
               ui.say("Symptoms and Regions, on the left, lead to the muscles that may be behind it."));
    start_line(ui, icon::keyboard, ui.say("Or walk through"),
               ui.say("Arrow keys go from point to point. F1 shows all keys."));
}

}  // namespace

bool CardPanel::wants_to_open(const Ui& ui) {
    const Selection& selection = ui.document().selection;
    const std::string& now = chosen_region(selection).empty() ? chosen_complaint(selection) : chosen_region(selection);
    if (state_.shown_way_in == now) return false;
    state_.shown_way_in = now;
    state_.flags_open = false;
    return !now.empty();
}

const ReportSection* CardPanel::warning_signs(const Ui& ui) {
    return state_.report.of(ui.scene, ui.document(), {.wording = ui.state.wording}).find(Section::warning_signs);
}

float CardPanel::strip_height(const Ui& ui) { return warning_signs(ui) ? ui.px(48) : 0; }

void CardPanel::draw_strip(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    const size_t count = warning_signs(ui)->items.size();
    begin_pane(ui, "warning signs", rect, c.notice_paper, 0, ImGuiWindowFlags_NoScrollbar);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text_centred(ui, list, {rect.x + ui.px(8), rect.y, ui.px(28), rect.height}, Face::icon, c.notice,
                      icon::warning);
    const float button = text_size(ui, Face::strong, ui.say("Show")).x + ui.px(28);
    const float room = rect.width - ui.px(40) - button - ui.px(18);
    const std::string words = fit(ui, Face::strong, ui.say("Warning signs: {}", std::to_string(count)), room);
    draw_text(ui, list, {rect.x + ui.px(40), rect.y + (rect.height - text_size(ui, Face::strong, words).y) / 2},
              Face::strong, c.notice, words);
    ImGui::SetCursorScreenPos({rect.x + rect.width - button - ui.px(8), rect.y + ui.px(6)});
    if (text_button(ui, "signs/show", nullptr, ui.say("Show"), ButtonKind::plain)) open_panel(ui, PanelSide::right);
    end_pane();
}

void CardPanel::draw(Ui& ui, const Rect& rect) {
    const Document& d = ui.document();
    const Report& report = state_.report.of(ui.scene, d, {.wording = ui.state.wording});
    const PaperPanel panel{.name = "card",
                           .child = !chosen_muscle(d.selection).empty() ? chosen_muscle(d.selection)
                                    : !chosen_complaint(d.selection).empty()
                                        ? "symptom " + chosen_complaint(d.selection)
                                    : !chosen_region(d.selection).empty() ? "region " + chosen_region(d.selection)
                                                                          : "start",
                           .honesty = short_disclaimer(ui.scene)};
    draw_paper_panel(ui, rect, panel, [&] {
        if (report.sections.empty())
            draw_start(ui);
        else
            draw_report(ui, state_, report);
    });
}

}  // namespace myomap
