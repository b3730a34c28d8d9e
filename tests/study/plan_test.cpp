#include "study/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const UtcTime now = *utc_time("2026-03-02T10:00:00Z"), day_ends = *utc_time("2026-03-03T00:00:00Z");

CardKey paint(const char* of) { return {QuestionKind::paint_zone, of}; }
CardKey locate(const char* of) { return {QuestionKind::locate_point, of}; }

StudyCard card(StudyStage stage, std::chrono::minutes from_now) {
    StudyCard one;
    one.stage = stage;
    one.due = now + from_now;
    one.stability = 5;
    one.difficulty = 5;
    one.last_review = now - std::chrono::days(5);
    return one;
}

std::vector<CardKey> planned(const std::vector<CardKey>& deck, const CardStates& states, const DoneToday& done = {},
                             PlanLimits limits = {}) {
    return plan_of(deck, states, done, limits, now, day_ends).cards;
}

TEST(Plan, AsksWhatIsWithinItsStepsThenWhatIsDueThenWhatIsNew) {
    const std::vector deck{paint("new"), paint("late"), paint("later"), paint("step"), paint("tomorrow")};
    const CardStates states{{to_text(paint("late")), card(StudyStage::review, -std::chrono::days(3))},
                            {to_text(paint("later")), card(StudyStage::review, std::chrono::hours(5))},
                            {to_text(paint("step")), card(StudyStage::learning, -std::chrono::minutes(1))},
                            {to_text(paint("tomorrow")), card(StudyStage::review, std::chrono::hours(20))}};
    EXPECT_THAT(planned(deck, states), ElementsAre(paint("step"), paint("late"), paint("later"), paint("new")));
}

TEST(Plan, AsksOneCardOfAPatternADay) {
    const std::vector deck{paint("a"), locate("a"), paint("b")};
    EXPECT_THAT(planned(deck, {}), ElementsAre(paint("a"), paint("b")));
    EXPECT_THAT(planned(deck, {}, {{to_text(locate("b"))}, 1}), ElementsAre(paint("a")));
    const CardStates both_due{{to_text(paint("a")), card(StudyStage::review, std::chrono::hours(0))},
                              {to_text(locate("a")), card(StudyStage::review, -std::chrono::hours(30))}};
    const Plan plan = plan_of(deck, both_due, {}, {}, now, day_ends);
    EXPECT_THAT(plan.cards, ElementsAre(locate("a"), paint("b")));
    EXPECT_EQ(plan.later, 1);
}

TEST(Plan, KeepsTheLimitsOfTheDay) {
    const std::vector deck{paint("a"), paint("b"), paint("c"), paint("d")};
    EXPECT_EQ(planned(deck, {}, {}, {20, 2}).size(), 2u);
    EXPECT_EQ(planned(deck, {}, {{"paint_zone:x"}, 1}, {20, 2}).size(), 1u);
    EXPECT_EQ(planned(deck, {}, {{"paint_zone:x", "paint_zone:y"}, 0}, {3, 8}).size(), 1u);
    const Plan full = plan_of(deck, {}, {{"paint_zone:x", "paint_zone:y"}, 0}, {2, 8}, now, day_ends);
    EXPECT_THAT(full.cards, IsEmpty());
    EXPECT_TRUE(full.limit_reached);
}

TEST(Plan, FinishesWhatWasBegunTodayBeyondTheLimit) {
    const std::vector deck{paint("a")};
    const CardStates states{{to_text(paint("a")), card(StudyStage::learning, -std::chrono::minutes(1))}};
    EXPECT_THAT(planned(deck, states, {{to_text(paint("a"))}, 1}, {1, 1}), ElementsAre(paint("a")));
}

TEST(Plan, BringsStepsForwardWhenNothingElseIsLeft) {
    const std::vector deck{paint("a"), paint("b")};
    const CardStates soon{{to_text(paint("a")), card(StudyStage::learning, std::chrono::minutes(8))}};
    EXPECT_THAT(planned(deck, soon, {{to_text(paint("a"))}, 1}), ElementsAre(paint("b")));
    EXPECT_THAT(planned({paint("a")}, soon, {{to_text(paint("a"))}, 1}), ElementsAre(paint("a")));
    const CardStates late{{to_text(paint("a")), card(StudyStage::learning, std::chrono::minutes(50))}};
    const Plan plan = plan_of(std::vector{paint("a")}, late, {{to_text(paint("a"))}, 1}, {}, now, day_ends);
    EXPECT_THAT(plan.cards, IsEmpty());
    EXPECT_EQ(plan.next_step, now + std::chrono::minutes(50));
}

TEST(Plan, CountsADeck) {
    const std::vector deck{paint("a"), paint("b"), paint("c")};
    const CardStates states{{to_text(paint("a")), card(StudyStage::review, -std::chrono::hours(1))},
                            {to_text(paint("b")), card(StudyStage::review, std::chrono::days(3))}};
    const DeckCount count = count_of(deck, states, day_ends);
    EXPECT_EQ(count.fresh, 1);
    EXPECT_EQ(count.due, 1);
}

TEST(Plan, KnowsTheWeakest) {
    CardStates states{{to_text(paint("a")), card(StudyStage::review, std::chrono::days(3))},
                      {to_text(paint("b")), card(StudyStage::review, std::chrono::days(3))}};
    states[to_text(paint("b"))].stability = 1;
    const std::vector deck{paint("a"), paint("b"), paint("c")};
    EXPECT_THAT(weakest_of(deck, states, Fsrs({}), now, 5), ElementsAre(paint("b"), paint("a")));
    EXPECT_THAT(weakest_of(deck, states, Fsrs({}), now, 1), ElementsAre(paint("b")));
}

}  // namespace
}  // namespace myomap
