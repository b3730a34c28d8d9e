// The finder: a spot, and a drawing over a tenth of the body, asked of the atlas and of 100,000 made-up patterns.

#include <benchmark/benchmark.h>

#include <random>

#include "app/context.h"
#include "body/areas.h"
#include "finder/drawing_query.h"
#include "finder/together.h"

namespace myomap {
namespace {

constexpr BodyId male = BodyId::adult_male;

Context& context() {
    static const std::unique_ptr<Context> opened = open_context();
    return *opened;
}

void make_a_finder(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Finder(context().scene(), male));
}
BENCHMARK(make_a_finder)->Unit(benchmark::kMillisecond);

// From the place to the ranked answer, painting the spot included.
void find_a_spot(benchmark::State& state) {
    const Body& body = *context().bodies[0];
    const Finder finder(context().scene(), body.id());
    const SkinPoint temple = body.landmark_skin(body.landmarks().by_name.at("pterion"), Side::left);
    for (auto _ : state) benchmark::DoNotOptimize(finder.find(spot(body, temple, 3), std::nullopt, 10));
}
BENCHMARK(find_a_spot)->Unit(benchmark::kMicrosecond);

// Regions of the left side, from the head downwards, until a tenth of the skin is covered.
const Query& a_tenth_of_the_body() {
    static const Query query = [] {
        const Scene scene = context().scene();
        const RegionMap& map = scene.regions->on(scene.body(male));
        float whole = 0;
        for (const float area : seen_vertex_areas(scene.body(male).skin())) whole += area;
        Query drawn{.field = {}, .words = {}, .whole = true};
        float covered = 0;
        for (int region = 0; covered < whole / 10; ++region) {
            drawn.field = unite(drawn.field, map.field({region, Side::left}));
            covered += map.area_cm2({region, Side::left});
        }
        return drawn;
    }();
    return query;
}

void find_a_drawing(benchmark::State& state) {
    const Finder finder(context().scene(), male);
    const Query& query = a_tenth_of_the_body();
    for (auto _ : state) benchmark::DoNotOptimize(finder.find(query, std::nullopt, 60));
}
BENCHMARK(find_a_drawing)->Unit(benchmark::kMicrosecond);

void explain_a_drawing_together(benchmark::State& state) {
    const Finder finder(context().scene(), male);
    const Query& query = a_tenth_of_the_body();
    for (auto _ : state) benchmark::DoNotOptimize(explain_together(context().scene(), finder, male, query));
}
BENCHMARK(explain_a_drawing_together)->Unit(benchmark::kMillisecond);

// A thousand muscles of a hundred points, each with one round zone of 2 to 6 cm somewhere. Painting them takes half a
// minute, once.
const Finder& finder_of_made_up_patterns() {
    static const Atlas atlas = [] {
        std::mt19937 random(1);
        std::vector<std::string> names;
        for (const auto& [name, landmark] : context().bodies[0]->landmarks().by_name) names.push_back(name);
        const auto number = [&](float from, float to) {
            return std::uniform_real_distribution<float>(from, to)(random);
        };
        Atlas made_up;
        for (int m = 0; m < 1000; ++m) {
            Muscle muscle;
            muscle.id = "muscle" + std::to_string(m);
            for (int p = 0; p < 100; ++p) {
                PointSpec landmark, place{.kind = PointSpec::Kind::offset};
                landmark.landmark = names[random() % names.size()];
                place.of = {landmark};
                place.offset = {number(-6, 6), number(-6, 6), number(-6, 6)};
                TriggerPoint point;
                point.id = "TrP" + std::to_string(p);
                point.point = landmark;
                point.zones.push_back({.kind = random() % 2 ? ZoneKind::essential : ZoneKind::spillover,
                                       .strokes = {{.path = {place}, .radius_cm = {number(2, 6)}}}});
                muscle.trigger_points.push_back(std::move(point));
            }
            made_up.muscles.push_back(std::move(muscle));
        }
        return made_up;
    }();
    static const AtlasFields fields(atlas, *context().bodies[0]);
    static const Finder finder(Scene{atlas, {context().bodies[0].get(), nullptr}, {&fields, nullptr}}, male);
    return finder;
}

void find_a_drawing_in_100000_patterns(benchmark::State& state) {
    const Finder& finder = finder_of_made_up_patterns();
    const Query& query = a_tenth_of_the_body();
    for (auto _ : state) benchmark::DoNotOptimize(finder.find(query, std::nullopt, 60));
}
BENCHMARK(find_a_drawing_in_100000_patterns)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace myomap
