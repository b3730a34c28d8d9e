#include "ui/panels/area_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/record.h"
#include "chart/drawing_terms.h"
#include "finder/drawing_signs.h"
#include "report/words.h"
#include "ui/icons.h"
#include "ui/panels/form_fields.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr int quality_count = static_cast<int>(PainQuality::cold) + 1;
constexpr int course_count = static_cast<int>(PainCourse::at_night) + 1;

// On where it was off, and the other way round; the first stays the first.
template <class Value>
void toggle(std::vector<Value>& values, Value value) {
    const auto at = std::ranges::find(values, value);
    if (at == values.end())
        values.push_back(value);
    else
        values.erase(at);
}

template <class Value>
int value_chips(const Ui& ui, std::string_view name, const std::vector<Value>& values, int count) {
    std::vector<Chip> chips;
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<Value>(i);
        chips.push_back(
            {to_text(value), std::string(ui.say(words_of(value))), std::ranges::find(values, value) != values.end()});
    }
    return form_chips(ui, name, chips);
}

}  // namespace

void draw_delete_button(Ui& ui, ItemId item) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + ImGui::GetContentRegionAvail().x - ui.px(40), at.y - ui.px(4)});
    if (icon_button(ui, "item/delete", icon::trash, ui.say("Delete"), ui.say("Del")))
        ui.act([&](Document& d) { return delete_item(d, item); });
    ImGui::SetCursorScreenPos(at);
}

void draw_area_form(Ui& ui, const PainArea& shown) {
    PainArea area = shown;
    const std::string name = item_name(ui.document().drawing, area.id);
    draw_delete_button(ui, area.id);
    paragraph(ui, Face::title, ui.colors().ink, ui.say("Pain area {}", name));
    form_name(ui, ui.say("How it feels; the first is drawn"));
    const char* changed = nullptr;
    if (const int i = value_chips(ui, "area/quality", area.qualities, quality_count); i >= 0) {
        toggle(area.qualities, static_cast<PainQuality>(i));
        changed = word("{}: how it feels");
    }
    std::string own = join(area.own_words, ", ");
    if (form_text(ui, "area/own", ui.say("In the patient's own words"), own, ui.say("like a helmet, like ants"))) {
        area.own_words = parts_of(own);
        changed = word("{}: own words");
    }
    form_name(ui, ui.say("How deep"));
    static constexpr std::array depths{Segment{"not_sure", nullptr, word("Not sure"), "", ""},
                                       Segment{"skin", nullptr, word("In the skin"), "", ""},
                                       Segment{"deep", nullptr, word("Deep"), "", ""}};
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    if (const int i = segmented(ui, "area/depth", depths, static_cast<int>(area.depth), 32, width, width); i >= 0) {
        area.depth = static_cast<PainDepth>(i);
        changed = word("{}: depth");
    }
    if (form_rating(ui, "area/now", ui.say("Now, 0 to 10"), area.now)) changed = word("{}: intensity now");
    if (form_rating(ui, "area/worst", ui.say("At its worst"), area.worst)) changed = word("{}: worst intensity");
    if (form_rating(ui, "area/usual", ui.say("Usually"), area.usual)) changed = word("{}: usual intensity");
    form_name(ui, ui.say("When"));
    if (const int i = value_chips(ui, "area/course", area.course, course_count); i >= 0) {
        toggle(area.course, static_cast<PainCourse>(i));
        changed = word("{}: course");
    }
    if (form_text(ui, "area/since", ui.say("Since when"), area.since, ui.say("three weeks, after gardening")))
        changed = word("{}: since when");
    if (form_text(ui, "area/note", ui.say("Note"), area.note)) changed = word("{}: note");
    if (changed) ui.act([&](Document& d) { return change_area(d, area, {changed, {name}}); }, Merge::yes);
}

void draw_note_form(Ui& ui, const Note& shown) {
    Note note = shown;
    const std::string name = item_name(ui.document().drawing, note.id);
    draw_delete_button(ui, note.id);
    paragraph(ui, Face::title, ui.colors().ink,
              ui.say(note.kind == NoteKind::arrow ? word("Arrow {}") : word("Note {}"), name));
    bool changed = false;
    if (note.kind == NoteKind::symbol) {
        form_name(ui, ui.say("Symbol"));
        std::vector<Chip> chips;
        for (const NoteSymbol symbol : {NoteSymbol::scar, NoteSymbol::swelling, NoteSymbol::bruise, NoteSymbol::clear})
            chips.push_back({to_text(symbol), std::string(ui.say(words_of(symbol))), symbol == note.symbol});
        if (const int i = form_chips(ui, "note/symbol", chips); i >= 0) {
            note.symbol = static_cast<NoteSymbol>(i + 1);
            changed = true;
        }
    }
    if (form_text(ui, "note/words", ui.say("Words"), note.text)) changed = true;
    if (changed) ui.act([&](Document& d) { return change_note(d, note, {word("{}: words"), {name}}); }, Merge::yes);
}

namespace {

// Those of what is painted, emergencies first, and whatever else was asked.
void draw_signs_form(Ui& ui) {
    const Document& d = ui.document();
    if (!ui.scene.symptoms) return;
    std::vector<const RedFlag*> signs;
    if (ui.scene.regions) signs = signs_of(ui.scene, in_order_of_worst(d.drawing.areas), d.view.body).warning_signs;
    const std::vector<AskedSign> asked = d.drawing.header->warning_signs;
    for (const AskedSign& one : asked)
        if (const RedFlag* sign = ui.scene.symptoms->find_red_flag(one.id);
            sign && std::ranges::find(signs, sign) == signs.end())
            signs.push_back(sign);
    if (signs.empty()) return;
    gap(ui, 18);
    paragraph(ui, Face::strong, ui.colors().ink, ui.say("Warning signs, to ask before muscles"));
    for (const RedFlag* sign : signs) {
        const auto known = std::ranges::find(asked, sign->id, &AskedSign::id);
        Examined answer = known == asked.end() ? Examined::not_examined : known->answer;
        if (form_examined(ui, "sign/" + sign->id, capitalised(sign->brief_in(ui.language())), answer))
            ui.act([&](Document& doc) { return answer_sign(doc, sign->id, answer); });
    }
}

}  // namespace

void draw_visit_form(Ui& ui) {
    VisitHeader header = *ui.document().drawing.header;
    paragraph(ui, Face::title, ui.colors().ink, ui.say("This visit"));
    const char* changed = nullptr;
    if (form_text(ui, "visit/patient", ui.say("Patient (a name, initials or a number)"), header.patient))
        changed = word("Patient");
    if (form_date(ui, "visit/date", ui.say("Date"), header.date)) changed = word("Date");
    if (form_text(ui, "visit/examiner", ui.say("Examiner"), header.examiner)) changed = word("Examiner");
    if (changed) ui.act([&](Document& d) { return change_header(d, header, changed); }, Merge::yes);
    draw_signs_form(ui);
}

}  // namespace myomap
