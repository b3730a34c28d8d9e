#include "export/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/text.h"
#include "chart/layers.h"
#include "chart/swatch.h"
#include "export/flow.h"
#include "export/page_error.h"
#include "export/page_text.h"

namespace myomap {

namespace {

// All in points.
constexpr float margin = 42;
constexpr float footer_height = 40;
constexpr float column_gap = 24;
constexpr float legend_height = 26;
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

std::string shown_confidence(const Scene& scene, Confidence confidence, const std::vector<std::string>& sources) {
    std::string text = confidence_words(scene, confidence);
    if (!sources.empty()) text += " \u00b7 " + joined(sources, ", ");
    return text;
}

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

    std::vector<FlowBlock> make(const ChartDocument& document) {
        const Atlas& atlas = scene_.atlas;
        const auto points = shown_points(atlas, document);
        for (const PointRef ref : points) add_point(atlas.point(ref), document.show_spillover);
        if (const auto muscle = atlas.find_muscle(document.muscle)) {
            std::vector<std::string> symptoms;
            if (points.size() == 1) symptoms = atlas.point(points.front()).symptoms;
            const Muscle& shown = atlas.muscles[static_cast<size_t>(*muscle)];
            for (const auto& symptom : shown.symptoms)
                if (std::ranges::find(symptoms, symptom) == symptoms.end()) symptoms.push_back(symptom);
            add_muscle(shown, symptoms);
        }
        std::vector<std::string> keys = shown_sources(atlas, points, document.show_spillover);
        if (const Symptom* symptom = scene_.symptoms ? scene_.symptoms->find_symptom(document.symptom) : nullptr) {
            add_symptom(*symptom);
            keys = symptom->sources;
        }
        add_sources(atlas, keys);
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

    void add_point(const TriggerPoint& point, bool spillover) {
        FlowBlock& block = begin(point_title(scene_, point));
        block.add(text({{point.place, styles_.body}}, swatch_indent), swatch_indent, 2, Glyph::cross);
        if (point.response == Response::autonomic)
            block.add(text({{scene_.phrase("Drawn for its autonomic response, not for pain."), styles_.body}}), 0, 3);
        for (const ZoneKind kind : {ZoneKind::essential, ZoneKind::spillover}) {
            if (kind == ZoneKind::spillover && !spillover) continue;
            for (const Zone& zone : point.zones) {
                if (zone.kind != kind) continue;
                FlowBlock& one = blocks_.emplace_back();
                one.space_before = 5;
                one.add(text({{scene_.phrase("{}: ", zone_title(scene_, kind)), styles_.strong},
                              {zone.words, styles_.body},
                              {fmt::format("  ({})", shown_confidence(scene_, zone.confidence, zone.sources)),
                               styles_.small}},
                             swatch_indent),
                        swatch_indent, 0, zone_paint(kind, chart_palette(Theme::light)));
            }
        }
        if (!point.note.empty()) note(point.note);
    }

    // Warning signs before any muscle.
    void add_symptom(const Symptom& symptom) {
        const std::string_view language = to_text(scene_.atlas.language);
        bool is_first = true;
        for (const std::string& id : symptom.red_flags) {
            const RedFlag* flag = scene_.symptoms->find_red_flag(id);
            if (!flag) continue;
            FlowBlock& block = is_first ? begin(scene_.phrase("First: is it something else?")) : blocks_.emplace_back();
            if (!is_first) block.space_before = 4;
            block.add(text({{flag->in(language), styles_.body}}), 0, is_first ? 2 : 0);
            is_first = false;
        }
        FlowBlock& block = begin(scene_.phrase("Muscles that may be behind it, the most frequent first"));
        std::vector<std::string> names;
        for (const std::string& id : symptom.muscles)
            if (const auto muscle = scene_.atlas.find_muscle(id))
                names.push_back(scene_.atlas.muscles[static_cast<size_t>(*muscle)].name);
        block.add(text({{joined(names, scene_.phrase("; ")), styles_.body}}), 0, 2);
        if (!symptom.in(language).note.empty()) note(capitalised(symptom.in(language).note));
    }

    void note(const std::string& words) {
        FlowBlock& block = blocks_.emplace_back();
        block.space_before = 5;
        block.add(text({{scene_.phrase("{}: ", scene_.phrase("Note")), styles_.strong}, {words, styles_.body}}), 0, 0);
    }

    void add_muscle(const Muscle& muscle, const std::vector<std::string>& symptoms) {
        if (!symptoms.empty()) {
            FlowBlock& block = begin(scene_.phrase("What patients say"));
            block.add(text({{capitalised(joined(symptoms, scene_.phrase("; "))), styles_.body}}), 0, 2);
        }
        FlowBlock* block = &begin(scene_.phrase("The muscle"));
        for (const auto& [name, words] : {std::pair{scene_.phrase("Origin"), &muscle.origin.words},
                                          std::pair{scene_.phrase("Insertion"), &muscle.insertion.words},
                                          std::pair{scene_.phrase("Action"), &muscle.action},
                                          std::pair{scene_.phrase("Nerve"), &muscle.innervation}}) {
            if (words->empty()) continue;
            if (!block) {
                block = &blocks_.emplace_back();
                block->space_before = 2.5f;
            }
            block->add(text({{scene_.phrase("{}: ", name), styles_.strong}, {*words, styles_.body}}), 0,
                       block->lines.empty() ? 0 : 2);
            block = nullptr;
        }
        if (!muscle.note.empty()) note(muscle.note);
    }

    void add_sources(const Atlas& atlas, const std::vector<std::string>& keys) {
        bool is_first = true;
        for (const std::string& key : keys) {
            const auto source = atlas.sources.find(key);
            if (source == atlas.sources.end()) continue;
            FlowBlock& block = is_first ? begin(scene_.phrase("Sources of what is shown")) : blocks_.emplace_back();
            if (!is_first) block.space_before = 2.5f;
            std::string title = source->second.title;
            if (!source->second.url.empty()) title += ", " + short_url(source->second.url);
            block.add(text({{key + "  ", styles_.small_strong}, {title, styles_.small}}), 0, is_first ? 2 : 0);
            is_first = false;
        }
    }
};

struct Sheet {
    glm::vec2 size;
    float top = 0;     // of what is below the header
    float bottom = 0;  // of what is above the footer
    float width() const { return size.x - 2 * margin; }
};

// The topmost line of every page. Gives where it ends.
float draw_running_head(cairo_t* cr, const Styles& styles, const Scene& scene, const ChartDocument& document,
                        const Sheet& sheet, bool is_first = false) {
    const float y = margin - 8;
    const std::string words =
        is_first ? "MYOMAP \u00b7 " + scene.phrase("TRIGGER POINT CHART")
                 : fmt::format("{} \u00b7 {}", chart_title(scene, document), body_and_side(scene, document));
    const TextBlock day(cr, {{page_date(), styles.kicker}}, 120, 1);
    day.draw(cr, {sheet.size.x - margin - day.width(), y});
    TextBlock(cr, {{words, styles.kicker}}, sheet.width() - 130, 1).draw(cr, {margin, y});
    return y + day.height();
}

// Title, Latin name, which body and side. Gives where it ends.
float draw_header(cairo_t* cr, const Styles& styles, const Scene& scene, const ChartDocument& document,
                  const Sheet& sheet) {
    float y = draw_running_head(cr, styles, scene, document, sheet, true) + 7;
    const Atlas& atlas = scene.atlas;
    const auto muscle = atlas.find_muscle(document.muscle);
    const TextBlock title(cr, {{chart_title(scene, document), styles.title}}, sheet.width(), 2);
    title.draw(cr, {margin, y});
    y += title.height() + 1;
    std::vector<TextRun> second;
    if (muscle && !atlas.muscles[static_cast<size_t>(*muscle)].latin.empty()) {
        second.push_back({atlas.muscles[static_cast<size_t>(*muscle)].latin, styles.latin});
        second.push_back({"   \u00b7   ", {10.5f, FontWeight::regular, styles.latin.color}});
    }
    second.push_back({body_and_side(scene, document), {10.5f, FontWeight::semibold, styles.body.color}});
    const TextBlock line(cr, second, sheet.width(), 2);
    line.draw(cr, {margin, y});
    return y + line.height() + 10;
}

void draw_footer(cairo_t* cr, const Styles& styles, const ChartPalette& palette, const Scene& scene, const Sheet& sheet,
                 size_t page, size_t pages) {
    CairoCanvas canvas(cr);
    const float y = sheet.size.y - margin - footer_height + 18;
    canvas.line({margin, y}, {sheet.size.x - margin, y}, 0.5f, palette.leader);
    const TextBlock number(
        cr,
        {{scene.phrase("Page {}", std::to_string(page)) + " " + scene.phrase("of {}", std::to_string(pages)),
          styles.footer}},
        100, 1);
    number.draw(cr, {sheet.size.x - margin - number.width(), y + 6});
    const TextBlock version(
        cr,
        {{scene.phrase("Myomap dataset {}", scene.atlas.dataset_version) + ", " + scene.atlas.license, styles.footer}},
        170, 2);
    version.draw(cr, {sheet.size.x - margin - version.width(), y + 6 + number.height()});
    TextBlock(cr, {{scene.phrase(disclaimer), styles.footer}}, sheet.width() - 190, 3).draw(cr, {margin, y + 6});
}

void draw_legend(cairo_t* cr, const ChartPalette& palette, const Picture& picture, Rect box) {
    CairoCanvas canvas(cr);
    constexpr float side = 8.5f, swatch_width = 14;
    float x = box.x;
    float y = box.y + 8;
    for (const LegendEntry& entry : picture.legend) {
        const TextBlock text(cr, {{entry.text, {8, FontWeight::regular, palette.text}}}, box.width, 1);
        if (x > box.x && x + swatch_width + 5 + text.width() > box.x + box.width) {
            x = box.x;
            y += text.height() + 2;
        }
        draw_swatch(canvas, entry.swatch, {x, y + text.first_baseline() - side * 0.9f, swatch_width, side},
                    picture.style, palette);
        text.draw(cr, {x + swatch_width + 5, y});
        x += swatch_width + 5 + text.width() + 13;
    }
}

void set_metadata(cairo_surface_t* surface, const Scene& scene, const ChartDocument& document) {
    auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface, key, value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, fmt::format("{} ({})", chart_title(scene, document), body_and_side(scene, document)));
    set(CAIRO_PDF_METADATA_SUBJECT,
        scene.phrase("Trigger point and where its pain is felt.") + " " + scene.phrase(disclaimer));
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
PageLayout lay_out(cairo_t* cr, const Styles& styles, const Scene& scene, const ChartDocument& document,
                   const Sheet& sheet, bool landscape) {
    PageLayout layout;
    const float height = sheet.bottom - sheet.top;
    const float half = (sheet.width() - column_gap) / 2;
    const float text_width = landscape ? std::floor(sheet.width() * 0.40f) : half;
    layout.blocks = PageBlocks(cr, styles, text_width, scene).make(document);
    layout.chart = {margin, sheet.top, sheet.width(), height - legend_height};
    std::vector<Rect> columns;
    if (layout.blocks.empty()) {
        layout.pages.emplace_back();
        return layout;
    }
    if (landscape) {
        layout.chart.width = sheet.width() - text_width - column_gap;
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

}  // namespace

std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const ChartDocument& asked, Paper paper, bool landscape,
                                   float dpi) {
    const Scene scene = painter.context().scene();
    ChartDocument document = asked;
    document.theme = Theme::light;
    const ChartPalette& palette = chart_palette(document.theme);
    const Styles styles(palette, 1);

    std::vector<std::uint8_t> bytes;
    Sheet sheet{paper_size(paper, landscape)};
    sheet.bottom = sheet.size.y - margin - footer_height + 8;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, sheet.size.x, sheet.size.y));
    set_metadata(surface.get(), scene, document);
    const CairoPtr cr(cairo_create(surface.get()));
    sheet.top = draw_header(cr.get(), styles, scene, document, sheet);

    PageLayout layout = lay_out(cr.get(), styles, scene, document, sheet, landscape);
    if (layout.pages.size() > 1) {
        for (const float scale : smaller_text) {
            const Styles smaller(palette, scale);
            PageLayout tried = lay_out(cr.get(), smaller, scene, document, sheet, landscape);
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
                                           .jpeg = true},
                                          document);
    draw_legend(cr.get(), palette, picture,
                {layout.chart.x, layout.chart.y + layout.chart.height, layout.chart.width, legend_height});
    for (size_t i = 0; i < layout.pages.size(); ++i) {
        const Page& page = layout.pages[i];
        if (i > 0) draw_running_head(cr.get(), styles, scene, document, sheet);
        for (size_t k = 0; k < page.places.size(); ++k) {
            const Rect& column = page.columns[static_cast<size_t>(page.places[k].column)];
            layout.blocks[page.first + k].draw(cr.get(), {column.x, column.y + page.places[k].y}, palette);
        }
        draw_footer(cr.get(), styles, palette, scene, sheet, i + 1, layout.pages.size());
        cairo_show_page(cr.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(fmt::format("cannot make the PDF: {}", cairo_status_to_string(status)));
    return bytes;
}

}  // namespace myomap
