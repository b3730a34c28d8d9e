// The talk on the screen: a frame between two steps against a frame of the same chart being turned.

#include <benchmark/benchmark.h>

#include <algorithm>

#include <epoxy/gl.h>

#include "app/context.h"
#include "chart/actions/select.h"
#include "explain/step_chart.h"
#include "explain/step_motion.h"
#include "render/gl_context.h"
#include "render/renderer.h"
#include "support/fixed_measure.h"

namespace myomap {
namespace {

constexpr Rect window{0, 0, 1280, 800};
constexpr int frames = 60;
const test::FixedMeasure measure;

struct Talking {
    OffscreenGl gl;
    std::unique_ptr<Context> context = open_context();
    Renderer renderer{context->scene(), context->resources.shaders()};
    std::vector<ToldStep> told = [this] {
        Document document;
        select_point(document, context->scene(), context->atlas().find_point("trapezius_upper/TrP1").value());
        return tell(context->scene(), load_talk(context->resources.talk()).talk, document);
    }();

    const ToldStep& step(const char* id) const { return *std::ranges::find(told, id, &ToldStep::id); }
    Picture chart(const char* id) const {
        const Scene scene = context->scene();
        const StepPage page = lay_out_step(scene, step(id), {}, window, 1, measure);
        return compose_step(scene, step(id), page, Theme::light, false, measure);
    }
    void draw(const Picture& picture) {
        renderer.render(picture, Quality::draft);
        glFinish();
    }
};

void turn_a_step(benchmark::State& state, const char* id) {
    Talking talking;
    Picture picture = talking.chart(id);
    for (auto _ : state) {
        Camera& camera = picture.views.front().camera;
        camera.orientation = glm::angleAxis(0.02f, glm::vec3{0, 1, 0}) * camera.orientation;
        talking.draw(picture);
    }
}
BENCHMARK_CAPTURE(turn_a_step, skin, "felt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(turn_a_step, glass, "muscle")->Unit(benchmark::kMillisecond);

void move_to_a_step(benchmark::State& state, const char* from, const char* to) {
    Talking talking;
    const StepMotion motion(talking.context->scene(), talking.chart(from), talking.chart(to), talking.step(to).subject);
    talking.draw(motion.at(0));
    int frame = 0;
    for (auto _ : state) {
        talking.draw(motion.at(static_cast<float>(frame) / frames));
        frame = (frame + 1) % frames;
    }
}
BENCHMARK_CAPTURE(move_to_a_step, skin_to_glass, "felt", "muscle")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(move_to_a_step, muscle_to_pattern, "spot", "felt")->Unit(benchmark::kMillisecond);

// What a key press waits for before the first frame.
void begin_to_move(benchmark::State& state) {
    Talking talking;
    const Picture from = talking.chart("spot"), to = talking.chart("felt");
    for (auto _ : state) {
        const StepMotion motion(talking.context->scene(), from, to, talking.step("felt").subject);
        benchmark::DoNotOptimize(motion.grows());
    }
}
BENCHMARK(begin_to_move)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace myomap
