#include "export/question_picture.h"

#include <algorithm>
#include <utility>

namespace myomap {

namespace {

constexpr Color dark_muscle{0x0f3d45ff}, pale_bone{0xf6f3edff};

// What is framed no closer in the window because it is small.
void come_nearer(ViewSubject& subject) {
    constexpr float small_cm = 25, least_cm = 14;
    const float larger = std::max(subject.width_cm, subject.height_cm);
    if (larger > small_cm) return;
    const float share = std::max(0.62f, least_cm / larger);
    subject.width_cm *= share;
    subject.height_cm *= share;
}

}  // namespace

Picture compose_question(ChartPainter& painter, const QuestionChart& chart, const ChartBox& where) {
    ComposeSize size = compose_size(where);
    size.subjects = chart.frame;
    const bool of_muscle = chart.document.view.layers == LayerMode::glass && size.subjects.size() == 1;
    if (of_muscle) come_nearer(size.subjects.front());
    size.over = chart.over;
    Picture picture = compose(painter.context().scene(), chart.document, size, painter.measure());
    picture.caption.clear();
    if (of_muscle)
        for (MuscleLook& look : picture.under_skin.looks) {
            if (look.bone) look.rgba = pale_bone.rgba;
            if (look.chosen) look.rgba = dark_muscle.rgba;
        }
    return picture;
}

Picture paint_question(cairo_t* cr, ChartPainter& painter, const QuestionChart& chart, const ChartBox& where) {
    Picture picture = compose_question(painter, chart, where);
    painter.paint(cr, where, picture);
    return picture;
}

QuestionImage question_image(ChartPainter& painter, const QuestionChart& chart, glm::ivec2 size, float scale) {
    QuestionImage made{
        .image = {size, std::vector<std::uint8_t>(static_cast<size_t>(size.x) * static_cast<size_t>(size.y) * 4)}};
    const SurfacePtr surface = surface_over(made.image);
    const CairoPtr cr(cairo_create(surface.get()));
    const glm::vec2 whole(size);
    made.picture = paint_question(cr.get(), painter, chart, {.box = {0, 0, whole.x, whole.y}, .design_px = scale});
    cairo_surface_finish(surface.get());
    swap_red_and_blue(made.image.rgba);
    return made;
}

QuestionChart key_chart(const Scene& scene, Question question, const View& view, float tolerance_cm) {
    if (question.card.kind == QuestionKind::paint_zone) question.card.kind = QuestionKind::whose_pattern;
    QuestionChart chart = answered_chart(scene, question, view, {}, tolerance_cm);
    // Names of zones that are not painted would lead to nothing.
    if (asked_of(question.card.kind) == AskedOf::muscle)
        chart.document.view.show_essential = chart.document.view.show_spillover = false;
    return chart;
}

}  // namespace myomap
