#include "export/comparison_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <cairo-pdf.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/comparison_drawing.h"
#include "export/page_date.h"
#include "export/page_error.h"
#include "report/words.h"

namespace myomap {

namespace {

// All in points.
constexpr float margin = 42;
constexpr float footer_height = 40;
constexpr float design_px = 0.5f;  // one px of design on paper: text of 12 px comes out at 6 points
constexpr float dpi = 300;
constexpr float least_picture = 250, most_picture = 430;
constexpr float row_gap = 4.5f;
constexpr Color notice_paper{0xfdf1d3ff}, hairline{0xdad4ccff};

struct Styles {
    TextStyle title, kicker, footer, heading, strong, body, quiet;

    explicit Styles(const ChartPalette& palette)
        : title{19, FontWeight::semibold, palette.text},
          kicker{7.4f, FontWeight::semibold, palette.quiet_text},
          footer{7.4f, FontWeight::regular, palette.quiet_text},
          heading{9.8f, FontWeight::semibold, palette.text},
          strong{8.6f, FontWeight::semibold, palette.text},
          body{8.6f, FontWeight::regular, palette.text},
          quiet{7.6f, FontWeight::regular, palette.quiet_text} {}
};

// One line of the page across its width.
struct Row {
    struct Cell {
        TextBlock text;
        float x;
    };
    std::vector<Cell> cells{};
    float height = 0;  // of the text
    float above = 0;   // free
    bool line_above = false;
    bool with_next = false;  // stays on one page with it, as a heading does
    bool notice = false;     // on tinted paper
};

class Words {
public:
    Words(cairo_t* cr, const Styles& styles, const Scene& scene, float width)
        : cr_(cr), styles_(styles), scene_(scene), width_(width) {}

    // What stands above the picture.
    std::vector<Row> notices(const CompareReport& report) {
        rows_.clear();
        for (const std::string& remark : report.remarks) line({{remark, styles_.strong}}, 3);
        for (const CompareSigns& group : report.signs) {
            line({{group.heading, styles_.strong}}, 5, true).notice = true;
            for (const CompareSigns::Sign& sign : group.signs)
                line({{"\u2022  " + sign.text, styles_.body}}, 1.5f).notice = true;
            if (!group.more.empty()) line({{"\u2022  " + group.more, styles_.body}}, 1.5f).notice = true;
        }
        return std::move(rows_);
    }

    std::vector<Row> tables(const CompareReport& report) {
        rows_.clear();
        if (!report.areas.empty()) table(scene_.phrase(word("Pain areas")), report, report.areas);
        for (const std::string& note : report.notes)
            line({{note, styles_.quiet}}, &note == &report.notes.front() ? 7 : 2.5f);
        if (!report.findings.empty()) table(scene_.phrase(word("Findings")), report, report.findings);
        return std::move(rows_);
    }

private:
    cairo_t* cr_;
    const Styles& styles_;
    const Scene& scene_;
    float width_;
    std::vector<Row> rows_;

    void put(Row& row, const std::vector<TextRun>& runs, float x, float width) {
        row.cells.push_back({TextBlock(cr_, runs, width), x});
        row.height = std::max(row.height, row.cells.back().text.height());
    }

    Row& line(const std::vector<TextRun>& runs, float above, bool with_next = false) {
        Row& row = rows_.emplace_back();
        row.above = above;
        row.with_next = with_next;
        put(row, runs, 0, width_);
        return row;
    }

    void table(const std::string& heading, const CompareReport& report, const std::vector<CompareRow>& rows) {
        // Shares of the width: where what stands for before, after and the change begins.
        constexpr std::array starts{0.f, 0.42f, 0.61f, 0.8f, 1.f};
        constexpr float between = 8;
        const auto cells = [&](Row& row, const std::array<std::vector<TextRun>, 4>& texts) {
            for (size_t i = 0; i < texts.size(); ++i)
                put(row, texts[i], starts[i] * width_, (starts[i + 1] - starts[i]) * width_ - between);
        };
        Row& head = rows_.emplace_back();
        head.above = 13;
        head.with_next = true;
        cells(head, {{{{heading, styles_.heading}},
                      {{report.before, styles_.quiet}},
                      {{report.after, styles_.quiet}},
                      {{scene_.phrase(word("Change")), styles_.quiet}}}});
        for (size_t i = 0; i < rows.size(); ++i) {
            const CompareRow& one = rows[i];
            Row& row = rows_.emplace_back();
            row.with_next = i + 1 < rows.size() && rows[i + 1].is_detail;
            row.line_above = !one.is_detail;
            row.above = one.is_detail ? 1 : 2 * row_gap;
            const TextStyle& style = one.is_detail ? styles_.quiet : styles_.body;
            std::vector<TextRun> what;
            if (!one.name.empty()) what.push_back({one.name + "  ", styles_.strong});
            what.push_back({one.what, style});
            cells(row, {{what,
                         {{one.before, style}},
                         {{one.after, style}},
                         {{one.change, one.is_detail ? style : styles_.strong}}}});
        }
    }
};

float height_of(const std::vector<Row>& rows) {
    float height = 0;
    for (const Row& row : rows) height += row.above + row.height;
    return height;
}

class Page {
public:
    Page(ChartPainter& painter, const ComparisonExport& request)
        : painter_(painter),
          request_(request),
          scene_(painter.context().scene()),
          report_(compare_report(scene_, request.comparison)),
          palette_(chart_palette(Theme::light)),
          styles_(palette_),
          size_(paper_size(request.paper, false)) {
        request_.view.theme = Theme::light;
    }

    std::vector<std::uint8_t> make() {
        // Once to count the pages, which every page says.
        write([](void*, const unsigned char*, unsigned) { return CAIRO_STATUS_SUCCESS; }, nullptr, false);
        std::vector<std::uint8_t> bytes;
        write(
            [](void* into, const unsigned char* data, unsigned length) {
                auto& out = *static_cast<std::vector<std::uint8_t>*>(into);
                out.insert(out.end(), data, data + length);
                return CAIRO_STATUS_SUCCESS;
            },
            &bytes, true);
        return bytes;
    }

private:
    ChartPainter& painter_;
    ComparisonExport request_;
    Scene scene_;
    CompareReport report_;
    const ChartPalette& palette_;
    Styles styles_;
    glm::vec2 size_;
    size_t page_ = 1, pages_ = 1;

    float width() const { return size_.x - 2 * margin; }
    float bottom() const { return size_.y - margin - footer_height + 8; }

    void write(cairo_write_func_t out, void* into, bool with_picture) {
        const SurfacePtr surface(cairo_pdf_surface_create_for_stream(out, into, size_.x, size_.y));
        set_metadata(surface.get());
        {
            const CairoPtr cr(cairo_create(surface.get()));
            page_ = 1;
            draw(cr.get(), with_picture);
            pages_ = page_;
        }
        cairo_surface_finish(surface.get());
        if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
            throw PageError(word("cannot make the PDF: {}"), {cairo_status_to_string(status)});
    }

    void set_metadata(cairo_surface_t* surface) const {
        const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
            cairo_pdf_surface_set_metadata(surface, key, value.c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, report_.title + " (" + report_.figure + ")");
        set(CAIRO_PDF_METADATA_SUBJECT, disclaimer(scene_));
        set(CAIRO_PDF_METADATA_CREATOR, "Myomap, dataset " + scene_.atlas.dataset_version);
        set(CAIRO_PDF_METADATA_CREATE_DATE, page_date() + "T00:00:00");
    }

    float draw_head(cairo_t* cr, const std::string& words) const {
        const float y = margin - 8;
        const TextBlock day(cr, {{page_date(), styles_.kicker}}, 120, 1);
        day.draw(cr, {size_.x - margin - day.width(), y});
        TextBlock(cr, {{words, styles_.kicker}}, width() - 130, 1).draw(cr, {margin, y});
        return y + day.height();
    }

    void draw_foot(cairo_t* cr) const {
        CairoCanvas canvas(cr);
        const float y = size_.y - margin - footer_height + 18;
        canvas.line({margin, y}, {size_.x - margin, y}, 0.5f, palette_.leader);
        const TextBlock number(
            cr, {{scene_.phrase("Page {} of {}", {std::to_string(page_), std::to_string(pages_)}), styles_.footer}},
            100, 1);
        number.draw(cr, {size_.x - margin - number.width(), y + 6});
        TextBlock(cr, {{disclaimer(scene_), styles_.footer}}, width() - 120, 3).draw(cr, {margin, y + 6});
    }

    void next_page(cairo_t* cr) {
        draw_foot(cr);
        cairo_show_page(cr);
        ++page_;
        draw_head(cr, report_.title + " \u00b7 " + report_.figure);
    }

    // From `y` down, over as many pages as it takes. Gives where they end.
    float draw_rows(cairo_t* cr, const std::vector<Row>& rows, float y) {
        CairoCanvas canvas(cr);
        for (size_t i = 0; i < rows.size(); ++i) {
            const Row& row = rows[i];
            float needed = row.above + row.height;
            for (size_t k = i; rows[k].with_next && k + 1 < rows.size(); ++k)
                needed += rows[k + 1].above + rows[k + 1].height;
            if (y + needed > bottom() && y > margin + 20) {
                next_page(cr);
                y = margin + 14;
            }
            if (row.notice) {
                // Those that follow each other lie on one piece of paper.
                const bool is_last = i + 1 == rows.size() || !rows[i + 1].notice;
                canvas.rectangle({margin - 8, y, width() + 16, row.above + row.height + (is_last ? 5.f : 0.5f)}, 0,
                                 notice_paper);
            }
            if (row.line_above)
                canvas.line({margin, y + row.above - row_gap}, {size_.x - margin, y + row.above - row_gap}, 0.5f,
                            hairline);
            y += row.above;
            for (const Row::Cell& cell : row.cells) cell.text.draw(cr, {margin + cell.x, y});
            y += row.height;
        }
        return y;
    }

    void draw(cairo_t* cr, bool with_picture) {
        float y = draw_head(cr, "MYOMAP \u00b7 " + scene_.phrase(word("COMPARISON OF TWO CHARTS"))) + 7;
        const TextBlock title(cr, {{report_.title, styles_.title}}, width(), 2);
        title.draw(cr, {margin, y});
        y += title.height() + 1;
        const TextBlock figure(cr, {{report_.figure, {10.5f, FontWeight::semibold, palette_.text}}}, width(), 1);
        figure.draw(cr, {margin, y});
        y += figure.height() + 6;

        Words words(cr, styles_, scene_, width());
        y = draw_rows(cr, words.notices(report_), y) + 10;
        const std::vector<Row> tables = words.tables(report_);
        float height = std::clamp(bottom() - y - height_of(tables), least_picture, most_picture);
        if (y + height > bottom()) {
            next_page(cr);
            y = margin + 14;
            height = std::clamp(bottom() - y - height_of(tables), least_picture, most_picture);
        }
        if (with_picture)
            draw_comparison(cr, painter_,
                            {.box = {margin, y, width(), height},
                             .pixels_per_unit = dpi / 72,
                             .design_px = design_px,
                             .jpeg = true},
                            request_, report_);
        draw_rows(cr, tables, y + height);
        draw_foot(cr);
        cairo_show_page(cr);
    }
};

}  // namespace

std::vector<std::uint8_t> comparison_page(ChartPainter& painter, const ComparisonExport& request) {
    return Page(painter, request).make();
}

}  // namespace myomap
