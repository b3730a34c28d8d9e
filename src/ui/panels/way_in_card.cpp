#include "ui/panels/way_in_card.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/panels/card_parts.h"
#include "ui/words.h"

namespace myomap {

namespace {

// Remembers where the muscle was chosen from, then chooses it. A side that is not shown is shown.
void choose_answer(Ui& ui, const Answer& answer, int point) {
    const Document before = ui.document();
    UiState& state = ui.state;
    state.back_region = chosen_region(before.selection);
    state.back_symptom = chosen_complaint(before.selection);
    state.back_side = before.region_side;
    state.back_from_muscle = ui.scene.atlas.muscles[static_cast<size_t>(answer.muscle)].id;
    ui.act([&](Document& d) {
        if (point < 0) return select_muscle(d, ui.scene, answer.muscle);
        return select_point(d, ui.scene, {answer.muscle, point});
    });
}

// Why this muscle, in a few words.
std::string reason(const Ui& ui, const Answer& answer, bool of_region) {
    const Muscle& muscle = ui.scene.atlas.muscles[static_cast<size_t>(answer.muscle)];
    std::string often(frequency_words(ui, muscle.frequency));
    if (!answer.reaches) return capitalised(often);
    if (!of_region)
        return std::string(ui.say(answer.zone == ZoneKind::essential ? "Essential zone" : "Spillover zone")) +
               " \u00b7 " + often;
    const std::string percent = std::to_string(std::lround(100 * answer.explained));
    return ui.say(answer.zone == ZoneKind::essential ? "Essential zone, {} % of the region"
                                                     : "Spillover zone, {} % of the region",
                  percent) +
           " \u00b7 " + often;
}

void answer_row(Ui& ui, const Answer& answer, int rank, bool of_region) {
    const Colors& c = ui.colors();
    const Muscle& muscle = ui.scene.atlas.muscles[static_cast<size_t>(answer.muscle)];
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    const float inner = width - 2 * pad - ui.px(24);
    const std::string name = short_name(ui, muscle.name), why = reason(ui, answer, of_region);
    const ImVec2 name_size = text_size(ui, Face::strong, name, inner);
    const ImVec2 why_size = text_size(ui, Face::small, why, inner);
    const float bar = of_region ? ui.px(10) : 0, chips = answer.points.empty() ? 0 : ui.px(32);
    const float height = ui.px(10) + name_size.y + ui.px(3) + why_size.y + bar + chips + ui.px(10);
    const std::string item_name = "answer/" + muscle.id;
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
    draw_text(ui, list, {x, y}, Face::strong, c.ink, name, inner);
    y += name_size.y + ui.px(3);
    draw_text(ui, list, {x, y}, Face::small, c.quiet, why, inner);
    y += why_size.y;
    if (of_region) {
        y += ui.px(5);
        list.AddRectFilled({x, y}, {x + inner, y + ui.px(4)}, c.line, ui.px(2));
        list.AddRectFilled({x, y}, {x + inner * std::clamp(answer.score, 0.02f, 1.f), y + ui.px(4)}, c.accent,
                           ui.px(2));
        y += ui.px(5);
    }
    int over = -1;
    if (chips > 0) {
        y += ui.px(8);
        float left = x;
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        for (const int p : answer.points) {
            const TriggerPoint& point = muscle.trigger_points[static_cast<size_t>(p)];
            const float chip = std::max(ui.px(24), text_size(ui, Face::small_strong, point.label).x + ui.px(10));
            if (left + chip > x + inner) break;
            const Rect rect{left, y, chip, ui.px(24)};
            const bool hot = s.hovered && rect.contains({mouse.x, mouse.y});
            if (hot) over = p;
            list.AddRectFilled({left, y}, {left + chip, y + ui.px(24)}, hot ? c.selected : c.paper, ui.px(6));
            list.AddRect({left, y}, {left + chip, y + ui.px(24)}, hot ? c.accent : c.line, ui.px(6));
            draw_text_centred(ui, list, rect, Face::small_strong, hot ? c.on_selected : c.quiet, point.label);
            ui.items.add(item_name + "/" + point.id, rect);
            if (hot) tooltip(ui, ui.say("Trigger point {}", point.label), {}, point.place);
            left += chip + ui.px(4);
        }
    }
    if (s.pressed) choose_answer(ui, answer, over >= 0 ? over : answer.points.empty() ? -1 : answer.points.front());
    gap(ui, 8);
}

void answers(Ui& ui, bool of_region) {
    // A copy: a press chooses a muscle, and the list is then another one.
    const std::vector<Answer> all = ui.state.ways.answers(ui.scene, ui.document());
    int rank = 0;
    for (const Answer& answer : all) answer_row(ui, answer, ++rank, of_region);
    if (all.empty())
        paragraph(ui, Face::body, ui.colors().quiet, ui.say("No trigger point of the dataset refers pain here."));
}

void draw_symptom(Ui& ui, const Symptom& symptom) {
    const Colors& c = ui.colors();
    const SymptomText& text = symptom.in(ui.language());
    paragraph(ui, Face::title, c.ink, symptom_name(ui, symptom));
    gap(ui, 4);
    paragraph(ui, Face::body, c.quiet, capitalised(ui.plain() ? text.clinical : text.plain));
    if (!text.synonyms.empty()) {
        gap(ui, 4);
        paragraph(ui, Face::small, c.quiet, ui.say("Also: {}", join(text.synonyms)));
    }
    wording_switch(ui);
    red_flags(ui, symptom.red_flags, false);
    heading(ui, ui.say("Muscles that may be behind it, the most frequent first"));
    answers(ui, false);
    if (!text.note.empty()) {
        gap(ui, 6);
        fact(ui, ui.say("Note"), capitalised(text.note));
    }
    why_fold(ui, symptom.sources, [&] {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        paragraph(ui, Face::small, c.quiet, ui.say("The order of this list:"), ui.px(22));
        gap(ui, 2);
        draw_confidence(ui, *ImGui::GetWindowDrawList(), {at.x + ui.px(22), ImGui::GetCursorScreenPos().y},
                        symptom.confidence, c.quiet);
        gap(ui, 26);
    });
}

void draw_region(Ui& ui, const SkinRegion& region) {
    const Colors& c = ui.colors();
    const auto& names = region.in(ui.language());
    paragraph(ui, Face::title, c.ink, region_name(ui, region));
    gap(ui, 4);
    std::string second = capitalised(ui.plain() ? names.clinical : names.plain);
    if (!region.midline) second += " \u00b7 " + std::string(side_words(ui, ui.document().region_side));
    paragraph(ui, Face::body, c.quiet, second);
    wording_switch(ui);
    // What to rule out is known by complaint: those that are felt here.
    std::vector<std::string> flags;
    std::vector<const Symptom*> felt_here;
    if (ui.scene.symptoms)
        for (const Symptom& symptom : ui.scene.symptoms->symptoms) {
            if (std::ranges::find(symptom.regions, region.id) == symptom.regions.end()) continue;
            felt_here.push_back(&symptom);
            for (const auto& flag : symptom.red_flags)
                if (std::ranges::find(flags, flag) == flags.end()) flags.push_back(flag);
        }
    red_flags(ui, flags, true);
    heading(ui, ui.say("Muscles that refer pain here, the best match first"));
    answers(ui, true);
    if (!felt_here.empty()) {
        heading(ui, ui.say("Complaints felt here"));
        for (const Symptom* symptom : felt_here) {
            if (link(ui, "complaint/" + symptom->id, nullptr, symptom_name(ui, *symptom)))
                ui.act([&](Document& d) { return select_symptom(d, ui.scene, symptom->id); });
            gap(ui, 6);
        }
    }
    why_fold(ui, {}, [&] {
        paragraph(ui, Face::small, c.quiet,
                  ui.say("Ranked by how much of the region a muscle's zones cover, essential zones before spillover, "
                         "and by how often the muscle is the cause. Each muscle's card names its sources."),
                  ui.px(22), ui.px(8));
        gap(ui, 10);
    });
}

}  // namespace

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

bool draw_way_in_card(Ui& ui) {
    const Document& d = ui.document();
    if (const Symptom* symptom =
            ui.scene.symptoms ? ui.scene.symptoms->find_symptom(chosen_complaint(d.selection)) : nullptr) {
        draw_symptom(ui, *symptom);
        return true;
    }
    const int region = ui.scene.regions ? ui.scene.regions->set().find(chosen_region(d.selection)) : -1;
    if (region < 0) return false;
    draw_region(ui, ui.scene.regions->set().regions[static_cast<size_t>(region)]);
    return true;
}

}  // namespace myomap
