#pragma once
// When a card is to be asked again: FSRS-6, to the last decimal as ts-fsrs 5.4.2 has it with fuzz off (it rounds what
// it keeps to eight decimals). Pure: the same answers give the same times; whoever asks has the clock.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/utc_time.h"

namespace myomap {

// How an answer went. The numbers are those of files.
enum class Grade { again = 1, hard, good, easy };

enum class StudyStage {
    fresh,       // never answered; "new" in files
    learning,    // within the first steps
    review,      // days or more between two answers
    relearning,  // forgotten, and within the steps after that
};
std::string_view to_text(StudyStage stage);  // "new", "learning"

inline constexpr std::size_t fsrs_weights = 21;
using FsrsWeights = std::array<double, fsrs_weights>;

inline constexpr FsrsWeights default_fsrs_weights{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                                  0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                                  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

struct FsrsParameters {
    FsrsWeights weights = default_fsrs_weights;  // finite; Fsrs keeps each within weight_ranges()
    double retention = 0.9;                      // the share that shall be remembered when asked; above 0, at most 1
    int maximum_interval = 36500;                // days, at least 1
    // Off: every answer is followed by at least a day, and answers of one day count as any others.
    bool short_term = true;
    // Used with short_term on; each at least a minute. From a day on a step is an interval: the card is in review.
    std::vector<std::chrono::minutes> learning_steps{std::chrono::minutes(1), std::chrono::minutes(10)};
    std::vector<std::chrono::minutes> relearning_steps{std::chrono::minutes(10)};
};

struct WeightRange {
    double low;
    double high;
};
// They depend on short_term; with several relearning steps also on weights 11, 13 and 14, so that those steps can't
// make a forgotten card stronger than it was.
std::array<WeightRange, fsrs_weights> weight_ranges(const FsrsParameters& parameters);

// A value; a card that was never answered is StudyCard{}.
struct StudyCard {
    StudyStage stage = StudyStage::fresh;
    double stability = 0;    // days after which nine of ten are remembered; 0.001 to 36500, 0 for a fresh card
    double difficulty = 0;   // 1 to 10, 0 for a fresh card
    int step = 0;            // of the learning or relearning steps
    int scheduled_days = 0;  // from the last answer to `due`; 0 within steps
    int reps = 0;            // answers so far
    int lapses = 0;          // how often it was forgotten
    UtcTime due{};           // of no meaning for a fresh card
    std::optional<UtcTime> last_review;

    bool operator==(const StudyCard&) const = default;
};

class Fsrs {
public:
    explicit Fsrs(FsrsParameters parameters);

    // With the weights that are in use: kept within their ranges.
    const FsrsParameters& parameters() const { return parameters_; }

    // The card after an answer at that moment. What counts between two answers is whole UTC calendar days; where the
    // clock was set back there were none.
    StudyCard review(const StudyCard& card, Grade grade, UtcTime at) const;

    // How likely it is that the card is remembered on that day, 0 to 1; nothing for a fresh one.
    std::optional<double> retrievability(const StudyCard& card, UtcTime at) const;

private:
    FsrsParameters parameters_;
    double decay_;              // below 0
    double factor_;             // so that stability is the day of 0.9
    double interval_modifier_;  // days for each day of stability, at the desired retention

    struct Memory {
        double stability;
        double difficulty;
    };
    double recall_after(int days, double stability) const;
    double first_difficulty(Grade grade) const;
    double next_difficulty(double difficulty, Grade grade) const;
    double stability_when_recalled(const Memory& memory, double recall, Grade grade) const;
    double stability_when_forgotten(const Memory& memory, double recall) const;
    double stability_same_day(double stability, Grade grade) const;
    Memory memory_after(const StudyCard& card, int days, Grade grade) const;
    int interval(double stability) const;
    int review_interval(const StudyCard& card, int days, Grade grade) const;
    int interval_without_steps(const StudyCard& card, int days, Grade grade) const;
    void put_on_steps(StudyCard& card, StudyStage before, Grade grade, UtcTime at) const;
};

}  // namespace myomap
