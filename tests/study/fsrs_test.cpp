#include "study/fsrs.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "study/vectors.h"

namespace myomap {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const UtcTime start = *utc_time("2026-01-05T09:00:00Z");

void expect_near(double got, double expected, const std::string& what) {
    EXPECT_NEAR(got, expected, 1e-6 * std::max(1.0, std::abs(expected))) << what;
}

minutes step_of(const std::string& text) {  // "10m" is all there is
    return minutes(std::stoi(text));
}

FsrsParameters parameters_of(const json& of) {
    FsrsParameters parameters;
    parameters.weights = of["w"].get<FsrsWeights>();
    parameters.retention = of["request_retention"];
    parameters.maximum_interval = of["maximum_interval"];
    parameters.short_term = of["enable_short_term"];
    parameters.learning_steps.clear();
    for (const json& step : of["learning_steps"]) parameters.learning_steps.push_back(step_of(step));
    parameters.relearning_steps.clear();
    for (const json& step : of["relearning_steps"]) parameters.relearning_steps.push_back(step_of(step));
    return parameters;
}

TEST(Fsrs, GivesTheVectors) {
    int reviews = 0;
    for (const json& vector : test::vectors()["vectors"]) {
        const Fsrs fsrs(parameters_of(vector["parameters"]));
        StudyCard card;
        for (const json& review : vector["reviews"]) {
            const std::string what = vector["id"].get<std::string>() + " " + review["at"].get<std::string>();
            const UtcTime at = *utc_time(review["at"].get<std::string>());
            const auto recall = fsrs.retrievability(card, at);
            ASSERT_EQ(recall.has_value(), !review["retrievability_before"].is_null()) << what;
            if (recall) expect_near(*recall, review["retrievability_before"], what);
            card = fsrs.review(card, static_cast<Grade>(review["rating"].get<int>()), at);
            const json& after = review["after"];
            EXPECT_EQ(to_text(card.stage), after["state"].get<std::string>()) << what;
            expect_near(card.stability, after["stability"], what);
            expect_near(card.difficulty, after["difficulty"], what);
            EXPECT_EQ(card.step, after["step"]) << what;
            EXPECT_EQ(card.scheduled_days, after["scheduled_days"]) << what;
            EXPECT_EQ(to_text(card.due), after["due"].get<std::string>()) << what;
            EXPECT_EQ(card.reps, after["reps"]) << what;
            EXPECT_EQ(card.lapses, after["lapses"]) << what;
            EXPECT_EQ(card.last_review, at);
            ++reviews;
        }
    }
    EXPECT_EQ(reviews, 67);
}

// One answer from a given memory, with and without the formula for answers of one day.
TEST(Fsrs, GivesTheModelPoints) {
    ASSERT_GT(test::vectors()["model_points"].size(), 20u);
    for (const json& point : test::vectors()["model_points"]) {
        StudyCard card;
        card.stage = StudyStage::review;
        card.stability = point["s"];
        card.difficulty = point["d"];
        card.last_review = start;
        const UtcTime at = start + days(point["t"].get<int>());
        for (const bool short_term : {true, false}) {
            FsrsParameters parameters;
            parameters.short_term = short_term;
            const Fsrs fsrs(parameters);
            const StudyCard next = fsrs.review(card, static_cast<Grade>(point["rating"].get<int>()), at);
            const json& expected = point[short_term ? "short_term" : "long_term"];
            expect_near(*fsrs.retrievability(card, at), point["r"], point.dump());
            expect_near(next.stability, expected["s"], point.dump());
            expect_near(next.difficulty, expected["d"], point.dump());
        }
    }
}

TEST(Fsrs, WeightsAreKeptWithinTheirRanges) {
    const json& expected = test::vectors()["clamp_ranges"];
    const auto ranges = weight_ranges({});
    for (std::size_t i = 0; i < fsrs_weights; ++i) {
        EXPECT_EQ(ranges[i].low, expected[i][0]) << i;
        EXPECT_EQ(ranges[i].high, expected[i][1]) << i;
    }
    FsrsParameters wild;
    wild.weights.fill(1000);
    EXPECT_EQ(Fsrs(wild).parameters().weights[4], 10);
    wild.weights.fill(-1000);
    EXPECT_EQ(Fsrs(wild).parameters().weights[19], 0.01);
    wild.short_term = false;
    EXPECT_EQ(Fsrs(wild).parameters().weights[19], 0);
    EXPECT_EQ(Fsrs({}).parameters().weights, default_fsrs_weights);
}

TEST(Fsrs, SeveralRelearningStepsHoldTheSameDayWeights) {
    FsrsParameters parameters;
    parameters.weights[17] = parameters.weights[18] = 2;
    parameters.relearning_steps = {minutes(10), minutes(20)};
    const double most = weight_ranges(parameters)[17].high;
    EXPECT_NEAR(most, 0.60045935, 1e-8);  // as ts-fsrs has it
    EXPECT_EQ(Fsrs(parameters).parameters().weights[18], most);
    parameters.relearning_steps.pop_back();
    EXPECT_EQ(Fsrs(parameters).parameters().weights[18], 2);
}

// What ts-fsrs does beyond the vectors: read in its source, and compared with it over 60,000 answers of random
// histories with random parameters when this was written.
TEST(Fsrs, StepsOfADayAndMoreAreIntervals) {
    FsrsParameters parameters;
    parameters.learning_steps = {minutes(10), days(1), days(3)};
    const Fsrs fsrs(parameters);
    StudyCard card = fsrs.review({}, Grade::hard, start);
    EXPECT_EQ(card.due, start + minutes(725));  // half of both steps
    EXPECT_EQ(card.stage, StudyStage::learning);
    card = fsrs.review(card, Grade::good, card.due);
    EXPECT_EQ(card.stage, StudyStage::review);
    EXPECT_EQ(card.scheduled_days, 1);
    EXPECT_EQ(card.step, 1);
}

TEST(Fsrs, OneStepIsHalfAsLongAgainWhenHard) {
    FsrsParameters parameters;
    parameters.learning_steps = {minutes(15)};
    EXPECT_EQ(Fsrs(parameters).review({}, Grade::hard, start).due, start + minutes(23));  // 22.5
}

TEST(Fsrs, WithoutStepsDaysFollowAtOnce) {
    FsrsParameters parameters;
    parameters.learning_steps.clear();
    parameters.relearning_steps.clear();
    const Fsrs fsrs(parameters);
    StudyCard card = fsrs.review({}, Grade::good, start);
    EXPECT_EQ(card.stage, StudyStage::review);
    EXPECT_EQ(card.due, start + days(2));
    card = fsrs.review(card, Grade::again, card.due);
    EXPECT_EQ(card.stage, StudyStage::review);
    EXPECT_EQ(card.lapses, 1);
    EXPECT_GE(card.scheduled_days, 1);
}

TEST(Fsrs, DaysAreThoseOfTheUtcCalendar) {
    const Fsrs fsrs({});
    const StudyCard card = fsrs.review({}, Grade::easy, *utc_time("2026-01-05T23:59:00Z"));
    // Two minutes later it is another day, so the answer counts as one after a day and not as one of the same day.
    EXPECT_LT(*fsrs.retrievability(card, *utc_time("2026-01-06T00:01:00Z")), 1);
    EXPECT_EQ(*fsrs.retrievability(card, *utc_time("2026-01-05T23:59:59Z")), 1);
}

TEST(Fsrs, AClockSetBackCountsNoDay) {
    for (const bool short_term : {true, false}) {
        FsrsParameters parameters;
        parameters.short_term = short_term;
        const Fsrs fsrs(parameters);
        const StudyCard card = fsrs.review({}, Grade::easy, start);
        const StudyCard same_day = fsrs.review(card, Grade::good, start);
        const UtcTime before = start - days(400) - hours(3);
        const StudyCard back = fsrs.review(card, Grade::good, before);
        EXPECT_EQ(*fsrs.retrievability(card, before), 1);
        EXPECT_EQ(back.stability, same_day.stability);
        EXPECT_EQ(back.scheduled_days, same_day.scheduled_days);
        EXPECT_GE(back.scheduled_days, 1);
        EXPECT_EQ(back.due, before + days(back.scheduled_days));
    }
}

TEST(Fsrs, StaysInRangeWhateverIsAnswered) {
    unsigned state = 7;
    const auto random = [&](unsigned below) {
        state = state * 1664525 + 1013904223;
        return static_cast<int>((state >> 8) % below);
    };
    for (const double retention : {1e-9, 0.5, 0.9, 1.0})
        for (const bool short_term : {true, false}) {
            FsrsParameters parameters;
            parameters.retention = retention;
            parameters.short_term = short_term;
            const Fsrs fsrs(parameters);
            StudyCard card;
            UtcTime at = start;
            for (int i = 0; i < 2000; ++i) {
                card = fsrs.review(card, static_cast<Grade>(1 + random(4)), at);
                ASSERT_GE(card.stability, 0.001);
                ASSERT_LE(card.stability, 36500);
                ASSERT_GE(card.difficulty, 1);
                ASSERT_LE(card.difficulty, 10);
                ASSERT_GT(card.due, at);
                ASSERT_LE(card.scheduled_days, 36503);
                at += hours(random(90));
            }
        }
}

TEST(Fsrs, ADamagedCardIsMended) {
    StudyCard card;
    card.stage = StudyStage::review;  // of no stability, difficulty or last answer
    card.step = -4;
    const StudyCard next = Fsrs({}).review(card, Grade::again, start);
    EXPECT_GE(next.stability, 0.001);
    EXPECT_GE(next.difficulty, 1);
    EXPECT_GE(next.step, 0);
}

}  // namespace
}  // namespace myomap
