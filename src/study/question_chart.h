#pragma once
// What the body shows beside a question, before and after it was answered. The same for the window and for paper; a
// reader composes it with ComposeSize::subjects and ComposeSize::over.

#include <memory>
#include <optional>
#include <vector>

#include "chart/compose.h"
#include "study/question.h"

namespace myomap {

struct QuestionChart {
    Document document;                     // what is chosen and how it is looked at; without a drawing
    std::vector<ViewSubject> frame;        // empty: as the document's layout has it
    std::shared_ptr<const LaidOver> over;  // in place of zones; never null
};

// What a learner did to the body.
struct BodyAnswer {
    SparseField painted;
    std::optional<SkinPoint> clicked;
};

// `view`: the body, the theme and the side that is asked for (of both, the right one). Nothing of it tells the answer:
// where a zone or place is asked for, the frame is that of all patterns of the muscle's region, widened only where this
// one leaves it.
QuestionChart asked_chart(const Scene& scene, const Question& question, const View& view);

// The right answer, and what was painted or clicked beside it.
QuestionChart answered_chart(const Scene& scene, const Question& question, const View& view, const BodyAnswer& given,
                             float tolerance_cm);

// Shows it: what is chosen, how it is looked at. What was painted goes where another question begins.
Message show_question(Document& document, const QuestionChart& chart, bool begins);

// What a learner paints, before it is answered.
PaintLayer painted_layer(SparseField painted);
PaintLayer clicked_layer(const Body& body, const SkinPoint& at);

// The side that is asked for: the view's, the right of both, or the one side that the point is found on.
Side asked_side(const Scene& scene, const Question& question, const View& view);

}  // namespace myomap
