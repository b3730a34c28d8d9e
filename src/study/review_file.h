#pragma once
// Histories of answers as a JSON file, and the same file with what FSRS makes of them: for researchers, and for proof.
// The form is that of tests/data/study/fsrs6_vectors.json: `vectors`, each with `parameters` (as ts-fsrs names them;
// what is missing has its usual value) and `reviews` with `rating`, 1 to 4, and `at`, UTC. What else stands there is
// kept.

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "study/fsrs.h"

namespace myomap {

inline constexpr std::size_t most_reviews = 200'000;  // in one file
inline constexpr std::size_t most_histories = 100'000;
inline constexpr std::size_t most_steps_of_learning = 100;

struct GivenAnswer {
    Grade grade = Grade::again;
    UtcTime at{};
};

// Of one card, from when it was new.
struct ReviewHistory {
    FsrsParameters parameters;
    std::vector<GivenAnswer> answers;
};

struct LoadedReviews {
    std::vector<ReviewHistory> histories;  // as many, and in the order, as in the file where there is no error
    Problems problems;  // warnings, each once: an unknown parameter, a weight out of range, a clock set back
    std::string text;   // of the file
};

// Never throws for a bad file.
LoadedReviews read_reviews(const std::filesystem::path& file);

// The file as it was read, but for `after` in every review, which is made anew; two blanks a level. Only for a file
// without errors: one wrong answer makes all that follow it wrong.
std::string scheduled_json(const LoadedReviews& reviews);

}  // namespace myomap
