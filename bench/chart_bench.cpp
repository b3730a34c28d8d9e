// A drawn chart: turning it with 40 pain areas against an empty one, a stroke that grows, and what 500 steps of undo
// keep in memory.

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <epoxy/gl.h>

#include "app/context.h"
#include "base/word.h"
#include "chart/actions/draw.h"
#include "chart/actions/look.h"
#include "chart/compose.h"
#include "chart/history.h"
#include "chart/standard_views.h"
#include "render/gl_context.h"
#include "render/renderer.h"
#include "support/fixed_measure.h"

namespace myomap {
namespace {

constexpr int areas = 40, samples = 200;
constexpr glm::ivec2 window{1280, 800};
const test::FixedMeasure measure;

Context& context() {
    static const std::unique_ptr<Context> opened = open_context();
    return *opened;
}

// A walk over the skin, half a radius a sample, that begins somewhere else for each number.
BrushStroke walk(int number, int count = samples) {
    const Body& body = *context().bodies[0];
    BrushStroke stroke;
    stroke.radius_cm = 0.8f;
    const auto start =
        static_cast<std::uint32_t>(number) * 7919u % static_cast<std::uint32_t>(body.skin().positions.size());
    SkinPoint place = body.query().at_vertex(start);
    glm::vec3 ahead = normalize(cross(place.normal, glm::vec3{0.3f, 1, 0.2f}));
    for (int i = 0; i < count; ++i) {
        stroke.path.push_back(anchor_of(place, body));
        // It turns and turns again, as a hand does.
        if (i % 12 == 11) ahead = normalize(cross(place.normal, ahead) - 0.8f * ahead);
        ahead = normalize(ahead - dot(ahead, place.normal) * place.normal);
        place = body.query().closest(place.position + 0.4f * ahead);
    }
    return stroke;
}

Document drawn(int count) {
    Document document;
    document.view.show_all_points = false;
    for (int i = 0; i < count; ++i) {
        Brush brush;
        brush.quality = static_cast<PainQuality>(i % 16);
        document.selection = {};
        paint_strokes(document, brush, SharedList<BrushStroke>().with(walk(i)));
    }
    document.selection = {};
    return document;
}

struct Gl {
    OffscreenGl context_of_gl;
    Renderer renderer{context().scene(), context().resources.shaders()};
};

// As the window does it: labels come when the body rests.
void turn_a_chart(benchmark::State& state) {
    Gl gl;
    const Scene scene = context().scene();
    Document document = drawn(static_cast<int>(state.range(0)));
    show_single(document, standard_camera(StandardView::anterior, {0, 87, 0}, 190));
    for (auto _ : state) {
        turn(document, {5, 1}, 900);
        gl.renderer.render(compose(scene, document, {.pixels = window, .labels = false}, measure), Quality::draft);
        glFinish();
    }
}
BENCHMARK(turn_a_chart)->Arg(0)->Arg(areas)->Unit(benchmark::kMillisecond);

// One sample more each time, beside 39 other areas, to finished pixels.
void a_stroke_grows(benchmark::State& state) {
    Gl gl;
    const Scene scene = context().scene();
    const Document before = drawn(areas - 1);
    const BrushStroke whole = walk(4711, 2000);
    std::size_t length = 1;
    for (auto _ : state) {
        length = length % whole.path.size() + 1;
        BrushStroke stroke = whole;
        stroke.path.resize(length);
        Document document = before;
        paint_strokes(document, {}, SharedList<BrushStroke>().with(std::move(stroke)));
        gl.renderer.render(compose(scene, document, {.pixels = window, .labels = false}, measure), Quality::draft);
        glFinish();
    }
}
BENCHMARK(a_stroke_grows)->Iterations(150)->Unit(benchmark::kMillisecond);

// 500 steps, each a change of one of 40 areas. Counters in kilobytes: the drawing itself, and what a step adds.
void keep_500_steps(benchmark::State& state) {
    const auto used = [] { return static_cast<double>(mallinfo2().uordblks) / 1024; };
    for (auto _ : state) {
        const double empty = used();
        DocumentHistory history(drawn(areas));
        const double drawing = used() - empty;
        for (int i = 0; i < 500; ++i) {
            Document& document = history.scratch();
            const auto at = static_cast<std::size_t>(i % areas);
            PainArea area = document.drawing.areas[at];
            area.worst = static_cast<float>(i % 10);
            area.note = std::to_string(i);
            document.drawing.areas = document.drawing.areas.replaced(at, std::move(area));
            history.commit(word("Change an area"));
        }
        state.counters["drawing_kb"] = drawing;
        state.counters["step_kb"] = (used() - empty - drawing) / 500;
    }
}
BENCHMARK(keep_500_steps)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace myomap
