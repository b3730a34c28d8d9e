// A learner's file with 100,000 answers: opening it, what is known, the figures, and one more answer on the disk.

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "app/context.h"
#include "study/deck.h"
#include "study/statistics.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

constexpr int answers = 100'000;
const UtcTime begin = *utc_time("2025-01-01T08:00:00Z");
const UtcTime now = begin + std::chrono::days(700);

const Context& context() {
    static const std::unique_ptr<Context> loaded = open_context();
    return *loaded;
}

// One that learns all cards of the atlas, the same ones in turn, with every tenth answer wrong.
struct Learned {
    fs::path folder;
    fs::path file;
    std::int64_t learner = 0;
    std::vector<CardKey> cards;

    Learned() {
        std::string name = (fs::temp_directory_path() / "myomap_bench.XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no folder for the benchmark");
        folder = name;
        file = folder / "study.db";
        const Scene scene = context().scene();
        cards = cards_of(scene, decks(scene).back(), all_question_kinds, BodyId::adult_male);
        Progress progress;
        learner = progress.add_learner("Bench", begin).id;
        for (int i = 0; i < answers; ++i) {
            const CardKey& card = cards[static_cast<std::size_t>(i) % cards.size()];
            progress.keep(learner, {.card = to_text(card),
                                    .grade = i % 10 == 0 ? Grade::again : Grade::good,
                                    .at = begin + std::chrono::minutes(10) * i,
                                    .took = std::chrono::seconds(8)});
        }
        progress.back_up(file);
        { const Progress open(file); }  // as the window leaves it
    }
    ~Learned() { fs::remove_all(folder); }
};

const Learned& learned() {
    static const Learned all;
    return all;
}

void open_progress(benchmark::State& state) {
    const Learned& all = learned();
    for (auto _ : state) {
        const Progress progress(all.file);
        benchmark::DoNotOptimize(progress.cards(all.learner));
    }
}
BENCHMARK(open_progress)->Unit(benchmark::kMillisecond);

void open_empty_progress(benchmark::State& state) {
    const fs::path file = learned().folder / "empty.db";
    { Progress(file).add_learner("Bench", begin); }
    for (auto _ : state) {
        const Progress progress(file);
        benchmark::DoNotOptimize(progress.cards(1));
    }
}
BENCHMARK(open_empty_progress)->Unit(benchmark::kMillisecond);

void read_reviews(benchmark::State& state) {
    const Progress progress(learned().file);
    for (auto _ : state) benchmark::DoNotOptimize(progress.reviews(learned().learner));
}
BENCHMARK(read_reviews)->Unit(benchmark::kMillisecond);

void study_figures(benchmark::State& state) {
    const Learned& all = learned();
    const Progress progress(all.file);
    const std::vector<KeptReview> reviews = progress.reviews(all.learner);
    const CardStates states = progress.cards(all.learner);
    for (auto _ : state) benchmark::DoNotOptimize(figures_of(reviews, states, now));
}
BENCHMARK(study_figures)->Unit(benchmark::kMillisecond);

void what_is_known(benchmark::State& state) {
    const Learned& all = learned();
    const CardStates states = Progress(all.file).cards(all.learner);
    const Fsrs fsrs{FsrsParameters{}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(known_muscles(context().atlas(), states, fsrs, now));
        benchmark::DoNotOptimize(known_share(all.cards, states, fsrs, now));
    }
}
BENCHMARK(what_is_known)->Unit(benchmark::kMillisecond);

void keep_an_answer(benchmark::State& state) {
    const fs::path file = learned().folder / "keep.db";
    fs::copy_file(learned().file, file, fs::copy_options::overwrite_existing);
    Progress progress(file);
    UtcTime at = now;
    for (auto _ : state) {
        at += std::chrono::minutes(1);
        progress.keep(learned().learner, {.card = to_text(learned().cards.front()), .grade = Grade::good, .at = at});
    }
}
BENCHMARK(keep_an_answer)->Unit(benchmark::kMillisecond)->Iterations(50);

}  // namespace
}  // namespace myomap
