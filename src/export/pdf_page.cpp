#include "export/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/word.h"
#include "chart/layers.h"
#include "chart/legend.h"
#include "export/page_blocks.h"
#include "export/page_date.h"
#include "export/page_frame.h"
#include "export/pdf_file.h"
#include "report/drawing_report.h"
#include "report/paragraphs.h"

namespace myomap {

namespace {

// All in points.
constexpr float column_gap = 24;
constexpr float least_legend_height = 26;
constexpr float text_gap = 14;      // below the legend
constexpr float design_px = 0.62f;  // one px of design on paper: text of 12 px comes out at 7.4 points
// Tried in turn before the text goes on to another page.
constexpr float smaller_text[] = {0.95f, 0.9f, 0.85f};
constexpr float least_chart_share = 0.42f;  // of the page's height between header and footer

// Finer than this only makes the file larger.
constexpr float most_dpi = 600;

PdfFacts facts_of(const Scene& scene, const Document& document) {
    const bool of_visit = !make_report(scene, document).visit.empty();
    return {.title = fmt::format("{} ({})", report_title(scene, document), figure_words(scene, document)),
            .subject = (of_visit ? scene.phrase(word("Pain chart")) + "."
                                 : scene.phrase("Trigger point and where its pain is felt.")) +
                       " " + disclaimer(scene),
            .keywords = scene.phrase("trigger point, referred pain, body chart")};
}

// Below the title: the Latin name, the visit; which body and side.
PageHeading heading_of(const Scene& scene, const Document& document, const Report& report) {
    const bool is_chart = !report.visit.empty();
    const std::string figure = figure_words(scene, document);
    PageHeading heading{.kind = "MYOMAP \u00b7 " + scene.phrase(is_chart ? word("PAIN CHART") : "TRIGGER POINT CHART"),
                        // Beside the day of the visit, today's says what it is.
                        .day = is_chart ? scene.phrase(word("printed {}"), page_date()) : page_date(),
                        .title = is_chart ? patient_title(scene, document) : report_title(scene, document),
                        .parts = {},
                        .further = fmt::format("{} \u00b7 {}", report_title(scene, document), figure)};
    if (!report.latin.empty()) heading.parts.push_back({.text = report.latin, .latin = true});
    for (const ReportItem& fact : report.visit)
        if (fact.id == "date" || fact.id == "examiner")
            heading.parts.push_back({scene.phrase("{}: ", fact.name), fact.text});
    heading.parts.push_back({.text = figure});
    return heading;
}

struct Page {
    std::vector<Rect> columns;
    size_t first = 0;  // of the blocks
    std::vector<FlowPlace> places;
};

struct PageLayout {
    std::vector<FlowBlock> blocks;
    size_t beside_chart = 0;  // so many of them; the others are on further pages
    Rect chart;
    std::vector<Page> pages;

    bool first_is_enough() const { return pages.front().places.size() == beside_chart; }
};

std::span<const FlowBlock> part(const std::vector<FlowBlock>& blocks, size_t from, size_t to) {
    return std::span(blocks).subspan(from, to - from);
}

// Columns beside each other, all of one height.
std::vector<Rect> columns_of(glm::vec2 at, float width, float height, int count) {
    std::vector<Rect> columns;
    for (int i = 0; i < count; ++i)
        columns.push_back({at.x + static_cast<float>(i) * (width + column_gap), at.y, width, height});
    return columns;
}

// Upright: the chart above two columns of text, as large as the text leaves it. Across: the chart beside one column.
// What was found and done in a visit stands on pages of its own.
PageLayout lay_out(cairo_t* cr, const PageStyles& styles, const Scene& scene, const Report& report,
                   const PageFrame& sheet, bool landscape, const std::vector<LegendEntry>& legend) {
    PageLayout layout;
    const float height = sheet.bottom() - sheet.top(), half = (sheet.width() - column_gap) / 2;
    const float text_width = landscape ? std::floor(sheet.width() * 0.40f) : half;
    layout.blocks = first_blocks(cr, styles, text_width, scene, report);
    layout.beside_chart = layout.blocks.size();
    std::ranges::move(further_blocks(cr, PageStyles(chart_palette(Theme::light), 1), half, scene, report),
                      std::back_inserter(layout.blocks));
    const bool has_text = layout.beside_chart > 0;
    const float chart_width = landscape && has_text ? sheet.width() - text_width - column_gap : sheet.width();
    const float key_height = std::max(least_legend_height, legend_height(cr, legend, chart_width) + 6);
    layout.chart = {page_margin, sheet.top(), chart_width, height - key_height};
    std::vector<Rect> columns;
    if (!has_text) {
        layout.pages.emplace_back();
    } else if (landscape) {
        columns = columns_of({page_margin + chart_width + column_gap, sheet.top()}, text_width, height, 1);
    } else {
        const float most = height * (1 - least_chart_share) - key_height - text_gap;
        const float text_height = balanced_height(part(layout.blocks, 0, layout.beside_chart), 2, most);
        layout.chart.height = height - key_height - text_gap - text_height;
        columns = columns_of({page_margin, sheet.bottom() - text_height}, half, text_height, 2);
    }
    for (size_t done = 0; done < layout.blocks.size(); done += layout.pages.back().places.size()) {
        const bool is_first = layout.pages.empty();
        const size_t end = is_first ? layout.beside_chart : layout.blocks.size();
        if (!is_first) {
            const float room = sheet.bottom() - sheet.further_top();
            columns = columns_of({page_margin, sheet.further_top()}, half,
                                 balanced_height(part(layout.blocks, done, end), 2, room), 2);
        }
        std::vector<float> heights;
        for (const Rect& column : columns) heights.push_back(column.height);
        layout.pages.push_back({columns, done, flow(part(layout.blocks, 0, end), done, heights)});
        // Nothing is taller than an empty page; should it be, it is cut off rather than waited for.
        auto& places = layout.pages.back().places;
        if (!is_first && places.empty()) places.push_back({});
    }
    return layout;
}

// On the context's surface, in points; all pages, or only the first.
void draw_pages(cairo_t* cr, ChartPainter& painter, const Document& asked, const PageRequest& request, bool only_first,
                Picture* drawn) {
    const Scene scene = painter.context().scene();
    Document document = asked;
    document.view.theme = Theme::light;
    const ChartPalette& palette = chart_palette(document.view.theme);
    const Report report = make_report(
        scene, document, {.wording = request.wording.value_or(suited_wording(document)), .only_shown = true});
    const PageHeading heading = heading_of(scene, document, report);
    const PageFrame sheet(cr, paper_size(request.paper, request.landscape), scene, heading, request.letterhead.get());

    const std::vector<LegendEntry> legend = legend_of(scene, document, paint_layers(scene, document));
    const auto laid_out = [&](float scale) {
        return lay_out(cr, PageStyles(palette, scale), scene, report, sheet, request.landscape, legend);
    };
    PageLayout layout = laid_out(1);
    for (const float scale : smaller_text) {
        if (layout.first_is_enough()) break;
        PageLayout tried = laid_out(scale);
        if (tried.first_is_enough()) layout = std::move(tried);
    }

    const Picture picture = painter.paint(cr,
                                          {.box = layout.chart,
                                           .pixels_per_unit = std::min(request.dpi, most_dpi) / 72,
                                           .design_px = design_px,
                                           .corner = 5,
                                           .legend = false,
                                           .jpeg = !only_first},
                                          document);
    if (drawn) *drawn = picture;
    draw_legend(cr, picture,
                {layout.chart.x, layout.chart.y + layout.chart.height, layout.chart.width, least_legend_height});
    for (size_t i = 0; i < (only_first ? 1 : layout.pages.size()); ++i) {
        const Page& page = layout.pages[i];
        sheet.draw(i, layout.pages.size());
        for (size_t k = 0; k < page.places.size(); ++k) {
            const Rect& column = page.columns[static_cast<size_t>(page.places[k].column)];
            layout.blocks[page.first + k].draw(cr, {column.x, column.y + page.places[k].y}, palette);
        }
        cairo_show_page(cr);
    }
}

}  // namespace

std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const Document& document, const PageRequest& request,
                                   Picture* drawn) {
    const Scene scene = painter.context().scene();
    return pdf_file(scene, paper_size(request.paper, request.landscape), facts_of(scene, document),
                    [&](cairo_t* cr) { draw_pages(cr, painter, document, request, false, drawn); });
}

Image pdf_page_preview(ChartPainter& painter, const Document& document, PageRequest request, glm::ivec2 room) {
    const glm::vec2 page = paper_size(request.paper, request.landscape), fits = glm::vec2(room) / page;
    const float scale = std::min(fits.x, fits.y);
    request.dpi = 72 * scale;
    Image image{glm::max(glm::ivec2(page * scale), glm::ivec2(16)), {}};
    image.rgba.assign(static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4, 255);
    const SurfacePtr surface = surface_over(image);
    {
        const CairoPtr cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), scale, scale);
        draw_pages(cr.get(), painter, document, request, true, nullptr);
    }
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

}  // namespace myomap
