#include "ui/panels/card_panel.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/muscle_thumbnail.h"
#include "ui/panels/way_in_card.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr std::string_view honesty = word("Patterns as commonly drawn; educational, not a diagnosis.");

void point_row(Ui& ui, PointRef ref) {
    const Colors& c = ui.colors();
    const TriggerPoint& point = ui.scene.atlas.point(ref);
    const bool selected = ui.document().point == point.id;
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
    if (point.response == Response::autonomic) {
        const std::string_view words = ui.say("Autonomic");
        const float x = at.x + width - pad - text_size(ui, Face::small_strong, words).x;
        draw_text(ui, list, {x, top.y + ui.px(5)}, Face::small_strong, c.quiet, words);
    }
    ImGui::Dummy({0, ui.px(34)});
    const auto text = [&](Face style, ImU32 color, std::string_view words, float indent) {
        paragraph(ui, style, color, words, indent, pad + ui.px(4));
    };
    text(Face::body, c.ink, point.place, pad);
    gap(ui, 8);
    for (const Zone& zone : point.zones) {
        const ImVec2 here = ImGui::GetCursorScreenPos();
        draw_swatch(ui, list, {here.x + pad, here.y + ui.px(3)}, zone.kind);
        text(Face::body, c.ink, capitalised(zone.words), pad + ui.px(22));
        gap(ui, 4);
    }
    if (!point.symptoms.empty()) {
        gap(ui, 4);
        text(Face::small, c.quiet, ui.say("Known for: {}", join(point.symptoms)), pad);
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
    const ItemState s = item(ui, "point/" + point.id, {width, height});
    const ImVec2 end = at + ImVec2{width, height};
    list.AddRectFilled(at, end, selected ? c.surface : s.hovered ? c.hover : c.surface, ui.px(8));
    list.AddRect(at, end, selected ? c.accent : c.line, ui.px(8), 0, ui.px(selected ? 2 : 1));
    list.ChannelsMerge();
    if (s.pressed) {
        if (selected)  // pressed again: all points of the muscle
            ui.act([&](ChartDocument& d) { return select_muscle(d, ui.scene, ref.muscle); });
        else
            ui.act([&](ChartDocument& d) { return select_point(d, ui.scene, ref); });
    }
    gap(ui, 8);
}

// How sure each zone is and what stands behind it.
void zone_confidence(Ui& ui, const Muscle& muscle) {
    const Colors& c = ui.colors();
    for (const TriggerPoint& point : muscle.trigger_points) {
        paragraph(ui, Face::small_strong, c.quiet, ui.say("Trigger point {}", point.label), ui.px(22));
        gap(ui, 3);
        for (const Zone& zone : point.zones) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImDrawList& list = *ImGui::GetWindowDrawList();
            draw_swatch(ui, list, {at.x + ui.px(22), at.y + ui.px(2)}, zone.kind);
            paragraph(ui, Face::small, c.ink, capitalised(zone.words), ui.px(44), ui.px(8));
            gap(ui, 1);
            const ImVec2 below = ImGui::GetCursorScreenPos();
            const float width = draw_confidence(ui, list, {below.x + ui.px(44), below.y}, zone.confidence, c.quiet);
            const std::string keys = fit(ui, Face::small, " \u00b7 " + join(zone.sources),
                                         ImGui::GetContentRegionAvail().x - ui.px(52) - width);
            draw_text(ui, list, {below.x + ui.px(46) + width, below.y}, Face::small, c.quiet, keys);
            gap(ui, 24);
        }
        gap(ui, 4);
    }
}

std::vector<std::string> sources_of(const Muscle& muscle) {
    std::vector<std::string> keys = muscle.sources;
    for (const TriggerPoint& point : muscle.trigger_points) {
        keys.insert(keys.end(), point.sources.begin(), point.sources.end());
        for (const Zone& zone : point.zones) keys.insert(keys.end(), zone.sources.begin(), zone.sources.end());
    }
    return keys;
}

// Back to the region or complaint that the muscle was chosen from.
void draw_way_back(Ui& ui, const Muscle& muscle) {
    const UiState& state = ui.state;
    if (state.back_from_muscle != muscle.id) return;
    const Symptom* symptom = ui.scene.symptoms ? ui.scene.symptoms->find_symptom(state.back_symptom) : nullptr;
    const int region = ui.scene.regions ? ui.scene.regions->set().find(state.back_region) : -1;
    if (!symptom && region < 0) return;
    const std::string name = symptom ? symptom_name(ui, *symptom)
                                     : region_name(ui, ui.scene.regions->set().regions[static_cast<size_t>(region)]);
    if (link(ui, "card/back", icon::back, name)) {
        if (symptom)
            ui.act([&](ChartDocument& d) { return select_symptom(d, ui.scene, symptom->id); });
        else
            choose_region(ui, {region, state.back_side});
    }
    gap(ui, 12);
}

void draw_plain(Ui& ui, const Muscle& muscle) {
    listed(ui, ui.say("What patients say"), muscle.symptoms);
    listed(ui, ui.say("What overloads it"), muscle.overload);
    listed(ui, ui.say("What helps"), muscle.self_care);
}

void draw_clinical(Ui& ui, const Muscle& muscle) {
    heading(ui, ui.say("The muscle"));
    fact(ui, ui.say("Origin"), muscle.origin.words);
    fact(ui, ui.say("Insertion"), muscle.insertion.words);
    fact(ui, ui.say("Action"), muscle.action);
    fact(ui, ui.say("Nerve"), muscle.innervation);
    fact(ui, ui.say("Segments"), join(muscle.segments));
    const Muscles* muscles = ui.scene.body_muscles(ui.document().body);
    const auto layer = muscles ? muscles->layer(ui.scene.atlas.find_muscle(muscle.id).value()) : std::nullopt;
    if (layer)
        fact(ui, ui.say("Layer"),
             ui.say(*layer == Layer::superficial    ? "Superficial"
                    : *layer == Layer::intermediate ? "Intermediate"
                                                    : "Deep"));
    fact(ui, ui.say("How often"), capitalised(std::string(frequency_words(ui, muscle.frequency))));
    listed(ui, ui.say("What the examiner finds"), muscle.signs);
    listed(ui, ui.say("Confused with"), muscle.confused_with);
    listed(ui, ui.say("What patients say"), muscle.symptoms);
    listed(ui, ui.say("What overloads it"), muscle.overload);
    listed(ui, ui.say("What helps"), muscle.self_care);
    muscle_links(ui, ui.say("Works with"), "synergist", muscle.synergists);
    muscle_links(ui, ui.say("Works against"), "antagonist", muscle.antagonists);
    muscle_links(ui, ui.say("Often has points along with it"), "satellite", muscle.satellites);
}

void draw_muscle(Ui& ui, int index) {
    const Colors& c = ui.colors();
    const Muscle& muscle = ui.scene.atlas.muscles[static_cast<size_t>(index)];
    draw_way_back(ui, muscle);
    paragraph(ui, Face::title, c.ink, muscle.name);
    gap(ui, 4);
    paragraph(ui, Face::body, c.quiet, muscle.latin);
    if (!muscle.synonyms.empty()) {
        gap(ui, 4);
        paragraph(ui, Face::small, c.quiet, ui.say("Also: {}", join(muscle.synonyms)));
    }
    draw_muscle_thumbnail(ui);
    wording_switch(ui);
    heading(ui, ui.say(muscle.trigger_points.size() == 1 ? "Trigger point" : "Trigger points"));
    for (size_t i = 0; i < muscle.trigger_points.size(); ++i) point_row(ui, {index, static_cast<int>(i)});
    if (muscle.trigger_points.empty())
        paragraph(ui, Face::body, c.quiet, ui.say("No trigger point of this muscle is in the dataset."));
    if (ui.plain())
        draw_plain(ui, muscle);
    else
        draw_clinical(ui, muscle);
    if (!muscle.needling_caution.empty()) {
        gap(ui, 16);
        box(ui, {c.surface, c.notice, c.notice, icon::warning, ui.say("Needling: for trained practitioners only")},
            [&](float pad) { paragraph(ui, Face::small, c.ink, muscle.needling_caution, pad, pad); });
    }
    if (!muscle.note.empty()) {
        gap(ui, 16);
        fact(ui, ui.say("Note"), muscle.note);
    }
    why_fold(ui, sources_of(muscle), [&] { zone_confidence(ui, muscle); });
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

void draw_card_panel(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "card", rect, c.paper, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float pad = ui.px(20), inner = rect.width - 2 * pad;
    const float note_height = text_size(ui, Face::small, ui.say(honesty), inner).y + ui.px(24);
    const auto muscle = ui.scene.atlas.find_muscle(ui.document().muscle);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    const ChartDocument& d = ui.document();
    // One child per choice: each keeps its own place in the scroll, and a new one starts at the top.
    const std::string child = muscle               ? d.muscle
                              : !d.symptom.empty() ? "symptom " + d.symptom
                              : !d.region.empty()  ? "region " + d.region
                                                   : "start";
    ImGui::BeginChild(child.c_str(), {rect.width - ui.px(2), rect.height - note_height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (muscle)
        draw_muscle(ui, *muscle);
    else if (!draw_way_in_card(ui))
        draw_start(ui);
    ImGui::EndChild();
    ui.items.add("card", rect);
    const float y = rect.y + rect.height - note_height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, y}, {rect.x + rect.width, y + ui.px(1)}, c.line);
    list.AddRectFilled({rect.x, rect.y}, {rect.x + ui.px(1), rect.y + rect.height}, c.line);
    draw_text(ui, list, {rect.x + pad, y + ui.px(12)}, Face::small, c.quiet, ui.say(honesty), inner);
    end_pane();
}

}  // namespace myomap
