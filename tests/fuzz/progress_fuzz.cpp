// The file of what learners have answered: opened, asked all there is to ask, written to, taken over.

#include <map>

#include "harness.h"
#include "study/database.h"
#include "study/progress.h"
#include "study/statistics.h"

namespace myomap::fuzz {
namespace {

const UtcTime now{std::chrono::hours(24 * 20'000)};

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "progress.sqlite");
    for (const char* beside : {"-wal", "-shm", "-journal"}) std::filesystem::remove(file.string() + beside);
    try {
        Progress into;
        into.take_over(file);
        Progress progress(file);
        for (const Learner& learner : progress.learners()) {
            const CardStates cards = progress.cards(learner.id);
            figures_of(progress.reviews(learner.id), cards, now);
            progress.csv(learner.id);
            progress.done_between(learner.id, now - std::chrono::hours(12), now + std::chrono::hours(12));
            progress.keep(learner.id, {.card = "paint_zone:trapezius_upper/TrP1", .grade = Grade::good, .at = now});
            progress.rename_learner(learner.id, learner.name + "x");
        }
    } catch (const DatabaseError&) {
        // Most inputs are no database.
    }
}

std::vector<std::string> seeds() {
    const auto file = file_of("", "progress.sqlite");
    std::filesystem::remove(file);
    {
        Progress progress(file);
        const Learner learner = progress.add_learner("Ada", now - std::chrono::hours(100));
        for (int day = 4; day > 0; --day) {
            const UtcTime at = now - std::chrono::hours(24 * day);
            progress.keep(learner.id,
                          {.card = "name_muscle:temporalis", .grade = Grade::good, .at = at, .score = 0.5f});
            progress.keep(learner.id, {.card = "paint_zone:masseter/TrP2", .grade = Grade::again, .at = at});
        }
    }
    Database(file).run("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM");  // a small file
    return {bytes_of(file)};
}

const Registered progress({"progress", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
