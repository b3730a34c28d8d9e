#include "study/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "finder/finder.h"
#include "finder/point_pattern.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

constexpr BodyId male = BodyId::adult_male;

const Scene& scene() {
    static const Scene all = test::whole_context().scene();
    return all;
}

class Learning : public testing::Test {
protected:
    UtcTime now = *utc_time("2026-03-02T10:00:00Z");
    StudySession session{scene(), nullptr, [this] { return now; }};

    void SetUp() override {
        session.add_learner("Lea");
        session.prepare(male, {});
    }
    void ask(QuestionKind kind, const char* of) {
        session.ask({kind, of});
        ASSERT_EQ(session.step(), StudyStep::asking);
    }
    PointPattern pattern() { return pattern_of(scene(), male, session.question().about, Side::right); }
    SkinPoint place(const char* id) {
        const SkinPoint there = scene().body_fields(male).place(*scene().atlas.find_point(id), Side::right);
        return scene().body(male).query().closest(there.position);
    }
    std::size_t option(bool right) {
        const auto& options = session.question().options;
        return static_cast<std::size_t>(std::ranges::find(options, right, &AnswerOption::right) - options.begin());
    }
    Grade grade() const { return session.outcome().grade; }
};

TEST_F(Learning, APlaceIsRightNearItAndWrongFarFromIt) {
    ask(QuestionKind::locate_point, "infraspinatus/TrP1");
    session.answer_with_place(place("infraspinatus/TrP1"), Side::right);
    EXPECT_TRUE(session.outcome().right);
    EXPECT_LT(*session.outcome().distance_cm, 0.2f);
    EXPECT_EQ(grade(), Grade::good);
    ask(QuestionKind::locate_point, "infraspinatus/TrP1");
    session.answer_with_place(place("soleus/TrP1"), Side::right);
    EXPECT_EQ(grade(), Grade::again);
    EXPECT_GT(*session.outcome().distance_cm, 80);
}

TEST_F(Learning, AZoneIsScoredAndKept) {
    ask(QuestionKind::paint_zone, "infraspinatus/TrP1");
    session.answer_with_zone(pattern().essential, Side::right);
    EXPECT_FLOAT_EQ(session.outcome().zone->score, 1);
    EXPECT_EQ(grade(), Grade::good);
    EXPECT_FLOAT_EQ(*session.progress().reviews(session.learner()->id).back().score, 1);
    ask(QuestionKind::paint_zone, "infraspinatus/TrP1");
    session.answer_with_zone(mirrored(scene().body(male).skin(), pattern().essential), Side::right);
    EXPECT_TRUE(session.outcome().zone->wrong_side);
    EXPECT_EQ(grade(), Grade::again);
}

TEST_F(Learning, WordsAndChoicesOfEveryKind) {
    for (const QuestionKind kind : {QuestionKind::attachments, QuestionKind::action, QuestionKind::nerve}) {
        ask(kind, "soleus");
        session.answer_with_option(option(true));
        EXPECT_EQ(grade(), Grade::good) << to_text(kind);
        ask(kind, "soleus");
        session.answer_with_option(option(false));
        EXPECT_EQ(grade(), Grade::again) << to_text(kind);
    }
    ask(QuestionKind::whose_pattern, "infraspinatus/TrP1");
    session.answer_with_option(option(true));
    EXPECT_EQ(grade(), Grade::hard) << "chosen among four is easier than known by heart";
    ask(QuestionKind::whose_pattern, "infraspinatus/TrP1");
    session.answer_with_name("infraspinatus");
    EXPECT_EQ(grade(), Grade::good);
    ask(QuestionKind::name_muscle, "trapezius_upper");
    session.answer_with_name("trapezius");
    EXPECT_TRUE(session.outcome().near_name);
    EXPECT_EQ(grade(), Grade::hard);
    ask(QuestionKind::name_muscle, "trapezius_upper");
    session.answer_with_name("soleus");
    EXPECT_EQ(grade(), Grade::again);
    ask(QuestionKind::complaint, "temporal_headache");
    std::vector<bool> ticked;
    for (const AnswerOption& one : session.question().options) ticked.push_back(one.right);
    session.answer_with_ticks(ticked);
    EXPECT_EQ(grade(), Grade::good);
    ask(QuestionKind::complaint, "temporal_headache");
    session.give_up();
    EXPECT_EQ(grade(), Grade::again);
}

TEST_F(Learning, AnAnswerIsKeptWhenItIsGivenAndAnotherGradeGoesIntoIt) {
    ask(QuestionKind::nerve, "soleus");
    now += std::chrono::seconds(12);
    session.answer_with_option(option(true));
    const auto reviews = [&] { return session.progress().reviews(session.learner()->id); };
    ASSERT_EQ(reviews().size(), 1u);
    EXPECT_EQ(reviews()[0].took, std::chrono::seconds(12));
    session.regrade(Grade::easy);
    ASSERT_EQ(reviews().size(), 1u);
    EXPECT_EQ(reviews()[0].grade, Grade::easy);
    EXPECT_EQ(session.states().at("nerve:soleus"), session.progress().cards(session.learner()->id).at("nerve:soleus"));
    EXPECT_GT(session.states().at("nerve:soleus").due, now + std::chrono::days(3));
}

TEST_F(Learning, TheFirstLessonAsksThreeThingsAboutOnePoint) {
    session.begin_first_lesson();
    std::vector<std::string> asked;
    for (int i = 0; i < StudySession::first_lesson_steps; ++i) {
        asked.push_back(to_text(session.question().card));
        session.give_up();
        session.ask_next();
    }
    EXPECT_THAT(asked, testing::ElementsAre("locate_point:trapezius_upper/TrP1", "paint_zone:trapezius_upper/TrP1",
                                            "whose_pattern:trapezius_upper/TrP1"));
    EXPECT_EQ(session.step(), StudyStep::idle);
    EXPECT_TRUE(session.learner()->settings.first_lesson_done);
}

TEST_F(Learning, TheDailyLimitIsKeptAndMidnightBeginsAnotherDay) {
    LearnerSettings settings = session.learner()->settings;
    settings.cards_a_day = 3;
    settings.kinds = {QuestionKind::nerve};
    session.change(settings);
    session.prepare(male, {});
    int asked = 0;
    for (session.ask_next(); session.step() == StudyStep::asking && asked < 20; session.ask_next()) {
        ++asked;
        session.answer_with_option(option(true));
        session.regrade(Grade::easy);
    }
    EXPECT_EQ(asked, 3);
    EXPECT_TRUE(session.plan().limit_reached);
    now += std::chrono::hours(24);
    session.prepare(male, {});
    EXPECT_EQ(session.done_today(), 0);
    EXPECT_FALSE(session.plan().cards.empty());
}

TEST_F(Learning, AnExamTellsNothingUntilItsEndAndCountsForNothing) {
    const std::vector<Deck> all = decks(scene());
    session.begin_exam(
        {.deck = all.front(), .kinds = {QuestionKind::nerve, QuestionKind::action}, .count = 4, .seed = 3});
    ASSERT_TRUE(session.in_exam());
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(session.step(), StudyStep::asking);
        EXPECT_EQ(session.exam_result(), nullptr);
        now += std::chrono::seconds(10);
        session.answer_with_option(option(i != 0));
    }
    ASSERT_NE(session.exam_result(), nullptr);
    EXPECT_FLOAT_EQ(session.exam_result()->points(), 3);
    EXPECT_FLOAT_EQ(session.exam_result()->seconds(), 40);
    EXPECT_EQ(session.exam_result()->name, "Lea");
    EXPECT_TRUE(session.states().empty());
    EXPECT_FALSE(session.in_exam());
}

TEST_F(Learning, OnesOwnChoiceIsADeck) {
    session.toggle_own("soleus");
    session.choose_deck(own_deck);
    ASSERT_NE(session.deck(), nullptr);
    EXPECT_THAT(session.deck()->muscles, testing::ElementsAre("soleus"));
    session.toggle_own("soleus");
    EXPECT_TRUE(session.learner()->settings.own_muscles.empty());
    EXPECT_NE(session.deck(), nullptr) << "a deck that is gone leaves the first";
}

}  // namespace
}  // namespace myomap
