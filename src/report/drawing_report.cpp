#include "report/drawing_report.h"

#include <algorithm>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_json.h"
#include "finder/drawing_signs.h"
#include "report/drawing_words.h"
#include "report/finding_facts.h"
#include "report/words.h"

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

std::vector<ReportItem> asked_signs(const Scene& scene, const Drawing& drawing) {
    std::vector<ReportItem> signs;
    for (const AskedSign& sign : drawing.header->warning_signs) {
        const RedFlag* flag = scene.symptoms ? scene.symptoms->find_red_flag(sign.id) : nullptr;
        std::string text = scene.phrase("{}: ", capitalised(scene.phrase(words_of(sign.answer)))) +
                           (flag ? flag->brief_in(to_text(scene.atlas.language)) : in_one_line(sign.id));
        if (!sign.note.empty()) text += " \u00b7 " + in_one_line(sign.note);
        signs.push_back({sign.id, "", std::move(text), {}, flag && flag->emergency});
    }
    return signs;
}

// Those of what is painted: emergencies by name, others counted. "" where all were asked.
std::string unasked_signs(const Scene& scene, const Drawing& drawing, const DrawingFigures& figures, BodyId body) {
    std::vector<const PainArea*> areas;
    for (const AreaFigures& one : figures.areas) areas.push_back(one.area);
    const auto& asked = drawing.header->warning_signs;
    std::vector<std::string> names;
    size_t others = 0;
    for (const RedFlag* flag : signs_of(scene, areas, body).warning_signs) {
        if (std::ranges::find(asked, flag->id, &AskedSign::id) != asked.end()) continue;
        if (flag->emergency)
            names.push_back(flag->name_in(to_text(scene.atlas.language)));
        else
            ++others;
    }
    if (others > 0) names.push_back(scene.phrase_count("{} that can wait a day", others));
    return join(names, scene.phrase("; "));
}

std::string percent(const Scene& scene, float share) { return number_words(scene, 100 * share, 0); }

// How large and on which side.
std::string extent_words(const Scene& scene, const AreaFigures& figures) {
    if (figures.cm2 <= 0) return size_words(scene, figures);
    return size_words(scene, figures) + " \u00b7 " +
           scene.phrase(
               word("patient's left {}\u00a0%, right {}\u00a0%"),
               {percent(scene, figures.left_cm2 / figures.cm2), percent(scene, figures.right_cm2 / figures.cm2)});
}

// How much of each region that it is a part of; slivers of neighbours are none.
std::string region_shares(const Scene& scene, const AreaFigures& figures) {
    constexpr float sliver = 0.05f;
    std::vector<std::string> regions;
    for (const RegionMap::Share& share : figures.regions)
        if (share.of_region >= sliver || share.of_field >= 2 * sliver)
            regions.push_back(scene.phrase(word("{} ({}\u00a0% of it)"),
                                           {region_and_side(scene, share.ref), percent(scene, share.of_region)}));
    return regions.empty() ? "" : " \u00b7 " + join(regions, scene.phrase("; "));
}

std::vector<ReportItem> figure_facts(const Scene& scene, const DrawingFigures& figures) {
    std::vector<ReportItem> facts;
    for (size_t i = 0; i < figures.areas.size(); ++i)
        facts.push_back(
            {"", numbered('P', i), extent_words(scene, figures.areas[i]) + region_shares(scene, figures.areas[i])});
    if (facts.size() > 1)
        facts.push_back({"", scene.phrase(word("All together")), extent_words(scene, figures.together)});
    return facts;
}

}  // namespace

std::string note_words(const Scene& scene, const Note& note, BodyId body) {
    const bool is_arrow = note.kind == NoteKind::arrow;
    std::vector<std::string> all;
    if (note.kind != NoteKind::text) all.push_back(scene.phrase(is_arrow ? word("arrow") : words_of(note.symbol)));
    if (!note.text.empty()) all.push_back(in_one_line(note.text));
    const auto place = [&](const SkinAnchor& anchor) { return place_words(scene, {.anchor = anchor}, body); };
    if (is_arrow && note.path.size() > 1)
        all.push_back(scene.phrase(word("from {} to {}"), {place(note.path.front()), place(note.path.back())}));
    else if (!note.path.empty())
        all.push_back(place(note.path.front()));
    return join(all, " \u00b7 ");
}

bool has_drawing(const Document& document) {
    const Drawing& drawing = document.drawing;
    return !(drawing == Drawing{});
}

std::string patient_title(const Scene& scene, const Document& document) {
    const VisitHeader& visit = *document.drawing.header;
    return visit.patient.empty() ? scene.phrase(word("Pain chart")) : in_one_line(visit.patient);
}

std::string drawing_title(const Scene& scene, const Document& document) {
    const VisitHeader& visit = *document.drawing.header;
    std::vector<std::string> all{patient_title(scene, document)};
    for (const std::string& one : {visit.date, visit.examiner})
        if (!one.empty()) all.push_back(in_one_line(one));
    return join(all, " \u00b7 ");
}

std::vector<ReportItem> visit_facts(const Scene& scene, const Document& document) {
    const VisitHeader& visit = *document.drawing.header;
    std::vector<ReportItem> facts;
    const auto add = [&](const char* id, const char* name, const std::string& text) {
        if (!text.empty()) facts.push_back({id, scene.phrase(name), in_one_line(text)});
    };
    add("patient", word("Patient"), visit.patient);
    add("date", word("Visit"), visit.date);
    add("examiner", word("Examined by"), visit.examiner);
    add("body", word("Figure"), body_words(scene, document.view.body));
    return facts;
}

std::vector<ReportSection> drawing_sections(const Scene& scene, const Document& document) {
    const Drawing& drawing = document.drawing;
    const BodyId body = document.view.body;
    std::vector<ReportSection> sections;
    const auto add = [&](Section kind, const std::string& heading, std::vector<ReportItem> items) {
        if (!items.empty()) sections.push_back({kind, heading, std::move(items)});
    };
    const DrawingFigures figures = figures_of(scene, drawing, body);
    std::vector<ReportItem> areas, findings, notes, kept;
    for (size_t i = 0; i < figures.areas.size(); ++i)
        areas.push_back({"", numbered('P', i), area_words(scene, figures.areas[i])});
    for (size_t i = 0; i < drawing.findings.size(); ++i)
        findings.push_back({"", numbered('F', i),
                            place_words(scene, drawing.findings[i], body) + " \u00b7 " +
                                in_one_line(finding_words(scene, drawing.findings[i]))});
    for (size_t i = 0; i < drawing.notes.size(); ++i)
        notes.push_back({"", numbered('N', i), note_words(scene, drawing.notes[i], body)});
    for (const KeptPattern& one : drawing.kept)
        kept.push_back({"", std::string(1, one.letter),
                        place_words(scene, {.muscle = one.muscle, .point = one.point, .side = one.side}, body)});
    std::vector<ReportItem> signs;
    if (const size_t count = left_out(drawing); count > 0)
        signs.push_back({"",
                         "",
                         scene.phrase_count("{} entries of this chart could not be read and are not shown", count),
                         {},
                         true});
    std::ranges::move(asked_signs(scene, drawing), std::back_inserter(signs));
    if (const std::string unasked = unasked_signs(scene, drawing, figures, body); !unasked.empty())
        signs.push_back({"", "", scene.phrase(word("Not asked, though it hurts there: {}"), unasked)});
    add(Section::warning_signs, scene.phrase(word("Warning signs")), std::move(signs));
    add(Section::pain_areas, scene.phrase(word("Pain areas")), std::move(areas));
    add(Section::findings, scene.phrase(word("Findings")), std::move(findings));
    for (size_t i = 0; i < drawing.findings.size(); ++i) {
        const Finding& finding = drawing.findings[i];
        const std::string number = numbered('F', i);
        add(Section::finding, number + " \u00b7 " + place_words(scene, finding, body),
            finding_facts(scene, finding, body));
        if (finding.treatment)
            add(Section::treatment, scene.phrase(word("{}: treatment"), number),
                treatment_facts(scene, *finding.treatment));
    }
    add(Section::notes, scene.phrase(word("Notes")), std::move(notes));
    add(Section::kept, scene.phrase(word("Patterns kept beside it")), std::move(kept));
    add(Section::figures, scene.phrase(word("Size of the pain areas, on the figure: {}"), body_words(scene, body)),
        figure_facts(scene, figures));
    return sections;
}

}  // namespace myomap
