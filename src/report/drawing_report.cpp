#include "report/drawing_report.h"

#include "base/text.h"
#include "base/word.h"
#include "report/drawing_words.h"

namespace myomap {

namespace {

std::string area_words(const Scene& scene, const AreaFigures& figures) {
    const PainArea& area = *figures.area;
    std::vector<std::string> all{where_words(scene, figures), quality_words(scene, area)};
    if (area.depth != PainDepth::not_sure) all.push_back(scene.phrase(words_of(area.depth)));
    all.push_back(intensity_words(scene, area));
    if (!area.since.empty()) all.push_back(scene.phrase(word("since {}"), in_one_line(area.since)));
    all.push_back(size_words(scene, figures));
    if (!area.note.empty()) all.push_back(in_one_line(area.note));
    std::erase(all, std::string());
    return join(all, " \u00b7 ");
}

}  // namespace

bool has_drawing(const Document& document) {
    const Drawing& drawing = document.drawing;
    return !drawing.areas.empty() || !drawing.findings.empty() || !drawing.notes.empty() || !drawing.kept.empty();
}

std::string drawing_title(const Scene& scene, const Document& document) {
    const VisitHeader& visit = *document.drawing.header;
    std::vector<std::string> all{visit.patient.empty() ? scene.phrase(word("Pain chart")) : in_one_line(visit.patient)};
    for (const std::string& one : {visit.date, visit.examiner})
        if (!one.empty()) all.push_back(in_one_line(one));
    return join(all, " \u00b7 ");
}

std::vector<ReportSection> drawing_sections(const Scene& scene, const Document& document) {
    const Drawing& drawing = document.drawing;
    const BodyId body = document.view.body;
    std::vector<ReportSection> sections;
    const auto add = [&](Section kind, const char* heading, std::vector<ReportItem> items) {
        if (!items.empty()) sections.push_back({kind, scene.phrase(heading), std::move(items)});
    };
    std::vector<ReportItem> signs, areas, findings, notes, kept;
    for (const AskedSign& sign : drawing.header->warning_signs) {
        const RedFlag* flag = scene.symptoms ? scene.symptoms->find_red_flag(sign.id) : nullptr;
        const std::string what = flag ? flag->brief_in(to_text(scene.atlas.language)) : sign.id;
        signs.push_back(
            {sign.id, "", capitalised(scene.phrase(words_of(sign.answer))) + ": " + what, {}, flag && flag->emergency});
    }
    const DrawingFigures figures = figures_of(scene, drawing, body);
    for (size_t i = 0; i < figures.areas.size(); ++i)
        areas.push_back({"", numbered('P', i), area_words(scene, figures.areas[i])});
    for (size_t i = 0; i < drawing.findings.size(); ++i)
        findings.push_back({"", numbered('F', i),
                            place_words(scene, drawing.findings[i], body) + " \u00b7 " +
                                in_one_line(finding_words(scene, drawing.findings[i]))});
    for (size_t i = 0; i < drawing.notes.size(); ++i) {
        const Note& note = drawing.notes[i];
        const std::string kind = scene.phrase(note.kind == NoteKind::arrow ? word("arrow") : words_of(note.symbol));
        notes.push_back({"", numbered('N', i), note.text.empty() ? kind : in_one_line(note.text)});
    }
    for (const KeptPattern& one : drawing.kept)
        kept.push_back({"", std::string(1, one.letter),
                        place_words(scene, {.muscle = one.muscle, .point = one.point, .side = one.side}, body)});
    add(Section::warning_signs, word("Warning signs that were asked"), std::move(signs));
    add(Section::pain_areas, word("Pain areas"), std::move(areas));
    add(Section::findings, word("Findings"), std::move(findings));
    add(Section::notes, word("Notes"), std::move(notes));
    add(Section::kept, word("Patterns kept beside it"), std::move(kept));
    return sections;
}

}  // namespace myomap
