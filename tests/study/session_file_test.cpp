// A learner at work on a file that others use, that can't be written, or by a clock that goes back.

#include <set>

#include <gmock/gmock.h>

#include "study/progress_file.h"
#include "study/session.h"
#include "support/whole_context.h"

namespace myomap::test {
namespace {

const Scene& scene() {
    static const Scene all = whole_context().scene();
    return all;
}

class LearningFromAFile : public ProgressFile {
protected:
    UtcTime now = start;

    std::unique_ptr<StudySession> window() {
        auto session =
            std::make_unique<StudySession>(scene(), std::make_unique<Progress>(file()), [this] { return now; });
        if (!session->learner()) session->add_learner("Lea");
        LearnerSettings settings = session->learner()->settings;
        settings.kinds = {QuestionKind::nerve};
        session->change(settings);
        session->prepare(BodyId::adult_male, {});
        return session;
    }
    static std::string answer_one(StudySession& session) {
        session.ask_next();
        if (session.step() != StudyStep::asking) return "";
        session.answer_with_option(0);
        return to_text(session.question().card);
    }
};

TEST_F(LearningFromAFile, TwoWindowsAskNoNewCardTwiceAndSayThatOnce) {
    const auto one = window(), two = window();
    std::multiset<std::string> asked;
    for (int i = 0; i < 3; ++i)
        for (StudySession* session : {one.get(), two.get()})
            if (const std::string card = answer_one(*session); !card.empty()) asked.insert(card);
    EXPECT_EQ(asked.size(), 6u);
    for (const std::string& card : asked) EXPECT_EQ(asked.count(card), 1u) << card;
    const auto says_so = [](const Message& one) { return one.key.find("Another window") != std::string::npos; };
    EXPECT_EQ(std::ranges::count_if(two->news(), says_so), 0) << "said with the first card, and gone with the next";
    const auto third = window();
    answer_one(*one);
    third->ask_next();
    EXPECT_EQ(std::ranges::count_if(third->news(), says_so), 1);
}

TEST_F(LearningFromAFile, AClockSetBackIsSaidAndWhatWasDueStaysDue) {
    std::string first;
    {
        const auto session = window();
        for (int i = 0; i < 3; ++i) first = answer_one(*session);
        session->regrade(Grade::good);
    }
    now += std::chrono::days(5);
    std::size_t due = 0;
    {
        const auto session = window();
        EXPECT_TRUE(session->news().empty());
        answer_one(*session);
        session->prepare(BodyId::adult_male, {});
        session->ask_next();
        due = static_cast<std::size_t>(session->plan().due);
        EXPECT_GT(due, 0u);
    }
    now -= std::chrono::days(16);
    const auto session = window();
    ASSERT_EQ(session->news().size(), 1u) << "when the deck is opened, whatever is asked";
    EXPECT_NE(session->news()[0].key.find("set back"), std::string::npos);
    EXPECT_EQ(static_cast<std::size_t>(session->plan().due), due) << "what was due is due";
    EXPECT_EQ(session->done_today(), 0) << "what is dated later was not done today";
    answer_one(*session);
    session->ask_next();
    EXPECT_TRUE(session->news().empty()) << "once";
    for (const auto& [id, card] : session->states()) EXPECT_GE(card.scheduled_days, 0) << id;
}

TEST_F(LearningFromAFile, AClockSetBackMeanwhileIsSaidAtTheNextCard) {
    const auto session = window();
    answer_one(*session);
    now -= std::chrono::days(10);
    answer_one(*session);
    ASSERT_EQ(session->news().size(), 1u);
}

TEST_F(LearningFromAFile, WhatIsAnsweredByAClockSetBackIsNotAskedForEver) {
    {
        const auto session = window();
        answer_one(*session);
    }
    now -= std::chrono::days(30);
    const auto session = window();
    const std::string card = answer_one(*session);
    session->regrade(Grade::easy);
    const auto again = window();
    EXPECT_FALSE(std::ranges::any_of(again->plan().cards, [&](const CardKey& key) { return to_text(key) == card; }));
}

TEST_F(LearningFromAFile, WithoutAFileItSaysWhyAndWhatWouldBeLost) {
    StudySession session(
        scene(), nullptr, [this] { return now; }, "it is damaged");
    EXPECT_EQ(session.why_not_kept().key, "it is damaged");
    EXPECT_EQ(session.would_be_lost(), 0u) << "nothing was answered";
    session.add_learner("Lea");
    session.prepare(BodyId::adult_male, {});
    session.ask({QuestionKind::nerve, "soleus"});
    session.give_up();
    EXPECT_EQ(session.would_be_lost(), 1u);
    StudySession for_a_test(scene(), nullptr, [this] { return now; });
    EXPECT_TRUE(for_a_test.why_not_kept().empty());
}

// Whoever answered before another learner was chosen keeps the answer.
TEST_F(LearningFromAFile, AnswersThatCouldNotBeKeptGoToWhoGaveThem) {
    const auto session = window();
    const std::int64_t lea = session->learner()->id;
    session->add_learner("Ada");
    const std::int64_t ada = session->learner()->id;
    session->choose_learner(lea);
    session->prepare(BodyId::adult_male, {});
    {
        const FullDisk full;
        answer_one(*session);
        EXPECT_EQ(session->unsaved(), 1u);
        EXPECT_FALSE(session->problem().empty());
        session->choose_learner(ada);
        EXPECT_EQ(session->would_be_lost(), 1u);
    }
    EXPECT_EQ(session->would_be_lost(), 0u) << "tried once more";
    EXPECT_TRUE(session->problem().empty());
    EXPECT_EQ(session->progress().answers(lea), 1);
    EXPECT_EQ(session->progress().answers(ada), 0);
}

}  // namespace
}  // namespace myomap::test
