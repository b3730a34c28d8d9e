#pragma once
// The body beside a question, on paper and on cards.

#include "export/chart_painter.h"
#include "study/question_chart.h"

namespace myomap {

// Of a picture that must not tell its answer neither caption nor file says what it shows. A small muscle is shown from
// nearer than in the window, where one can go nearer oneself; what is lit is near to black and bones near to white, so
// that a copy in grey shows it as well.
Picture compose_question(ChartPainter& painter, const QuestionChart& chart, const ChartBox& where);

// Throws RenderError.
Picture paint_question(cairo_t* cr, ChartPainter& painter, const QuestionChart& chart, const ChartBox& where);

// The same as pixels; `scale` of text and marks. Throws likewise.
struct QuestionImage {
    Image image;
    Picture picture;
};
QuestionImage question_image(ChartPainter& painter, const QuestionChart& chart, glm::ivec2 size, float scale);

// The right answer where nobody painted or clicked: of a zone the pattern as charts show it.
QuestionChart key_chart(const Scene& scene, Question question, const View& view, float tolerance_cm);

}  // namespace myomap
