#include "export/page_blocks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/zone_paint.h"

namespace myomap {

namespace {

constexpr float swatch_indent = 15;
constexpr int longest_paragraph = 24;  // lines

// Without the scheme, which only takes room on paper.
std::string short_url(const std::string& url) {
    const auto scheme = url.find("://");
    return scheme == std::string::npos ? url : url.substr(scheme + 3);
}

// No line begins with a unit, or with the dot between two things said.
std::string bound(std::string text) {
    for (const std::string_view piece : {" %", " cm\u00b2", " \u00b7"})
        for (size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 2))
            text.replace(at, 1, "\u00a0");
    return text;
}

// What pages say as blocks of one column's width.
class Writer {
public:
    Writer(cairo_t* cr, const PageStyles& styles, float width, const Scene& scene)
        : cr_(cr), styles_(styles), width_(width), scene_(scene) {}

    // What a page that is handed over has room for, in this order.
    std::vector<FlowBlock> first(const Report& report) {
        if (const ReportSection* signs = report.find(Section::warning_signs)) add_paragraphs(*signs);
        for (const ReportPoint& point : report.points()) add_point(point);
        if (const ReportSection* answers = report.find(Section::answers)) add_answers(*answers);
        if (const ReportSection* symptoms = report.find(Section::symptoms)) add_joined(*symptoms);
        // To a patient what helps says more than origin and nerve, which plain words leave out.
        if (const ReportSection* anatomy = report.find(Section::anatomy))
            add_facts(*anatomy);
        else if (const ReportSection* care = report.find(Section::self_care))
            add_joined(*care);
        for (const Section kind : {Section::signs, Section::differential, Section::needling})
            if (const ReportSection* section = report.wording == Wording::clinical ? report.find(kind) : nullptr)
                add_joined(*section);
        for (const Section kind : {Section::pain_areas, Section::findings})
            if (const ReportSection* section = report.find(kind)) add_facts(*section);
        for (const ReportItem& item : report.items(Section::note)) note(item.text);
        if (const ReportSection* sources = report.find(Section::sources))
            report.wording == Wording::plain ? add_books(*sources) : add_sources(*sources);
        return std::move(blocks_);
    }

    // Of a chart: what was found and done, all of it.
    std::vector<FlowBlock> further(const Report& report) {
        constexpr Section kinds[] = {Section::finding, Section::treatment, Section::notes, Section::kept,
                                     Section::figures};
        for (const ReportSection& section : report.sections)
            if (std::ranges::find(kinds, section.kind) != std::end(kinds)) add_record(section);
        return std::move(blocks_);
    }

private:
    cairo_t* cr_;
    const PageStyles& styles_;
    float width_;
    const Scene& scene_;
    std::vector<FlowBlock> blocks_;

    // Below what the last block holds; what is longer than a block may be goes on in blocks of its own.
    void add(std::vector<TextRun> runs, float gap_above, float indent = 0, std::optional<Swatch> swatch = {}) {
        for (;;) {
            const std::vector<TextRun> rest = cut_after(cr_, runs, width_ - indent, longest_paragraph);
            blocks_.back().add({cr_, runs, width_ - indent, longest_paragraph}, indent, gap_above, swatch);
            if (rest.empty()) return;
            runs = rest;
            blocks_.emplace_back();
            gap_above = 0;
            swatch.reset();
        }
    }

    void begin(const std::string& heading) {
        blocks_.emplace_back().space_before = 11;
        if (!heading.empty()) add({{heading, styles_.heading}}, 0);
    }

    void add_point(const ReportPoint& point) {
        begin(point.title);
        add({{point.place, styles_.body}}, 2, swatch_indent, Glyph::cross);
        if (!point.reached_from.empty()) add({{point.reached_from, styles_.body}}, 3);
        if (!point.response_words.empty()) add({{point.response_words, styles_.body}}, 3);
        for (const ReportZone& zone : point.zones) {
            std::string sure = zone.confidence_words;
            if (!zone.sources.empty()) sure += " \u00b7 " + join(zone.sources);
            blocks_.emplace_back().space_before = 5;
            add({{scene_.phrase("{}: ", zone.title), styles_.strong},
                 {zone.text, styles_.body},
                 {fmt::format("  ({})", sure), styles_.small}},
                0, swatch_indent, zone_paint(zone.kind, zone.confidence, chart_palette(Theme::light)));
        }
        if (!point.note.empty()) note(point.note);
    }

    // A block for each after the first, with so much space between.
    void next(const std::string& heading, bool is_first, float space) {
        if (is_first)
            begin(heading);
        else
            blocks_.emplace_back().space_before = space;
    }

    void add_paragraphs(const ReportSection& section) {
        for (bool is_first = true; const ReportItem& item : section.items) {
            next(section.heading, is_first, 4);
            add({{item.text, styles_.body}}, is_first ? 2 : 0);
            is_first = false;
        }
    }

    void add_joined(const ReportSection& section) {
        std::vector<std::string> words;
        for (const ReportItem& item : section.items) words.push_back(item.text);
        begin(section.heading);
        add({{capitalised(join(words, scene_.phrase("; "))), styles_.body}}, 2);
    }

    void add_answers(const ReportSection& section) {
        std::vector<std::string> names;
        for (const ReportAnswer& answer : section.answers) names.push_back(answer.name);
        for (const ReportItem& none : section.items) names.push_back(none.text);
        begin(section.heading);
        add({{join(names, scene_.phrase("; ")), styles_.body}}, 2);
    }

    void note(const std::string& words) {
        blocks_.emplace_back().space_before = 5;
        add({{scene_.phrase("{}: ", scene_.phrase("Note")), styles_.strong}, {words, styles_.body}}, 0);
    }

    void add_facts(const ReportSection& section) {
        for (bool is_first = true; const ReportItem& fact : section.items) {
            next(section.heading, is_first, 2.5f);
            add_fact(fact, is_first ? 2 : 0);
            is_first = false;
        }
    }

    void add_fact(const ReportItem& fact, float gap_above) {
        add({{scene_.phrase("{}: ", fact.name), styles_.strong}, {bound(fact.text), styles_.body}}, gap_above);
    }

    // What was recorded of one finding stays in one column, unless it is very much.
    void add_record(const ReportSection& section) {
        constexpr float most_height = 260;
        begin(section.heading);
        for (const ReportItem& fact : section.items) {
            if (blocks_.back().height > most_height) blocks_.emplace_back().space_before = 2.5f;
            add_fact(fact, blocks_.back().height > 0 ? 2.5f : 0);
        }
    }

    void add_sources(const ReportSection& section) {
        for (const Source* before = nullptr; const Source& source : section.sources) {
            std::string title = source.title;
            if (!source.url.empty()) title += ", " + short_url(source.url);
            next(section.heading, !before, 2.5f);
            if (!before || before->rank != source.rank)
                add({{rank_words(scene_, source.rank), styles_.small_strong}}, before ? 3 : 2);
            add({{source.key + "  ", styles_.small_strong}, {title, styles_.small}}, 1);
            before = &source;
        }
    }

    // For a patient: the best kind of source there is, books by name and not by chapter.
    void add_books(const ReportSection& section) {
        std::vector<std::string> books;
        for (const Source& source : section.sources) {
            if (source.rank != section.sources.front().rank) break;
            std::string book = source.title.substr(0, source.title.find(", chapter"));
            if (std::ranges::find(books, book) == books.end()) books.push_back(std::move(book));
        }
        begin("");
        add({{scene_.phrase("{}: ", scene_.phrase("Sources")), styles_.small_strong},
             {join(books, scene_.phrase("; ")), styles_.small}},
            0);
    }
};

}  // namespace

std::vector<FlowBlock> first_blocks(cairo_t* cr, const PageStyles& styles, float width, const Scene& scene,
                                    const Report& report) {
    return Writer(cr, styles, width, scene).first(report);
}

std::vector<FlowBlock> further_blocks(cairo_t* cr, const PageStyles& styles, float width, const Scene& scene,
                                      const Report& report) {
    return Writer(cr, styles, width, scene).further(report);
}

}  // namespace myomap
