#include "study/progress.h"

#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/progress_file.h"

namespace myomap {
namespace {

using test::answer;
using test::failure;
using test::ProgressFile;
using test::start;
using testing::HasSubstr;

TEST_F(ProgressFile, KeepsAnswersAndTheCardsTheyMake) {
    const Fsrs fsrs{FsrsParameters{}};
    StudyCard expected;
    {
        Progress progress(file());
        const Learner lea = progress.add_learner("Léa", start);
        for (const int day : {0, 1, 4}) {
            const UtcTime at = start + std::chrono::days(day);
            expected = fsrs.review(expected, Grade::good, at);
            EXPECT_EQ(progress.keep(lea.id, answer("paint_zone:a/b", Grade::good, at)).card, expected);
        }
    }
    const Progress again(file());
    const std::vector<Learner> learners = again.learners();
    ASSERT_EQ(learners.size(), 1u);
    EXPECT_EQ(learners[0].name, "Léa");
    EXPECT_EQ(learners[0].since, start);
    const CardStates cards = again.cards(learners[0].id);
    ASSERT_EQ(cards.size(), 1u);
    EXPECT_EQ(cards.at("paint_zone:a/b"), expected);
    const auto reviews = again.reviews(learners[0].id);
    ASSERT_EQ(reviews.size(), 3u);
    EXPECT_EQ(reviews[0].before, StudyStage::fresh);
    EXPECT_EQ(reviews[2].days, 3);
    EXPECT_EQ(reviews[2].took, std::chrono::seconds(7));
    EXPECT_EQ(again.reviews(learners[0].id, start + std::chrono::days(1)).size(), 2u);
    struct stat status {};
    ASSERT_EQ(stat(file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(ProgressFile, AnAnswerKeptTwiceIsThereOnce) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    const Review review = answer("nerve:a", Grade::good, start);
    const auto first = progress.keep(one.id, review), second = progress.keep(one.id, review);
    EXPECT_EQ(first.review, second.review);
    EXPECT_EQ(first.card, second.card);
    EXPECT_EQ(progress.reviews(one.id).size(), 1u);
}

TEST_F(ProgressFile, AnotherGradeMakesTheCardAnew) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    const auto kept = progress.keep(one.id, answer("nerve:a", Grade::again, start + std::chrono::minutes(10)));
    const Fsrs fsrs{FsrsParameters{}};
    const StudyCard expected =
        fsrs.review(fsrs.review({}, Grade::good, start), Grade::easy, start + std::chrono::minutes(10));
    EXPECT_EQ(progress.regrade(kept.review, Grade::easy), expected);
    EXPECT_EQ(progress.cards(one.id).at("nerve:a"), expected);
    EXPECT_EQ(progress.reviews(one.id).back().grade, Grade::easy);
}

TEST_F(ProgressFile, AnAnswerTakenBackWasNeverGiven) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    const auto first = progress.keep(one.id, answer("nerve:a", Grade::good, start));
    const auto second = progress.keep(one.id, answer("nerve:a", Grade::again, start + std::chrono::days(1)));
    EXPECT_EQ(progress.take_back(second.review), first.card);
    EXPECT_EQ(progress.cards(one.id).at("nerve:a"), first.card);
    EXPECT_EQ(progress.take_back(first.review), StudyCard{});
    EXPECT_TRUE(progress.cards(one.id).empty()) << "a card without an answer is a new one";
    EXPECT_TRUE(progress.reviews(one.id).empty());
    EXPECT_EQ(progress.take_back(first.review), StudyCard{}) << "one that is gone is no fault";
}

TEST_F(ProgressFile, RetentionDecidesWhenACardComesAgain) {
    Progress progress;
    const Learner one = progress.add_learner("A", start);
    const Review easy = answer("nerve:a", Grade::easy, start);
    const int usual = progress.keep(one.id, easy).card.scheduled_days;
    LearnerSettings settings = one.settings;
    settings.retention = 0.8;
    progress.change_settings(one.id, settings);
    EXPECT_GT(progress.keep(one.id, easy).card.scheduled_days, usual);
}

TEST_F(ProgressFile, SettingsOfANewerVersionStay) {
    const auto kept = [&](Database&& db) {
        Statement row(db, "SELECT settings FROM learners");
        return row.step() ? row.text(0) : "";
    };
    Learner one;
    {
        Progress progress(file());
        one = progress.add_learner("A", start);
        Database(file()).run(R"(UPDATE learners SET settings = '{"retention": 0.85, "voice": {"on": true}}')");
        LearnerSettings settings = progress.learners()[0].settings;
        EXPECT_EQ(settings.retention, 0.85);
        settings.cards_a_day = 30;
        progress.change_settings(one.id, settings);
    }
    EXPECT_THAT(kept(Database(file())), testing::AllOf(HasSubstr(R"("voice":{"on":true})"),
                                                       HasSubstr(R"("cards_a_day":30)"), HasSubstr("0.85")));
}

TEST_F(ProgressFile, ALearnerWhoWasRemovedElsewhereIsSaid) {
    Progress one(file()), two(file());
    const Learner learner = one.add_learner("A", start);
    two.remove_learner(learner.id);
    EXPECT_THAT(failure([&] { one.keep(learner.id, answer("nerve:a", Grade::good, start)); }), HasSubstr("removed"));
    EXPECT_TRUE(one.learners().empty());
}

TEST_F(ProgressFile, NamesAreShortAndDifferent) {
    Progress progress;
    const Learner one = progress.add_learner("Zoé\n" + std::string(100, 'x'), start);
    EXPECT_EQ(one.name.substr(0, 5), "Zoé ");
    EXPECT_LE(one.name.size(), longest_learner_name);
    std::string accents;
    for (int i = 0; i < 50; ++i) accents += "é";
    EXPECT_EQ(progress.add_learner("a" + accents, start).name.size(), longest_learner_name - 1) << "no half letter";
    const Learner sam = progress.add_learner("Sam", start), kim = progress.add_learner("Kim", start);
    progress.rename_learner(kim.id, "Sam");
    progress.rename_learner(sam.id, "Sam");
    EXPECT_EQ(progress.learners()[2].name, "Sam") << "one's own name is free";
    EXPECT_EQ(progress.learners()[3].name, "Sam 2");
}

TEST_F(ProgressFile, LearnersDoNotSeeEachOther) {
    Progress progress(file());
    const Learner one = progress.add_learner("Sam", start), two = progress.add_learner("Sam", start);
    EXPECT_EQ(two.name, "Sam 2");
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    EXPECT_TRUE(progress.cards(two.id).empty());
    progress.rename_learner(two.id, "Kim");
    LearnerSettings settings;
    settings.retention = 0.85;
    settings.kinds = {QuestionKind::nerve};
    settings.own_muscles = {"soleus"};
    progress.change_settings(two.id, settings);
    EXPECT_EQ(progress.learners()[1].settings, settings);
    EXPECT_EQ(progress.learners()[1].name, "Kim");
    progress.reset(one.id);
    EXPECT_TRUE(progress.cards(one.id).empty());
    EXPECT_TRUE(progress.reviews(one.id).empty());
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    progress.remove_learner(one.id);
    EXPECT_EQ(progress.learners().size(), 1u);
    EXPECT_TRUE(progress.reviews(one.id).empty());
}

TEST_F(ProgressFile, KnowsWhatWasDoneToday) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    progress.keep(one.id, answer("nerve:a", Grade::good, start - std::chrono::days(1)));
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    progress.keep(one.id, answer("nerve:b", Grade::again, start));
    progress.keep(one.id, answer("nerve:b", Grade::good, start + std::chrono::minutes(1)));
    const DoneToday done = progress.done_between(one.id, start - std::chrono::hours(1), start + std::chrono::hours(12));
    EXPECT_THAT(done.cards, testing::ElementsAre("nerve:a", "nerve:b"));
    EXPECT_EQ(done.new_cards, 1);
}

TEST_F(ProgressFile, AClockSetBackIsSaidAndGivesNoNegativeDays) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    EXPECT_FALSE(progress.keep(one.id, answer("nerve:a", Grade::easy, start)).clock_set_back);
    const auto back = progress.keep(one.id, answer("nerve:a", Grade::good, start - std::chrono::days(30)));
    EXPECT_TRUE(back.clock_set_back);
    EXPECT_GE(back.card.scheduled_days, 0);
    EXPECT_GE(back.card.due, start - std::chrono::days(30));
    for (const KeptReview& review : progress.reviews(one.id)) EXPECT_GE(review.days, 0);
    EXPECT_EQ(back.card.reps, 2);
}

TEST_F(ProgressFile, IsATable) {
    Progress progress;
    const Learner one = progress.add_learner("A", start);
    Review review = answer("paint_zone:a/b", Grade::hard, start);
    review.score = 0.625f;
    progress.keep(one.id, review);
    EXPECT_EQ(progress.csv(one.id),
              "at,card,kind,of,grade,score,seconds,stage_before,days_since\r\n"
              "2026-03-02T10:00:00.000Z,paint_zone:a/b,paint_zone,a/b,2,0.625,7.0,new,0\r\n");
}

}  // namespace
}  // namespace myomap
