#include "export/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/text.h"
#include "chart/layers.h"
#include "chart/legend.h"
#include "chart/shown.h"
#include "chart/swatch.h"
#include "chart/views.h"
#include "export/flow.h"
#include "export/page_date.h"
#include "export/page_error.h"
#include "report/drawing_report.h"
#include "report/report.h"

namespace myomap {

namespace {

// All in points.
constexpr float margin = 42;
constexpr float footer_height = 40;
constexpr float column_gap = 24;
constexpr float least_legend_height = 26;
constexpr float text_gap = 14;      // below the legend
constexpr float design_px = 0.62f;  // one px of design on paper: text of 12 px comes out at 7.4 points
constexpr float body_size = 8.8f;
constexpr float small_size = 7.6f;
constexpr float swatch_indent = 15;
// Tried in turn before the text goes on to another page.
constexpr float smaller_text[] = {0.95f, 0.9f, 0.85f};
constexpr float least_chart_share = 0.42f;  // of the page's height between header and footer
constexpr int longest_paragraph = 24;       // lines

// Finer than this only makes the file larger.
constexpr float most_dpi = 600;

struct Styles {
    TextStyle title, latin, kicker, footer, heading, body, strong, small, small_strong;

    Styles(const ChartPalette& palette, float scale) {
        title = {19, FontWeight::semibold, palette.text};
        latin = {10.5f, FontWeight::regular, palette.quiet_text, true};
        kicker = {7.4f, FontWeight::semibold, palette.quiet_text};
        footer = {7.4f, FontWeight::regular, palette.quiet_text};
        heading = {9.8f * scale, FontWeight::semibold, palette.text};
        body = {body_size * scale, FontWeight::regular, palette.text};
        strong = {body_size * scale, FontWeight::semibold, palette.text};
        small = {small_size * scale, FontWeight::regular, palette.quiet_text};
        small_strong = {small_size * scale, FontWeight::semibold, palette.quiet_text};
    }
};

// Without the scheme, which only takes room on paper.
std::string short_url(const std::string& url) {
    const auto scheme = url.find("://");
    return scheme == std::string::npos ? url : url.substr(scheme + 3);
}

// The text of the page as blocks of one column's width.
class PageBlocks {
public:
    PageBlocks(cairo_t* cr, const Styles& styles, float width, const Scene& scene)
        : cr_(cr), styles_(styles), width_(width), scene_(scene) {}

    // What there is room for on a page that is handed over, in this order.
    std::vector<FlowBlock> make(const Report& report) {
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
        for (const Section kind : {Section::pain_areas, Section::findings, Section::notes, Section::kept})
            if (const ReportSection* section = report.find(kind)) add_facts(*section);
        for (const ReportItem& item : report.items(Section::note)) note(item.text);
        if (const ReportSection* sources = report.find(Section::sources))
            report.wording == Wording::plain ? add_books(*sources) : add_sources(*sources);
        return std::move(blocks_);
    }

private:
    cairo_t* cr_;
    const Styles& styles_;
    float width_;
    const Scene& scene_;
    std::vector<FlowBlock> blocks_;

    TextBlock text(const std::vector<TextRun>& runs, float indent = 0) {
        return {cr_, runs, width_ - indent, longest_paragraph};
    }

    FlowBlock& begin(const std::string& heading) {
        FlowBlock& block = blocks_.emplace_back();
        block.space_before = 11;
        if (!heading.empty()) block.add(text({{heading, styles_.heading}}), 0, 0);
        return block;
    }

    void add_point(const ReportPoint& point) {
        FlowBlock& block = begin(point.title);
        block.add(text({{point.place, styles_.body}}, swatch_indent), swatch_indent, 2, Glyph::cross);
        if (!point.reached_from.empty()) block.add(text({{point.reached_from, styles_.body}}), 0, 3);
        if (!point.response_words.empty()) block.add(text({{point.response_words, styles_.body}}), 0, 3);
        for (const ReportZone& zone : point.zones) {
            std::string sure = zone.confidence_words;
            if (!zone.sources.empty()) sure += " \u00b7 " + join(zone.sources);
            FlowBlock& one = blocks_.emplace_back();
            one.space_before = 5;
            one.add(text({{scene_.phrase("{}: ", zone.title), styles_.strong},
                          {zone.text, styles_.body},
                          {fmt::format("  ({})", sure), styles_.small}},
                         swatch_indent),
                    swatch_indent, 0, zone_paint(zone.kind, zone.confidence, chart_palette(Theme::light)));
        }
        if (!point.note.empty()) note(point.note);
    }

    // A block for each after the first, with so much space between.
    FlowBlock& next(const std::string& heading, bool is_first, float space) {
        if (is_first) return begin(heading);
        FlowBlock& block = blocks_.emplace_back();
        block.space_before = space;
        return block;
    }

    void add_paragraphs(const ReportSection& section) {
        for (bool is_first = true; const ReportItem& item : section.items) {
            next(section.heading, is_first, 4).add(text({{item.text, styles_.body}}), 0, is_first ? 2 : 0);
            is_first = false;
        }
    }

    void add_joined(const ReportSection& section) {
        std::vector<std::string> words;
        for (const ReportItem& item : section.items) words.push_back(item.text);
        begin(section.heading).add(text({{capitalised(join(words, scene_.phrase("; "))), styles_.body}}), 0, 2);
    }

    void add_answers(const ReportSection& section) {
        std::vector<std::string> names;
        for (const ReportAnswer& answer : section.answers) names.push_back(answer.name);
        for (const ReportItem& none : section.items) names.push_back(none.text);
        begin(section.heading).add(text({{join(names, scene_.phrase("; ")), styles_.body}}), 0, 2);
    }

    void note(const std::string& words) {
        FlowBlock& block = blocks_.emplace_back();
        block.space_before = 5;
        block.add(text({{scene_.phrase("{}: ", scene_.phrase("Note")), styles_.strong}, {words, styles_.body}}), 0, 0);
    }

    void add_facts(const ReportSection& section) {
        for (bool is_first = true; const ReportItem& fact : section.items) {
            next(section.heading, is_first, 2.5f)
                .add(text({{scene_.phrase("{}: ", fact.name), styles_.strong}, {fact.text, styles_.body}}), 0,
                     is_first ? 2 : 0);
            is_first = false;
        }
    }

    void add_sources(const ReportSection& section) {
        for (const Source* before = nullptr; const Source& source : section.sources) {
            std::string title = source.title;
            if (!source.url.empty()) title += ", " + short_url(source.url);
            FlowBlock& block = next(section.heading, !before, 2.5f);
            if (!before || before->rank != source.rank)
                block.add(text({{rank_words(scene_, source.rank), styles_.small_strong}}), 0, before ? 3 : 2);
            block.add(text({{source.key + "  ", styles_.small_strong}, {title, styles_.small}}), 0, 1);
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
        begin("").add(text({{scene_.phrase("{}: ", scene_.phrase("Sources")), styles_.small_strong},
                            {join(books, scene_.phrase("; ")), styles_.small}}),
                      0, 0);
    }
};

struct PageFrame {
    glm::vec2 size;
    float top = 0;     // of what is below the header
    float bottom = 0;  // of what is above the footer
    float width() const { return size.x - 2 * margin; }
};

// A drawing is of both sides.
std::string figure_words(const Scene& scene, const Document& document) {
    const bool of_atlas = !selected_points(scene.atlas, document).empty() || !shown_regions(scene, document).empty();
    return has_drawing(document) && !of_atlas
               ? body_words(scene, document.view.body)
               : body_and_side(scene, document.view.body, shown_side(scene.atlas, document));
}

// The topmost line of every page. Gives where it ends.
float draw_running_head(cairo_t* cr, const Styles& styles, const Scene& scene, const Document& document,
                        const PageFrame& sheet, bool is_first = false) {
    const float y = margin - 8;
    const std::string words =
        is_first ? "MYOMAP \u00b7 " + scene.phrase("TRIGGER POINT CHART")
                 : fmt::format("{} \u00b7 {}", report_title(scene, document), figure_words(scene, document));
    const TextBlock day(cr, {{page_date(), styles.kicker}}, 120, 1);
    day.draw(cr, {sheet.size.x - margin - day.width(), y});
    TextBlock(cr, {{words, styles.kicker}}, sheet.width() - 130, 1).draw(cr, {margin, y});
    return y + day.height();
}

// Title, Latin name, which body and side. Gives where it ends.
float draw_header(cairo_t* cr, const Styles& styles, const Scene& scene, const Document& document, const Report& report,
                  const PageFrame& sheet) {
    float y = draw_running_head(cr, styles, scene, document, sheet, true) + 7;
    const TextBlock title(cr, {{report_title(scene, document), styles.title}}, sheet.width(), 2);
    title.draw(cr, {margin, y});
    y += title.height() + 1;
    std::vector<TextRun> second;
    if (!report.latin.empty()) {
        second.push_back({report.latin, styles.latin});
        second.push_back({"   \u00b7   ", {10.5f, FontWeight::regular, styles.latin.color}});
    }
    second.push_back({figure_words(scene, document), {10.5f, FontWeight::semibold, styles.body.color}});
    const TextBlock line(cr, second, sheet.width(), 2);
    line.draw(cr, {margin, y});
    return y + line.height() + 10;
}

void draw_footer(cairo_t* cr, const Styles& styles, const ChartPalette& palette, const Scene& scene,
                 const PageFrame& sheet, size_t page, size_t pages) {
    CairoCanvas canvas(cr);
    const float y = sheet.size.y - margin - footer_height + 18;
    canvas.line({margin, y}, {sheet.size.x - margin, y}, 0.5f, palette.leader);
    const TextBlock number(
        cr, {{scene.phrase("Page {} of {}", {std::to_string(page), std::to_string(pages)}), styles.footer}}, 100, 1);
    number.draw(cr, {sheet.size.x - margin - number.width(), y + 6});
    const TextBlock version(
        cr,
        {{scene.phrase("Myomap dataset {}", scene.atlas.dataset_version) + ", " + scene.atlas.license, styles.footer}},
        170, 2);
    version.draw(cr, {sheet.size.x - margin - version.width(), y + 6 + number.height()});
    TextBlock(cr, {{disclaimer(scene), styles.footer}}, sheet.width() - 190, 3).draw(cr, {margin, y + 6});
}

// Where each entry of a legend goes within a width, and how high all of it is.
struct LegendPlaces {
    static constexpr float side = 8.5f, swatch_width = 14;
    std::vector<TextBlock> texts;
    std::vector<glm::vec2> at;  // of the swatches, from the upper left
    float height = 0;

    LegendPlaces(cairo_t* cr, const ChartPalette& palette, const std::vector<LegendEntry>& legend, float width) {
        float x = 0, y = 8;
        for (const LegendEntry& entry : legend) {
            const TextBlock& text = texts.emplace_back(
                cr, std::vector<TextRun>{{entry.text, {8, FontWeight::regular, palette.text}}}, width, 1);
            if (x > 0 && x + swatch_width + 5 + text.width() > width) {
                x = 0;
                y += text.height() + 2;
            }
            at.emplace_back(x, y);
            height = y + text.height();
            x += swatch_width + 5 + text.width() + 13;
        }
    }
};

void draw_legend(cairo_t* cr, const ChartPalette& palette, const Picture& picture, Rect box) {
    CairoCanvas canvas(cr);
    const LegendPlaces places(cr, palette, picture.legend, box.width);
    constexpr float side = LegendPlaces::side, swatch_width = LegendPlaces::swatch_width;
    for (size_t i = 0; i < places.at.size(); ++i) {
        const TextBlock& text = places.texts[i];
        const glm::vec2 at = glm::vec2{box.x, box.y} + places.at[i];
        draw_swatch(canvas, picture.legend[i].swatch,
                    {at.x, at.y + text.first_baseline() - side * 0.9f, swatch_width, side}, picture.style, palette);
        text.draw(cr, {at.x + swatch_width + 5, at.y});
    }
}

void set_metadata(cairo_surface_t* surface, const Scene& scene, const Document& document) {
    auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface, key, value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, fmt::format("{} ({})", report_title(scene, document), figure_words(scene, document)));
    set(CAIRO_PDF_METADATA_SUBJECT,
        scene.phrase("Trigger point and where its pain is felt.") + " " + disclaimer(scene));
    set(CAIRO_PDF_METADATA_KEYWORDS, scene.phrase("trigger point, referred pain, body chart"));
    set(CAIRO_PDF_METADATA_CREATOR, "Myomap, dataset " + scene.atlas.dataset_version);
    set(CAIRO_PDF_METADATA_CREATE_DATE, page_date() + "T00:00:00");
}

struct Page {
    std::vector<Rect> columns;
    size_t first = 0;  // of the blocks
    std::vector<FlowPlace> places;
};

struct PageLayout {
    std::vector<FlowBlock> blocks;
    Rect chart;
    std::vector<Page> pages;
};

// Upright: the chart above two columns of text, as large as the text leaves it. Across: the chart beside one column.
PageLayout lay_out(cairo_t* cr, const Styles& styles, const Scene& scene, const Report& report, const PageFrame& sheet,
                   bool landscape, const std::vector<LegendEntry>& legend) {
    PageLayout layout;
    const float height = sheet.bottom - sheet.top;
    const float half = (sheet.width() - column_gap) / 2;
    const float text_width = landscape ? std::floor(sheet.width() * 0.40f) : half;
    layout.blocks = PageBlocks(cr, styles, text_width, scene).make(report);
    const float chart_width = landscape ? sheet.width() - text_width - column_gap : sheet.width();
    const float legend_height =
        std::max(least_legend_height, LegendPlaces(cr, chart_palette(Theme::light), legend, chart_width).height + 6);
    layout.chart = {margin, sheet.top, sheet.width(), height - legend_height};
    std::vector<Rect> columns;
    if (layout.blocks.empty()) {
        layout.pages.emplace_back();
        return layout;
    }
    if (landscape) {
        layout.chart.width = chart_width;
        columns = {{margin + layout.chart.width + column_gap, sheet.top, text_width, height}};
    } else {
        const float most = height * (1 - least_chart_share) - legend_height - text_gap;
        const float text_height = balanced_height(layout.blocks, 2, most);
        layout.chart.height = height - legend_height - text_gap - text_height;
        const float y = sheet.bottom - text_height;
        columns = {{margin, y, half, text_height}, {margin + half + column_gap, y, half, text_height}};
    }
    for (size_t done = 0; done < layout.blocks.size(); done += layout.pages.back().places.size()) {
        std::vector<float> heights;
        for (const Rect& column : columns) heights.push_back(column.height);
        layout.pages.push_back({columns, done, flow(layout.blocks, done, heights)});
        // Nothing is taller than an empty page; should it be, it is cut off rather than waited for.
        auto& places = layout.pages.back().places;
        if (layout.pages.size() > 1 && places.empty()) places.push_back({});
        const float top = margin + 14;
        columns = {{margin, top, text_width, sheet.bottom - top},
                   {margin + text_width + column_gap, top, text_width, sheet.bottom - top}};
    }
    return layout;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(bytes);
    out.insert(out.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

// On the context's surface, in points; all pages, or only the first.
void draw_pages(const CairoPtr& cr, ChartPainter& painter, const Document& asked, Paper paper, bool landscape,
                float dpi, std::optional<Wording> asked_wording, bool only_first, Picture* drawn) {
    const Scene scene = painter.context().scene();
    Document document = asked;
    document.view.theme = Theme::light;
    const ChartPalette& palette = chart_palette(document.view.theme);
    const Styles styles(palette, 1);
    // A muscle as one writes to a colleague, a region or complaint as one tells a patient.
    const Wording wording =
        asked_wording.value_or(chosen_muscle(document.selection).empty() ? Wording::plain : Wording::clinical);
    const Report report = make_report(scene, document, {.wording = wording, .only_shown = true});

    PageFrame sheet{paper_size(paper, landscape)};
    sheet.bottom = sheet.size.y - margin - footer_height + 8;
    sheet.top = draw_header(cr.get(), styles, scene, document, report, sheet);

    const std::vector<LegendEntry> legend = legend_of(scene, document, paint_layers(scene, document));
    PageLayout layout = lay_out(cr.get(), styles, scene, report, sheet, landscape, legend);
    if (layout.pages.size() > 1) {
        for (const float scale : smaller_text) {
            const Styles smaller(palette, scale);
            PageLayout tried = lay_out(cr.get(), smaller, scene, report, sheet, landscape, legend);
            if (tried.pages.size() > 1) continue;
            layout = std::move(tried);
            break;
        }
    }

    const Picture picture = painter.paint(cr.get(),
                                          {.box = layout.chart,
                                           .pixels_per_unit = std::min(dpi, most_dpi) / 72,
                                           .design_px = design_px,
                                           .corner = 5,
                                           .legend = false,
                                           .jpeg = !only_first},
                                          document);
    if (drawn) *drawn = picture;
    draw_legend(cr.get(), palette, picture,
                {layout.chart.x, layout.chart.y + layout.chart.height, layout.chart.width, least_legend_height});
    for (size_t i = 0; i < (only_first ? 1 : layout.pages.size()); ++i) {
        const Page& page = layout.pages[i];
        if (i > 0) draw_running_head(cr.get(), styles, scene, document, sheet);
        for (size_t k = 0; k < page.places.size(); ++k) {
            const Rect& column = page.columns[static_cast<size_t>(page.places[k].column)];
            layout.blocks[page.first + k].draw(cr.get(), {column.x, column.y + page.places[k].y}, palette);
        }
        draw_footer(cr.get(), styles, palette, scene, sheet, i + 1, layout.pages.size());
        cairo_show_page(cr.get());
    }
}

}  // namespace

std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const Document& document, Paper paper, bool landscape,
                                   float dpi, std::optional<Wording> wording, Picture* drawn) {
    std::vector<std::uint8_t> bytes;
    const glm::vec2 size = paper_size(paper, landscape);
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, size.x, size.y));
    set_metadata(surface.get(), painter.context().scene(), document);
    draw_pages(CairoPtr(cairo_create(surface.get())), painter, document, paper, landscape, dpi, wording, false, drawn);
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(word("cannot make the PDF: {}"), {cairo_status_to_string(status)});
    return bytes;
}

Image pdf_page_preview(ChartPainter& painter, const Document& document, Paper paper, bool landscape, glm::ivec2 room,
                       std::optional<Wording> wording) {
    const glm::vec2 page = paper_size(paper, landscape), fits = glm::vec2(room) / page;
    const float scale = std::min(fits.x, fits.y);
    Image image{glm::max(glm::ivec2(page * scale), glm::ivec2(16)), {}};
    image.rgba.assign(static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4, 255);
    const SurfacePtr surface = surface_over(image);
    {
        const CairoPtr cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), scale, scale);
        draw_pages(cr, painter, document, paper, landscape, 72 * scale, wording, true, nullptr);
    }
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

}  // namespace myomap
