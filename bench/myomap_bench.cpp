// The program's hot paths inside one process: `build/release/bench/myomap_bench`. Whole processes (start, export, idle)
// are timed by bench/processes. The bars they are held against are in docs/speed.md.

#include <benchmark/benchmark.h>

#include <epoxy/gl.h>
#include <glm/gtc/quaternion.hpp>

#include "app/context.h"
#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/compose.h"
#include "chart/hit.h"
#include "chart/views.h"
#include "render/gl_context.h"
#include "render/renderer.h"
#include "support/fixed_measure.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;
constexpr glm::ivec2 window{1280, 800};

Context& context() {
    static const std::unique_ptr<Context> opened = open_context();
    return *opened;
}

struct Gl {
    OffscreenGl context_of_gl;
    Renderer renderer{context().scene(), context().resources.shaders()};
};

void open_everything(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(open_context());
}
BENCHMARK(open_everything)->Unit(benchmark::kMillisecond);

void load_atlas_file(benchmark::State& state) {
    const LandmarkNames names = load_landmarks(context().resources.landmarks()).landmarks.names();
    for (auto _ : state) benchmark::DoNotOptimize(load_atlas(context().resources.dataset(), names));
}
BENCHMARK(load_atlas_file)->Unit(benchmark::kMillisecond);

void evaluate_all_fields_of_one_body(benchmark::State& state) {
    const Body& body = *context().bodies[0];
    for (auto _ : state) {
        const AtlasFields fields(context().atlas(), body);
        for (int m = 0; m < static_cast<int>(context().atlas().muscles.size()); ++m) {
            benchmark::DoNotOptimize(fields.muscle(m));
        }
    }
}
BENCHMARK(evaluate_all_fields_of_one_body)->Unit(benchmark::kMillisecond);

void search(benchmark::State& state) {
    const SearchIndex& index = context().search();
    for (auto _ : state) benchmark::DoNotOptimize(index.find("temporl headache"));
}
BENCHMARK(search)->Unit(benchmark::kMicrosecond);

void ray_to_skin(benchmark::State& state) {
    const SkinQuery& query = context().bodies[0]->query();
    float y = 0;
    for (auto _ : state) {
        y = y > 170 ? 1 : y + 0.37f;
        benchmark::DoNotOptimize(query.raycast({3, y, 300}, {0, 0, -1}));
    }
}
BENCHMARK(ray_to_skin)->Unit(benchmark::kMicrosecond);

void pick_under_the_cursor(benchmark::State& state) {
    const Scene scene = context().scene();
    Document document;
    select_point(document, scene, scene.atlas.find_point("trapezius_upper/TrP1").value());
    const Picture picture = compose(scene, document, {window, 1, true}, measure);
    float x = 0;
    for (auto _ : state) {
        x = x > 1200 ? 1 : x + 7.3f;
        benchmark::DoNotOptimize(hit_test(scene, document, picture, {x, 300}));
    }
}
BENCHMARK(pick_under_the_cursor)->Unit(benchmark::kMicrosecond);

void compose_a_selection(benchmark::State& state) {
    const Scene scene = context().scene();
    Document document;
    for (auto _ : state) {
        step_point(document, scene, +1);
        benchmark::DoNotOptimize(compose(scene, document, {window, 1, true}, measure));
    }
}
BENCHMARK(compose_a_selection)->Unit(benchmark::kMillisecond);

// From the key press to finished pixels: action, compose, upload, draw.
void select_to_frame(benchmark::State& state, Quality quality, Layout layout) {
    Gl gl;
    const Scene scene = context().scene();
    Document document;
    for (auto _ : state) {
        step_point(document, scene, +1);
        document.view.layout = layout;
        gl.renderer.render(compose(scene, document, {window, 1, true}, measure), quality);
        glFinish();
    }
}
BENCHMARK_CAPTURE(select_to_frame, focus_draft, Quality::draft, Layout::focus)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(select_to_frame, focus_fine, Quality::fine, Layout::focus)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(select_to_frame, plate_draft, Quality::draft, Layout::plate)->Unit(benchmark::kMillisecond);

void rotate_one_view(benchmark::State& state, Quality quality) {
    Gl gl;
    const Scene scene = context().scene();
    Document document;
    select_point(document, scene, scene.atlas.find_point("trapezius_upper/TrP1").value());
    show_single(document, standard_camera(StandardView::anterior, {0, 87, 0}, 190));
    for (auto _ : state) {
        turn(document, {5, 1}, 900);
        // As the window does it: labels come when the body rests (compose_a_selection places them).
        gl.renderer.render(compose(scene, document, {window, 1, true, true, false}, measure), quality);
        glFinish();
    }
}
BENCHMARK_CAPTURE(rotate_one_view, draft, Quality::draft)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rotate_one_view, fine, Quality::fine)->Unit(benchmark::kMillisecond);

// All muscles and bones of both sides, turning, their names when they rest.
void rotate_muscles(benchmark::State& state, Quality quality) {
    Gl gl;
    const Scene scene = context().scene();
    Document document;
    show_single(document, standard_camera(StandardView::anterior, {0, 87, 0}, 190));
    choose_depth(document, scene, 2);
    for (auto _ : state) {
        turn(document, {5, 1}, 900);
        // As the window does it: labels come when the body rests.
        gl.renderer.render(compose(scene, document, {window, 1, true, true, quality == Quality::fine}, measure),
                           quality);
        glFinish();
    }
}
BENCHMARK_CAPTURE(rotate_muscles, draft, Quality::draft)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rotate_muscles, fine, Quality::fine)->Unit(benchmark::kMillisecond);

void pick_a_muscle(benchmark::State& state) {
    const Scene scene = context().scene();
    Document document;
    document.view.show_all_points = false;
    choose_depth(document, scene, 2);
    const Picture picture = compose(scene, document, {window, 1, true}, measure);
    float x = 0;
    for (auto _ : state) {
        x = x > 1200 ? 1 : x + 7.3f;
        benchmark::DoNotOptimize(hit_test(scene, document, picture, {x, 300}));
    }
}
BENCHMARK(pick_a_muscle)->Unit(benchmark::kMicrosecond);

void what_lies_under(benchmark::State& state) {
    const Muscles& muscles = *context().muscles[0];
    const Body& body = *context().bodies[0];
    const SkinPoint place = body.landmark_skin(body.landmarks().by_name.at("ilium_outer_mid"), Side::left);
    for (auto _ : state) benchmark::DoNotOptimize(muscles.under(place));
}
BENCHMARK(what_lies_under)->Unit(benchmark::kMicrosecond);

void read_the_muscles(benchmark::State& state) {
    const Resources& r = context().resources;
    for (auto _ : state)
        benchmark::DoNotOptimize(open_muscles(*context().bodies[0], r.shapes(), r.bones(), r.landmarks(),
                                              r.skin(BodyId::adult_male), {r.muscles(BodyId::adult_male)}));
}
BENCHMARK(read_the_muscles)->Unit(benchmark::kMillisecond);

void nothing_changed(benchmark::State& state) {
    Gl gl;
    const Picture picture = compose(context().scene(), {}, {window, 1, true}, measure);
    gl.renderer.render(picture, Quality::fine);
    for (auto _ : state) gl.renderer.render(picture, Quality::fine);
}
BENCHMARK(nothing_changed)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace myomap

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
}
