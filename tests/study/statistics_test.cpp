#include "study/statistics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/local_day.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::ElementsAre;

// A Wednesday; at noon, so that every time zone of the tests agrees on the day.
const UtcTime now = *utc_time("2026-03-04T12:00:00Z");

KeptReview review(const char* card, Grade grade, int days_ago, StudyStage before = StudyStage::review, int since = 3) {
    return {.card = card,
            .grade = grade,
            .at = now - std::chrono::days(days_ago),
            .took = std::chrono::minutes(1),
            .before = before,
            .days = since};
}

StudyCard card(int due_in_days, int lapses = 0, double stability = 10) {
    StudyCard one;
    one.stage = StudyStage::review;
    one.due = now + std::chrono::days(due_in_days);
    one.lapses = lapses;
    one.stability = stability;
    one.difficulty = 5;
    one.last_review = now - std::chrono::days(2);
    return one;
}

TEST(Days, AreOfTheCalendar) {
    EXPECT_EQ(date_of_day(local_day(now)), "2026-03-04");
    EXPECT_EQ(weekday(local_day(now)), 2);
    const int day = local_day(now);
    EXPECT_LE(begin_of_day(day), now);
    EXPECT_GT(begin_of_day(day + 1), now);
    EXPECT_EQ(local_day(begin_of_day(day)), day);
    EXPECT_EQ(local_day(begin_of_day(day + 1) - std::chrono::milliseconds(1)), day);
}

TEST(StudyFigures, OfNothingAreNothing) {
    const StudyFigures figures = figures_of({}, {}, now);
    EXPECT_EQ(figures.reviews, 0);
    EXPECT_EQ(figures.days, 0);
    EXPECT_FALSE(figures.retention_of_month);
    EXPECT_FALSE(figures.mean_zone_score);
    EXPECT_TRUE(figures.retention.empty());
}

TEST(StudyFigures, ForecastWhatIsDue) {
    const CardStates states{{"nerve:a", card(-3)}, {"nerve:b", card(0)}, {"nerve:c", card(5)}, {"nerve:d", card(40)}};
    const StudyFigures figures = figures_of({}, states, now);
    EXPECT_EQ(figures.due[0], 2) << "what is overdue is due today";
    EXPECT_EQ(figures.due[5], 1);
    EXPECT_EQ(figures.cards_begun, 4);
}

TEST(StudyFigures, CountRetentionOfWhatWasLearnedBeforeOnly) {
    const std::vector reviews{
        review("nerve:a", Grade::again, 40),
        review("nerve:a", Grade::good, 10),
        review("nerve:b", Grade::again, 3),
        review("nerve:c", Grade::hard, 2),
        review("nerve:d", Grade::again, 2, StudyStage::fresh, 0),     // new
        review("nerve:e", Grade::again, 1, StudyStage::learning, 0),  // within its steps
        review("nerve:f", Grade::again, 1, StudyStage::review, 0),    // on the same day
    };
    const StudyFigures figures = figures_of(reviews, {}, now);
    ASSERT_TRUE(figures.retention_of_month);
    EXPECT_FLOAT_EQ(*figures.retention_of_month, 2.f / 3);
    ASSERT_EQ(figures.retention.size(), 3u) << "weeks without an answer are left out";
    EXPECT_FLOAT_EQ(figures.retention.front().share, 0);
    EXPECT_FLOAT_EQ(figures.retention[1].share, 1);
    EXPECT_FLOAT_EQ(figures.retention.back().share, 0.5f);
    EXPECT_EQ(figures.retention.back().day, local_day(now));
}

TEST(StudyFigures, CountDaysMinutesKindsAndScores) {
    std::vector reviews{review("paint_zone:a/b", Grade::good, 9), review("nerve:a", Grade::again, 2),
                        review("nerve:b", Grade::good, 2), review("nerve:c", Grade::good, 0)};
    reviews[0].score = 0.8f;
    const StudyFigures figures = figures_of(reviews, {}, now);
    EXPECT_EQ(figures.days, 10);
    EXPECT_EQ(figures.days_with_review, 3);
    EXPECT_FLOAT_EQ(figures.minutes_a_day, 4.f / 3);
    EXPECT_FLOAT_EQ(*figures.mean_zone_score, 0.8f);
    ASSERT_EQ(figures.kinds.size(), 2u);
    EXPECT_EQ(figures.kinds[0].kind, QuestionKind::paint_zone);
    EXPECT_FLOAT_EQ(figures.kinds[1].right, 2.f / 3);
    // Wednesday of the last of five weeks.
    EXPECT_EQ(figures.calendar[28 + 2], 1);
    EXPECT_EQ(figures.calendar[28 + 0], 2);
    EXPECT_EQ(figures.calendar[28 + 3], -1) << "tomorrow";
    EXPECT_EQ(weekday(figures.first_of_calendar), 0);
}

TEST(StudyFigures, KnowWhatKeepsGoingWrong) {
    const CardStates states{{"nerve:a", card(1, 3)}, {"nerve:b", card(1, 4)}, {"nerve:c", card(1, 6)}};
    const StudyFigures figures = figures_of({}, states, now);
    EXPECT_THAT(figures.leeches, ElementsAre(CardKey{QuestionKind::nerve, "c"}, CardKey{QuestionKind::nerve, "b"}));
    EXPECT_THAT(figures.lapses, ElementsAre(6, 4));
}

TEST(KnownMuscles, TakeTheirWeakestCard) {
    const Fsrs fsrs{FsrsParameters{}};
    const CardStates states{{"nerve:soleus", card(1, 0, 100)},
                            {"paint_zone:soleus/TrP1", card(1, 0, 1)},
                            {"nerve:nobody", card(1)},
                            {"nerve:masseter_deep", card(1, 0, 100)}};
    const auto known = known_muscles(test::atlas(), states, fsrs, now);
    ASSERT_EQ(known.size(), 2u);
    EXPECT_LT(known.at(*test::atlas().find_muscle("soleus")), 0.9f);
    EXPECT_GT(known.at(*test::atlas().find_muscle("masseter_deep")), 0.95f);
    const std::vector<CardKey> deck{{QuestionKind::nerve, "masseter_deep"}, {QuestionKind::nerve, "temporalis"}};
    EXPECT_NEAR(known_share(deck, states, fsrs, now), 0.5f, 0.03f) << "what was never answered is not known";
}

TEST(KnownMuscles, WhatIsBeingLearnedIsHalfKnown) {
    const Fsrs fsrs{FsrsParameters{}};
    const StudyCard failed = fsrs.review({}, Grade::again, now);
    EXPECT_EQ(fsrs.retrievability(failed, now), 1) << "it was just shown";
    EXPECT_FLOAT_EQ(*recall_of(failed, fsrs, now), 0.5f);
    EXPECT_FALSE(recall_of({}, fsrs, now));
}

}  // namespace
}  // namespace myomap
