// Histories of answers: a file without errors is scheduled, and what comes out can be read again.

#include "json_harness.h"
#include "study/review_file.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedReviews loaded = read_reviews(file);
    read_out(loaded.problems, file);
    if (has_errors(loaded.problems)) return;
    const LoadedReviews again = read_reviews(file_of(scheduled_json(loaded), "again.json"));
    require(!has_errors(again.problems), "what was scheduled can't be read");
    require(again.histories.size() == loaded.histories.size(), "a history was lost");
}

std::vector<std::string> seeds() { return cut("tests/data/study/fsrs6_vectors.json", "/vectors", {0, 1, 2}); }

const Registered reviews({"reviews", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
