#include "report/paragraphs.h"

#include <utility>

#include "base/text.h"
#include "base/word.h"
#include "chart/shown.h"
#include "report/drawing_report.h"
#include "report/words.h"

namespace myomap {

namespace {

class Writer {
public:
    Writer(const Scene& scene, const Report& report) : scene_(scene), report_(report) {}

    std::vector<Paragraph> write(const Document& document) {
        title(report_.visit.empty() ? report_title(scene_, document, report_.wording)
                                    : patient_title(scene_, document));
        for (const std::string& line : {report_.latin, report_.other_name, report_.also}) words(line);
        if (report_.visit.empty())
            words(figure_words(scene_, document));
        else
            for (const ReportItem& fact : report_.visit)
                if (fact.id != "patient") item(fact);
        for (const ReportSection& section : report_.sections) {
            // What follows has a section for each of them.
            if (section.kind == Section::findings && report_.find(Section::finding)) continue;
            write(section);
        }
        heading(scene_.phrase(word("About this text")));
        words(disclaimer(scene_));
        words(scene_.phrase("Myomap dataset {}", scene_.atlas.dataset_version) + ", " + scene_.atlas.license);
        return std::move(all_);
    }

private:
    const Scene& scene_;
    const Report& report_;
    std::vector<Paragraph> all_;

    void title(const std::string& text) { all_.push_back({Paragraph::Kind::title, in_one_line(text)}); }
    void heading(const std::string& text) {
        if (!text.empty()) all_.push_back({Paragraph::Kind::heading, in_one_line(text)});
    }
    void words(const std::string& text) {
        if (!text.empty()) all_.push_back({Paragraph::Kind::words, in_one_line(text)});
    }
    void named(const std::string& name, const std::string& text) { words(scene_.phrase("{}: ", name) + text); }
    void item(const ReportItem& item) {
        if (item.name.empty())
            words(capitalised(item.text));
        else
            named(item.name, item.text);
    }

    void write(const ReportSection& section) {
        heading(section.heading);
        for (const ReportPoint& point : section.points) write(point);
        for (const ReportAnswer& answer : section.answers) named(answer.name, answer.why);
        for (const ReportItem& one : section.items) item(one);
        for (const Source& source : section.sources) {
            std::string text = source.title;
            if (!source.url.empty()) text += ", " + source.url;
            if (report_.wording == Wording::clinical) text = source.key + " \u00b7 " + text;
            words(text);
        }
    }

    void write(const ReportPoint& point) {
        named(point.title, point.place);
        words(point.reached_from);
        words(point.response_words);
        for (const ReportZone& zone : point.zones) {
            std::string sure = zone.confidence_words;
            if (!zone.sources.empty()) sure += " \u00b7 " + join(zone.sources);
            named(zone.title, zone.text + " (" + sure + ")");
        }
        words(point.known_for);
        if (!point.note.empty()) named(scene_.phrase("Note"), point.note);
    }
};

}  // namespace

std::string figure_words(const Scene& scene, const Document& document) {
    const bool of_atlas = !selected_points(scene.atlas, document).empty() || !shown_regions(scene, document).empty();
    return has_drawing(document) && !of_atlas
               ? body_words(scene, document.view.body)
               : body_and_side(scene, document.view.body, shown_side(scene.atlas, document));
}

std::vector<Paragraph> paragraphs_of(const Scene& scene, const Document& document, const Report& report) {
    return Writer(scene, report).write(document);
}

std::string picture_words(const Scene& scene, const Document& document, const Report& report,
                          const std::vector<std::string>& views) {
    std::vector<std::string> lines{report_title(scene, document, report.wording),
                                   join({figure_words(scene, document), join(views)}, " \u00b7 ")};
    for (const ReportPoint& point : report.points()) {
        lines.push_back(scene.phrase("{}: ", point.title) + point.place);
        for (const ReportZone& zone : point.zones) lines.push_back(scene.phrase("{}: ", zone.title) + zone.text);
    }
    for (const Section kind : {Section::pain_areas, Section::findings, Section::notes, Section::kept})
        for (const ReportItem& item : report.items(kind)) lines.push_back(scene.phrase("{}: ", item.name) + item.text);
    lines.push_back(short_disclaimer(scene));
    for (std::string& line : lines) line = in_one_line(line);
    return join(lines, "\n");
}

}  // namespace myomap
