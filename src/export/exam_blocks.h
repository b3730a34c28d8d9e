#pragma once
// What exams are laid out of: pieces of a page that are never cut, with words, boxes to tick, lines to write on and a
// picture that takes the room that is left. All in points.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "export/chart_painter.h"
#include "export/page_frame.h"
#include "study/question_chart.h"

namespace myomap {

struct ExamBlock {
    struct Words {
        TextBlock text;
        glm::vec2 at;  // from the block's upper left
    };
    struct Rule {
        glm::vec2 from;
        float width;
    };
    struct Figure {
        QuestionChart chart;
        float x, y, width;
        float least, most;  // of its height
    };
    std::vector<Words> words;
    std::vector<glm::vec2> boxes;  // the upper left of each; see box_size
    std::vector<Rule> rules;
    std::optional<Figure> figure;
    float words_height = 0;  // where the lowest of all but the figure ends
    float space_before = 18;
    bool line_above = false;  // in the middle of that space

    static constexpr float box_size = 8.5f;

    // Adds words and gives where they end.
    float add(cairo_t* cr, const std::vector<TextRun>& runs, glm::vec2 at, float width);
    void add_box(glm::vec2 at);
    void add_rule(glm::vec2 from, float width);

    float figure_height(float more) const;
    float height(float more) const;  // with a figure that much higher than the least
};

// Draws them in order on as many pages as they need, each ended by cairo_show_page, with figures as high as their
// page has room for. `top`: where they begin on the first page. Throws as ChartPainter::paint.
void draw_exam_blocks(cairo_t* cr, ChartPainter* painter, const PageFrame& sheet, std::vector<ExamBlock>& blocks,
                      float top, float dpi);

// A heading, and what each of these keys stands for, in small type.
void add_sources(cairo_t* cr, const Scene& scene, const std::set<std::string>& keys, const PageStyles& styles,
                 float width, std::vector<ExamBlock>& blocks);

}  // namespace myomap
