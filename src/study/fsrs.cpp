#include "study/fsrs.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace myomap {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr double least_stability = 0.001, most_stability = 36500;
constexpr double least_first_stability = 0.1, most_first_stability = 100;
constexpr double least_difficulty = 1, most_difficulty = 10;

// Halves upwards, as JavaScript rounds; std::round goes away from 0, and adding 0.5 first loses the last bit.
double whole(double x) {
    const double below = std::floor(x);
    return x - below >= 0.5 ? below + 1 : below;
}

// What the reference keeps of every number that it goes on with. Without it long histories drift apart.
double to_8_decimals(double x) { return whole(x * 1e8) / 1e8; }

// The reference's: where the two ends have changed places the upper one wins.
double kept_within(double x, double low, double high) { return std::min(std::max(x, low), high); }

int number(Grade grade) { return static_cast<int>(grade); }

// The step that follows an answer, as the reference's basic strategy has it.
struct Step {
    minutes wait{0};  // none: the steps are over
    int index = 0;
};

Step next_step(const std::vector<minutes>& steps, StudyStage before, int index, Grade grade) {
    const auto count = static_cast<int>(steps.size());
    if (index < 0 || index >= count) return {};
    const auto at = [&](int i) { return steps[static_cast<std::size_t>(i)]; };
    if (before == StudyStage::review) return grade == Grade::again ? Step{at(index), 0} : Step{};
    switch (grade) {
        case Grade::again:
            return {at(0), 0};
        case Grade::hard: {
            // Between the first two steps, or half as long again where there is one, whichever step it is.
            const double wait = count == 1 ? 1.5 * static_cast<double>(at(0).count())
                                           : static_cast<double>((at(0) + at(1)).count()) / 2;
            return {minutes(static_cast<minutes::rep>(whole(wait))), index};
        }
        case Grade::good:
            return index + 1 < count ? Step{at(index + 1), index + 1} : Step{};
        case Grade::easy:
            break;
    }
    return {};
}

}  // namespace

std::string_view to_text(StudyStage stage) {
    switch (stage) {
        case StudyStage::fresh:
            return "new";
        case StudyStage::learning:
            return "learning";
        case StudyStage::review:
            return "review";
        case StudyStage::relearning:
            return "relearning";
    }
    return "";
}

std::array<WeightRange, fsrs_weights> weight_ranges(const FsrsParameters& parameters) {
    constexpr WeightRange first{least_stability, most_first_stability};
    double steepest_same_day = 2;
    std::array<WeightRange, fsrs_weights> ranges{{first,
                                                  first,
                                                  first,
                                                  first,
                                                  {1, 10},
                                                  {0.001, 4},
                                                  {0.001, 4},
                                                  {0.001, 0.75},
                                                  {0, 4.5},
                                                  {0, 0.8},
                                                  {0.001, 3.5},
                                                  {0.001, 5},
                                                  {0.001, 0.25},
                                                  {0.001, 0.9},
                                                  {0, 4},
                                                  {0, 1},
                                                  {1, 6},
                                                  {0, steepest_same_day},
                                                  {0, steepest_same_day},
                                                  {parameters.short_term ? 0.01 : 0, 0.8},
                                                  {0.1, 0.8}}};
    if (parameters.relearning_steps.size() > 1) {
        const auto within = [&](std::size_t i) {
            return kept_within(parameters.weights[i], ranges[i].low, ranges[i].high);
        };
        const double room = -(std::log(within(11)) + std::log(std::pow(2, within(13)) - 1) + 0.3 * within(14)) /
                            static_cast<double>(parameters.relearning_steps.size());
        steepest_same_day = kept_within(to_8_decimals(std::sqrt(std::max(room, 0.0))), 0.01, steepest_same_day);
        ranges[17].high = ranges[18].high = steepest_same_day;
    }
    return ranges;
}

Fsrs::Fsrs(FsrsParameters parameters) : parameters_(std::move(parameters)) {
    const auto ranges = weight_ranges(parameters_);
    for (std::size_t i = 0; i < fsrs_weights; ++i)
        parameters_.weights[i] = kept_within(parameters_.weights[i], ranges[i].low, ranges[i].high);
    decay_ = -parameters_.weights[20];
    factor_ = to_8_decimals(std::exp(std::log(0.9) / decay_) - 1);
    interval_modifier_ = to_8_decimals((std::pow(parameters_.retention, 1 / decay_) - 1) / factor_);
}

double Fsrs::recall_after(int days, double stability) const {
    return to_8_decimals(std::pow(1 + factor_ * days / stability, decay_));
}

std::optional<double> Fsrs::retrievability(const StudyCard& card, UtcTime at) const {
    if (card.stage == StudyStage::fresh || !card.last_review) return {};
    return recall_after(std::max(0, utc_days_between(*card.last_review, at)),
                        std::max(card.stability, least_stability));
}

// Not kept within 1 to 10: an easy first answer is also what difficulties go back to.
double Fsrs::first_difficulty(Grade grade) const {
    const FsrsWeights& w = parameters_.weights;
    return to_8_decimals(w[4] - std::exp((number(grade) - 1) * w[5]) + 1);
}

double Fsrs::next_difficulty(double difficulty, Grade grade) const {
    const FsrsWeights& w = parameters_.weights;
    const double change = to_8_decimals(-w[6] * (number(grade) - 3) * (10 - difficulty) / 9);
    const double next = to_8_decimals(w[7] * first_difficulty(Grade::easy) + (1 - w[7]) * (difficulty + change));
    return kept_within(next, least_difficulty, most_difficulty);
}

double Fsrs::stability_when_recalled(const Memory& memory, double recall, Grade grade) const {
    const FsrsWeights& w = parameters_.weights;
    const double by_grade = grade == Grade::hard ? w[15] : grade == Grade::easy ? w[16] : 1;
    const double growth = std::exp(w[8]) * (11 - memory.difficulty) * std::pow(memory.stability, -w[9]) *
                          (std::exp((1 - recall) * w[10]) - 1) * by_grade;
    return to_8_decimals(kept_within(memory.stability * (1 + growth), least_stability, most_stability));
}

double Fsrs::stability_when_forgotten(const Memory& memory, double recall) const {
    const FsrsWeights& w = parameters_.weights;
    const double left =
        to_8_decimals(kept_within(w[11] * std::pow(memory.difficulty, -w[12]) *
                                      (std::pow(memory.stability + 1, w[13]) - 1) * std::exp((1 - recall) * w[14]),
                                  least_stability, most_stability));
    // Never more than before, less what the steps that follow will give back.
    const double given_back = parameters_.short_term ? std::exp(w[17] * w[18]) : 1;
    return kept_within(to_8_decimals(memory.stability / given_back), least_stability, left);
}

double Fsrs::stability_same_day(double stability, Grade grade) const {
    const FsrsWeights& w = parameters_.weights;
    const double change = std::pow(stability, -w[19]) * std::exp(w[17] * (number(grade) - 3 + w[18]));
    return to_8_decimals(kept_within(stability * (grade == Grade::again ? change : std::max(change, 1.0)),
                                     least_stability, most_stability));
}

Fsrs::Memory Fsrs::memory_after(const StudyCard& card, int days, Grade grade) const {
    if (card.stage == StudyStage::fresh)
        return {std::max(parameters_.weights[static_cast<std::size_t>(number(grade) - 1)], least_first_stability),
                kept_within(first_difficulty(grade), least_difficulty, most_difficulty)};
    // A card that some other program wrote may lie outside, where powers and logarithms give nothing.
    const Memory before{kept_within(card.stability, least_stability, most_stability),
                        kept_within(card.difficulty, least_difficulty, most_difficulty)};
    const double difficulty = next_difficulty(before.difficulty, grade);
    if (days == 0 && parameters_.short_term) return {stability_same_day(before.stability, grade), difficulty};
    const double recall = recall_after(days, before.stability);
    return {grade == Grade::again ? stability_when_forgotten(before, recall)
                                  : stability_when_recalled(before, recall, grade),
            difficulty};
}

int Fsrs::interval(double stability) const {
    return static_cast<int>(std::min(std::max(1.0, whole(stability * interval_modifier_)),
                                     static_cast<double>(parameters_.maximum_interval)));
}

// Better answers wait longer by a day at least, so an interval may lie up to three days above the maximum: that too is
// the reference's.
int Fsrs::review_interval(const StudyCard& card, int days, Grade grade) const {
    const auto of = [&](Grade each) { return interval(memory_after(card, days, each).stability); };
    const int hard = std::min(of(Grade::hard), of(Grade::good));
    if (grade == Grade::hard) return hard;
    const int good = std::max(of(Grade::good), hard + 1);
    return grade == Grade::good ? good : std::max(of(Grade::easy), good + 1);
}

int Fsrs::interval_without_steps(const StudyCard& card, int days, Grade grade) const {
    const auto of = [&](Grade each) { return interval(memory_after(card, days, each).stability); };
    int wait = std::min(of(Grade::again), of(Grade::hard));
    for (const Grade each : {Grade::hard, Grade::good, Grade::easy})
        if (each <= grade) wait = std::max(of(each), wait + 1);
    return wait;
}

void Fsrs::put_on_steps(StudyCard& card, StudyStage before, Grade grade, UtcTime at) const {
    const bool first = before == StudyStage::fresh || before == StudyStage::learning;
    const Step step =
        next_step(first ? parameters_.learning_steps : parameters_.relearning_steps, before, card.step, grade);
    card.step = step.index;
    if (step.wait > minutes(0)) {
        card.scheduled_days = static_cast<int>(std::chrono::floor<days>(step.wait).count());
        card.due = at + step.wait;
    } else {
        card.scheduled_days = interval(card.stability);
        card.due = at + days(card.scheduled_days);
    }
    const bool within_steps = step.wait > minutes(0) && step.wait < days(1);
    card.stage = !within_steps ? StudyStage::review : first ? StudyStage::learning : StudyStage::relearning;
}

StudyCard Fsrs::review(const StudyCard& card, Grade grade, UtcTime at) const {
    const bool fresh = card.stage == StudyStage::fresh;
    const int days_since = fresh || !card.last_review ? 0 : std::max(0, utc_days_between(*card.last_review, at));
    const Memory memory = memory_after(card, days_since, grade);
    StudyCard next = card;
    next.stability = memory.stability;
    next.difficulty = memory.difficulty;
    next.last_review = at;
    ++next.reps;
    // Without steps there is no learning: a card that an earlier choice left there is asked as any other.
    const bool forgotten =
        grade == Grade::again && (card.stage == StudyStage::review || (!parameters_.short_term && !fresh));
    if (forgotten) ++next.lapses;
    if (parameters_.short_term && (card.stage != StudyStage::review || forgotten)) {
        put_on_steps(next, card.stage, grade, at);
        return next;
    }
    next.stage = StudyStage::review;
    next.step = 0;
    next.scheduled_days = parameters_.short_term ? review_interval(card, days_since, grade)
                                                 : interval_without_steps(card, days_since, grade);
    next.due = at + days(next.scheduled_days);
    return next;
}

}  // namespace myomap
