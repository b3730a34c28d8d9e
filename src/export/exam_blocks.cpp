#include "export/exam_blocks.h"

#include <algorithm>
#include <utility>

#include "base/word.h"
#include "export/question_picture.h"

namespace myomap {

namespace {

constexpr float design_px = 0.56f;  // one px of design on paper
constexpr float rule_width = 0.6f;
constexpr Color hairline{0xb8b2aaff};

// From block `first` to before `last`, their figures that much higher than the least.
struct Filled {
    std::size_t first = 0, last = 0;
    float more = 0;
};

float height_of(const std::vector<ExamBlock>& blocks, const Filled& sheet, float more) {
    float height = 0;
    for (std::size_t i = sheet.first; i < sheet.last; ++i)
        height += (i > sheet.first ? blocks[i].space_before : 0) + blocks[i].height(more);
    return height;
}

std::vector<Filled> fill_sheets(const std::vector<ExamBlock>& blocks, float first_room, float further_room) {
    constexpr float most_more = 120, step = 4;
    std::vector<Filled> sheets;
    while (sheets.empty() || sheets.back().last < blocks.size()) {
        const float room = sheets.empty() ? first_room : further_room;
        Filled sheet;
        sheet.first = sheet.last = sheets.empty() ? 0 : sheets.back().last;
        while (sheet.last < blocks.size()) {
            ++sheet.last;
            // One that is taller than a page is cut off at its foot rather than waited for.
            if (height_of(blocks, sheet, 0) > room && sheet.last > sheet.first + 1) {
                --sheet.last;
                break;
            }
        }
        while (sheet.more < most_more && height_of(blocks, sheet, sheet.more + step) <= room) sheet.more += step;
        // What is left on the last page blows nothing up.
        if (sheet.last == blocks.size() && !sheets.empty()) sheet.more = std::min(sheet.more, sheets.back().more);
        sheets.push_back(sheet);
        if (blocks.empty()) break;
    }
    return sheets;
}

void draw(cairo_t* cr, ChartPainter* painter, const ExamBlock& block, glm::vec2 at, float width, float more,
          float dpi) {
    CairoCanvas canvas(cr);
    const ChartPalette& palette = chart_palette(Theme::light);
    if (block.line_above) {
        const float y = at.y - block.space_before / 2;
        canvas.line({at.x, y}, {at.x + width, y}, 0.5f, hairline);
    }
    if (block.figure && painter) {
        const ExamBlock::Figure& figure = *block.figure;
        paint_question(cr, *painter, figure.chart,
                       {.box = {at.x + figure.x, at.y + figure.y, figure.width, block.figure_height(more)},
                        .pixels_per_unit = dpi / 72,
                        .design_px = design_px,
                        .corner = 4,
                        .jpeg = true});
    }
    for (const ExamBlock::Words& words : block.words) words.text.draw(cr, at + words.at);
    for (const ExamBlock::Rule& rule : block.rules)
        canvas.line(at + rule.from, at + rule.from + glm::vec2(rule.width, 0), rule_width, palette.text);
    for (const glm::vec2& box : block.boxes) {
        set_color(cr, palette.text);
        cairo_set_line_width(cr, 0.8);
        cairo_rectangle(cr, at.x + box.x, at.y + box.y, ExamBlock::box_size, ExamBlock::box_size);
        cairo_stroke(cr);
    }
}

}  // namespace

float ExamBlock::add(cairo_t* cr, const std::vector<TextRun>& runs, glm::vec2 at, float width) {
    words.push_back({TextBlock(cr, runs, width), at});
    const float end = at.y + words.back().text.height();
    words_height = std::max(words_height, end);
    return end;
}

void ExamBlock::add_box(glm::vec2 at) {
    boxes.push_back(at);
    words_height = std::max(words_height, at.y + box_size);
}

void ExamBlock::add_rule(glm::vec2 from, float width) {
    rules.push_back({from, width});
    words_height = std::max(words_height, from.y + rule_width);
}

float ExamBlock::figure_height(float more) const {
    if (!figure) return 0;
    // Where the words beside it need more, it is as high as they are.
    return std::clamp(std::max(figure->least + more, words_height - figure->y), figure->least, figure->most);
}

float ExamBlock::height(float more) const {
    return figure ? std::max(words_height, figure->y + figure_height(more)) : words_height;
}

void add_sources(cairo_t* cr, const Scene& scene, const std::set<std::string>& keys, const PageStyles& styles,
                 float width, std::vector<ExamBlock>& blocks) {
    bool is_first = true;
    for (const auto& [key, source] : scene.atlas.sources) {
        if (!keys.contains(key)) continue;
        ExamBlock& block = blocks.emplace_back();
        block.space_before = is_first ? 18 : 2;
        block.line_above = is_first;
        float y = 0;
        if (is_first) y = block.add(cr, {{scene.phrase(word("Sources")), styles.heading}}, {0, 0}, width) + 2;
        block.add(cr, {{source.key + "  ", styles.small_strong}, {source.title, styles.small}}, {0, y}, width);
        is_first = false;
    }
}

void draw_exam_blocks(cairo_t* cr, ChartPainter* painter, const PageFrame& sheet, std::vector<ExamBlock>& blocks,
                      float top, float dpi) {
    const std::vector<Filled> sheets = fill_sheets(blocks, sheet.bottom() - top, sheet.bottom() - sheet.further_top());
    for (std::size_t page = 0; page < sheets.size(); ++page) {
        float y = page == 0 ? top : sheet.further_top();
        for (std::size_t i = sheets[page].first; i < sheets[page].last; ++i) {
            ExamBlock& block = blocks[i];
            if (i > sheets[page].first)
                y += block.space_before;
            else
                block.line_above = false;
            draw(cr, painter, block, {page_margin, y}, sheet.width(), sheets[page].more, dpi);
            y += block.height(sheets[page].more);
        }
        sheet.draw(page, sheets.size());
        cairo_show_page(cr);
    }
}

}  // namespace myomap
