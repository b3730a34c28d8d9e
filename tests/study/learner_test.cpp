#include "study/learner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(LearnerSettings, TakesWhatMakesSense) {
    const LearnerSettings settings = learner_settings(
        R"({"retention": 7, "cards_a_day": -1, "new_a_day": 5, "kinds": ["nerve", "dance"], "deck": 3, "what": 1})");
    EXPECT_EQ(settings.retention, 0.9);
    EXPECT_EQ(settings.cards_a_day, 20);
    EXPECT_EQ(settings.new_a_day, 5);
    EXPECT_THAT(settings.kinds, testing::ElementsAre(QuestionKind::nerve));
    EXPECT_EQ(learner_settings("no JSON"), LearnerSettings{});
}

TEST(LearnerSettings, AreWrittenWithinTheirRanges) {
    LearnerSettings settings;
    settings.retention = 1.5;
    settings.cards_a_day = -3;
    settings.deck = "bad \xff text";
    const LearnerSettings back = learner_settings(to_json(settings));
    EXPECT_EQ(back.retention, most_retention);
    EXPECT_EQ(back.cards_a_day, 0);
    settings = {.retention = 0.8,
                .cards_a_day = 7,
                .new_a_day = 0,
                .kinds = {QuestionKind::action},
                .deck = "own",
                .own_muscles = {"soleus"},
                .first_lesson_done = true};
    EXPECT_EQ(learner_settings(to_json(settings)), settings);
}

}  // namespace
}  // namespace myomap
