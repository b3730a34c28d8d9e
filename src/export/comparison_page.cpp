#include "export/comparison_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/comparison_drawing.h"
#include "export/page_date.h"
#include "export/page_frame.h"
#include "export/pdf_file.h"
#include "report/words.h"

namespace myomap {

namespace {

// All in points.
constexpr float design_px = 0.5f;  // one px of design on paper: text of 12 px comes out at 6 points
constexpr float dpi = 300;
constexpr float least_picture = 250, most_picture = 430;
constexpr float row_gap = 4.5f;
constexpr Color notice_paper{0xfdf1d3ff}, hairline{0xdad4ccff};

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
    Words(cairo_t* cr, const PageStyles& styles, const Scene& scene, float width)
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
            line({{note, styles_.small}}, &note == &report.notes.front() ? 7 : 2.5f);
        if (!report.findings.empty()) table(scene_.phrase(word("Findings")), report, report.findings);
        return std::move(rows_);
    }

private:
    cairo_t* cr_;
    const PageStyles& styles_;
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
                      {{report.before, styles_.small}},
                      {{report.after, styles_.small}},
                      {{scene_.phrase(word("Change")), styles_.small}}}});
        for (size_t i = 0; i < rows.size(); ++i) {
            const CompareRow& one = rows[i];
            Row& row = rows_.emplace_back();
            row.with_next = i + 1 < rows.size() && rows[i + 1].is_detail;
            row.line_above = !one.is_detail;
            row.above = one.is_detail ? 1 : 2 * row_gap;
            const TextStyle& style = one.is_detail ? styles_.small : styles_.body;
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
          heading_{.kind = "MYOMAP \u00b7 " + scene_.phrase(word("COMPARISON OF TWO CHARTS")),
                   .day = scene_.phrase(word("printed {}"), page_date()),
                   .title = report_.title,
                   .parts = {{.text = report_.figure}},
                   .further = report_.title + " \u00b7 " + report_.figure},
          palette_(chart_palette(Theme::light)),
          styles_(palette_, 1) {
        request_.view.theme = Theme::light;
    }

    std::vector<std::uint8_t> make() {
        // Once to count the pages, which every page says.
        write(false);
        return write(true);
    }

private:
    ChartPainter& painter_;
    ComparisonExport request_;
    Scene scene_;
    CompareReport report_;
    PageHeading heading_;
    const ChartPalette& palette_;
    PageStyles styles_;
    size_t page_ = 0, pages_ = 1;

    std::vector<std::uint8_t> write(bool with_picture) {
        const glm::vec2 size = paper_size(request_.paper, false);
        return pdf_file(scene_, size, {report_.title + " (" + report_.figure + ")", disclaimer(scene_)},
                        [&](cairo_t* cr) {
                            page_ = 0;
                            const PageFrame sheet(cr, size, scene_, heading_, request_.letterhead.get());
                            draw(cr, sheet, with_picture);
                            pages_ = page_;
                        });
    }

    void end_page(cairo_t* cr, const PageFrame& sheet) {
        sheet.draw(page_++, pages_);
        cairo_show_page(cr);
    }

    // From `y` down, over as many pages as it takes. Gives where they end.
    float draw_rows(cairo_t* cr, const PageFrame& sheet, const std::vector<Row>& rows, float y) {
        CairoCanvas canvas(cr);
        const float right = page_margin + sheet.width();
        for (size_t i = 0; i < rows.size(); ++i) {
            const Row& row = rows[i];
            float needed = row.above + row.height;
            for (size_t k = i; rows[k].with_next && k + 1 < rows.size(); ++k)
                needed += rows[k + 1].above + rows[k + 1].height;
            if (y + needed > sheet.bottom() && y > sheet.top()) {
                end_page(cr, sheet);
                y = sheet.further_top();
            }
            if (row.notice) {
                // Those that follow each other lie on one piece of paper.
                const bool is_last = i + 1 == rows.size() || !rows[i + 1].notice;
                canvas.rectangle(
                    {page_margin - 8, y, sheet.width() + 16, row.above + row.height + (is_last ? 5.f : 0.5f)}, 0,
                    notice_paper);
            }
            if (row.line_above)
                canvas.line({page_margin, y + row.above - row_gap}, {right, y + row.above - row_gap}, 0.5f, hairline);
            y += row.above;
            for (const Row::Cell& cell : row.cells) cell.text.draw(cr, {page_margin + cell.x, y});
            y += row.height;
        }
        return y;
    }

    void draw(cairo_t* cr, const PageFrame& sheet, bool with_picture) {
        Words words(cr, styles_, scene_, sheet.width());
        float y = draw_rows(cr, sheet, words.notices(report_), sheet.top() - 4) + 10;
        const std::vector<Row> tables = words.tables(report_);
        const auto room = [&] {
            return std::clamp(sheet.bottom() - y - height_of(tables), least_picture, most_picture);
        };
        float height = room();
        if (y + height > sheet.bottom()) {
            end_page(cr, sheet);
            y = sheet.further_top();
            height = room();
        }
        if (with_picture)
            draw_comparison(cr, painter_,
                            {.box = {page_margin, y, sheet.width(), height},
                             .pixels_per_unit = dpi / 72,
                             .design_px = design_px,
                             .jpeg = true},
                            request_, report_);
        draw_rows(cr, sheet, tables, y + height);
        end_page(cr, sheet);
    }
};

}  // namespace

std::vector<std::uint8_t> comparison_page(ChartPainter& painter, const ComparisonExport& request) {
    return Page(painter, request).make();
}

}  // namespace myomap
