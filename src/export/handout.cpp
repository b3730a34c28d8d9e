#include "export/handout.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/chart_painter.h"
#include "export/flow.h"
#include "export/page_date.h"
#include "export/page_frame.h"
#include "export/pdf_file.h"
#include "export/plain_text.h"
#include "report/drawing_report.h"
#include "report/report.h"
#include "report/words.h"

namespace myomap {

namespace {

// All in points.
constexpr float column_gap = 24, chart_gap = 14;
constexpr float chart_shares[] = {0.34f, 0.25f};  // of the first page's height: the first with which all fits
constexpr float design_px = 0.6f;                 // one px of design on paper
constexpr float dpi = 300;
constexpr int blank_lines = 3;                                              // for what was agreed
constexpr float scales[] = {1.1f, 1.02f, 0.95f, 0.9f, 0.85f, 0.8f, 0.76f};  // of the text: the largest that fits
constexpr std::size_t most_pages = 2;

// Of a picture that paper does without the names mean nothing.
std::size_t lines_of(const ToldStep& step) { return step.shows == StepShows::needle ? 0 : step.words.list.size(); }

std::string counted(const ToldStep& step, std::size_t line) {
    return line < step.counts.size() ? fmt::format("{} {}", step.counts[line], step.words.list[line])
                                     : step.words.list[line];
}

std::vector<TalkSource> sources_of(const std::vector<ToldStep>& steps) {
    std::vector<TalkSource> all;
    for (const ToldStep& step : steps)
        for (const TalkSource& source : step.sources)
            if (std::ranges::find(all, source.key, &TalkSource::key) == all.end()) all.push_back(source);
    // Of the pattern and the muscle the first few; the card has all.
    constexpr std::size_t most_of_atlas = 1;
    std::size_t of_atlas = 0;
    for (const ToldStep& step : steps)
        for (const TalkSource& source : step.of_atlas)
            if (step.shows == StepShows::pattern && of_atlas < most_of_atlas &&
                std::ranges::find(all, source.key, &TalkSource::key) == all.end()) {
                all.push_back(source);
                ++of_atlas;
            }
    return all;
}

class Blocks {
public:
    Blocks(cairo_t* cr, const Scene& scene, const PageStyles& styles, float width)
        : cr_(cr), scene_(scene), styles_(styles), width_(width) {}

    std::vector<FlowBlock> of(const Handout& handout) {
        for (const ToldStep& step : handout.steps) {
            begin(step.words.heading);
            for (const std::string& paragraph : step.words.text) add(paragraph, styles_.body, 3);
            for (std::size_t i = 0; i < lines_of(step); ++i) add("\u2022  " + counted(step, i), styles_.body, 2, 6);
            if (!step.words.small.empty()) add(step.words.small, styles_.small, 4);
            if (step.shows == StepShows::plan) add_lines();
        }
        const std::vector<TalkSource> sources = sources_of(handout.steps);
        if (!sources.empty()) begin(scene_.phrase(word("Where this is from")));
        for (const TalkSource& source : sources) {
            // They may go on in the next column.
            if (&source != &sources.front()) blocks_.emplace_back().space_before = 2;
            add(source.url.empty() ? source.title : source.title + " \u00b7 " + source.url, styles_.small, 0);
        }
        return std::move(blocks_);
    }

private:
    cairo_t* cr_;
    const Scene& scene_;
    const PageStyles& styles_;
    float width_;
    std::vector<FlowBlock> blocks_;

    void begin(const std::string& heading) {
        blocks_.emplace_back().space_before = 12;
        add(heading, styles_.heading, 0);
    }
    void add(const std::string& text, const TextStyle& style, float gap_above, float indent = 0) {
        blocks_.back().add({cr_, {{in_one_line(text), style}}, width_ - indent}, indent, gap_above);
    }
    // To write on.
    void add_lines() {
        const auto line = [&](const std::string& before) {
            std::string text = before;
            const TextStyle& style = styles_.body;
            while (TextBlock(cr_, {{text + "_", style}}, 10 * width_, 1).width() < width_ - 2) text += '_';
            add(text, style, 9);
        };
        for (int i = 0; i < blank_lines; ++i) line("");
        line(scene_.phrase(word("We look again on: ")));
    }
};

std::vector<const Document*> charts_of(const Handout& handout) {
    std::vector<const Document*> charts;
    for (const StepShows shows : {StepShows::pain, StepShows::pattern})
        for (const ToldStep& step : handout.steps)
            if (step.shows == shows && step.picture && charts.size() < 2) charts.push_back(&*step.picture);
    return charts;
}

void draw_charts(cairo_t* cr, ChartPainter& painter, const std::vector<const Document*>& charts, const Rect& box) {
    const auto count = static_cast<float>(charts.size());
    const float width = (box.width - chart_gap * (count - 1)) / count;
    float x = box.x;
    for (const Document* chart : charts) {
        Document document = *chart;
        document.view.theme = Theme::light;
        document.view.best_view_only = false;  // on paper there is room for all
        painter.paint(cr,
                      {.box = {x, box.y, width, box.height},
                       .pixels_per_unit = dpi / 72,
                       .design_px = design_px,
                       .corner = 5,
                       .for_patient = true,
                       .jpeg = true},
                      document);
        x += width + chart_gap;
    }
}

struct Page {
    float top = 0;
    std::size_t first = 0;  // of the blocks
    std::vector<FlowPlace> places;
};

struct Sheets {
    std::vector<FlowBlock> blocks;
    std::vector<Page> pages;
    float chart_height = 0, column_width = 0;
};

Sheets lay_out(cairo_t* cr, const Scene& scene, const PageFrame& sheet, const Handout& handout, float scale,
               float chart_share) {
    Sheets layout;
    layout.column_width = (sheet.width() - column_gap) / 2;
    layout.blocks = Blocks(cr, scene, PageStyles(chart_palette(Theme::light), scale), layout.column_width).of(handout);
    const bool has_charts = !charts_of(handout).empty();
    layout.chart_height = has_charts ? chart_share * (sheet.bottom() - sheet.top()) : 0;
    for (std::size_t done = 0; done < layout.blocks.size(); done += layout.pages.back().places.size()) {
        const float top = !layout.pages.empty() ? sheet.further_top()
                          : has_charts          ? sheet.top() + layout.chart_height + chart_gap
                                                : sheet.top();
        const float height = balanced_height(std::span(layout.blocks).subspan(done), 2, sheet.bottom() - top);
        Page page{top, done, flow(layout.blocks, done, {height, height})};
        // Nothing is taller than an empty page; should it be, it is cut off rather than waited for.
        if (page.places.empty() && !layout.pages.empty()) page.places.push_back({});
        layout.pages.push_back(std::move(page));
    }
    return layout;
}

}  // namespace

Handout handout_of(const Scene& scene, const Talk& talk, std::vector<ToldStep> steps, const Document& document) {
    return {.title = talk.name_in(to_text(scene.atlas.language)),
            .about = has_drawing(document) ? drawing_title(scene, document) : report_title(scene, document),
            .steps = std::move(steps)};
}

std::vector<std::uint8_t> handout_page(const Context& context, Renderer& renderer, const Handout& handout) {
    ChartPainter painter(context, renderer);
    const Scene scene = context.scene();
    const glm::vec2 size = paper_size(handout.paper, false);
    const PageHeading heading{.kind = "MYOMAP \u00b7 " + scene.phrase(word("TO TAKE HOME")),
                              .day = page_date(),
                              .title = handout.title,
                              .parts = {{.text = handout.about}},
                              .further = handout.title + " \u00b7 " + handout.about};
    return pdf_file(scene, size, {handout.title + " (" + handout.about + ")", disclaimer(scene)}, [&](cairo_t* cr) {
        const PageFrame sheet(cr, size, scene, heading, handout.letterhead.get());
        Sheets layout;
        for (const float chart_share : chart_shares) {
            for (const float scale : scales) {
                layout = lay_out(cr, scene, sheet, handout, scale, chart_share);
                if (layout.pages.size() <= most_pages) break;
            }
            if (layout.pages.size() <= most_pages) break;
        }
        const std::vector<const Document*> charts = charts_of(handout);
        for (std::size_t i = 0; i < layout.pages.size(); ++i) {
            if (i == 0 && !charts.empty())
                draw_charts(cr, painter, charts, {page_margin, sheet.top(), sheet.width(), layout.chart_height});
            sheet.draw(i, layout.pages.size());
            const Page& page = layout.pages[i];
            for (std::size_t k = 0; k < page.places.size(); ++k)
                layout.blocks[page.first + k].draw(
                    cr,
                    {page_margin + static_cast<float>(page.places[k].column) * (layout.column_width + column_gap),
                     page.top + page.places[k].y},
                    chart_palette(Theme::light));
            cairo_show_page(cr);
        }
    });
}

std::string handout_text(const Scene& scene, const Handout& handout) {
    using Kind = Paragraph::Kind;
    std::vector<Paragraph> all{{Kind::title, handout.title}, {Kind::words, handout.about}};
    for (const ToldStep& step : handout.steps) {
        all.push_back({Kind::heading, step.words.heading});
        for (const std::string& paragraph : step.words.text) all.push_back({Kind::words, in_one_line(paragraph)});
        for (std::size_t i = 0; i < lines_of(step); ++i)
            all.push_back({Kind::words, "- " + in_one_line(counted(step, i))});
        if (!step.words.small.empty()) all.push_back({Kind::words, in_one_line(step.words.small)});
        if (step.shows != StepShows::plan) continue;
        const std::string line(60, '_');
        for (int i = 0; i < blank_lines; ++i) all.push_back({Kind::words, line});
        all.push_back({Kind::words, scene.phrase(word("We look again on: ")) + std::string(20, '_')});
    }
    const std::vector<TalkSource> sources = sources_of(handout.steps);
    if (!sources.empty()) all.push_back({Kind::heading, scene.phrase(word("Where this is from"))});
    for (const TalkSource& source : sources)
        all.push_back({Kind::words, source.url.empty() ? source.title : source.title + " \u00b7 " + source.url});
    all.push_back({Kind::heading, disclaimer(scene)});
    return plain_text(all);
}

}  // namespace myomap
