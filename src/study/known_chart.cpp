#include "study/known_chart.h"

#include <array>

#include "base/word.h"

namespace myomap {

namespace {

struct Step {
    const char* id;
    float least;  // of the chance of recall
    Paint paint;
    const char* words;
};

Paint tint(Color fill, Color edge) {
    return {
        .fill = fill, .border = Border::line, .edge = edge, .border_px = 0.8f, .film_fill = 0.8f, .film_edge = 0.9f};
}

Paint patterned(Color fill, Pattern pattern, Color ink) {
    Paint paint = tint(fill, ink);
    paint.pattern = pattern;
    paint.ink = ink;
    return paint;
}

// Best first; each is painted over those before it.
const std::array<Step, 4>& steps() {
    constexpr Color dark{0x0a6b68d8}, light{0x5fa8a4b0}, edge{0xffffffd0}, sand{0xc9b98a90}, brown{0x4a3d22ff},
        orange{0xe0b08870}, rust{0xa34a00ff};
    static const std::array<Step, 4> all{
        Step{"known", 0.9f, tint(dark, edge), word("90 % and more")},
        Step{"fair", 0.75f, tint(light, edge), word("75 to 90 %")},
        Step{"shaky", 0.6f, patterned(sand, Pattern::dots, brown), word("60 to 75 %")},
        Step{"weak", 0, patterned(orange, Pattern::slanted_lines, rust), word("Below 60 %")},
    };
    return all;
}

std::size_t step_of(float recall) {
    std::size_t step = 0;
    while (step + 1 < steps().size() && recall < steps()[step].least) ++step;
    return step;
}

}  // namespace

QuestionChart known_chart(const Scene& scene, const std::map<int, float>& known, const View& view) {
    QuestionChart chart;
    chart.document.view.body = view.body;
    chart.document.view.theme = view.theme;
    chart.document.view.side = SideChoice::both;
    chart.document.view.show_labels = chart.document.view.show_all_points = false;
    // Front and back say it; the body is the larger for it.
    const float height = scene.body(view.body).height_cm();
    chart.document.view.layout = Layout::focus;
    for (const StandardView side : {StandardView::anterior, StandardView::posterior})
        chart.frame.push_back({side, {0, 0.5f * height, 0}, 0.5f * height, 1.03f * height});
    auto over = std::make_shared<LaidOver>();
    const Muscles* const muscles = scene.body_muscles(view.body);
    std::array<SparseField, 4> fields;
    for (const auto& [muscle, recall] : known) {
        if (!muscles) break;
        SparseField& field = fields[step_of(recall)];
        for (const Side side : {Side::left, Side::right}) field = unite(field, muscles->area(muscle, side));
    }
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].empty())
            over->layers.push_back({steps()[i].id, std::move(fields[i]), steps()[i].paint, Message(steps()[i].words)});
    chart.over = std::move(over);
    return chart;
}

}  // namespace myomap
