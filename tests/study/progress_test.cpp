#include "study/progress.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/database.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ProgressFile : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            fs::path(MYOMAP_TEST_OUTPUT) / "progress" / testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    fs::path folder_;
    fs::path file() const { return folder_ / "below" / "study.db"; }
};

const UtcTime start = *utc_time("2026-03-02T10:00:00Z");

Review answer(const char* card, Grade grade, UtcTime at) {
    return {.card = card, .grade = grade, .at = at, .took = std::chrono::seconds(7)};
}

std::string failure(const std::function<void()>& act) {
    try {
        act();
    } catch (const DatabaseError& error) {
        return error.what();
    }
    return "";
}

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
    const DoneToday done = progress.done_since(one.id, start - std::chrono::hours(1));
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

TEST_F(ProgressFile, TwoWindowsWriteTheSameFile) {
    Progress one(file()), two(file());
    const Learner learner = one.add_learner("A", start);
    one.keep(learner.id, answer("nerve:a", Grade::good, start));
    two.keep(learner.id, answer("nerve:a", Grade::good, start + std::chrono::minutes(10)));
    one.keep(learner.id, answer("nerve:b", Grade::good, start));
    EXPECT_EQ(two.reviews(learner.id).size(), 3u);
    EXPECT_EQ(one.cards(learner.id), two.cards(learner.id));
    EXPECT_EQ(one.cards(learner.id).at("nerve:a").reps, 2);
}

TEST_F(ProgressFile, WhatIsNotOursIsLeftAsItIs) {
    fs::create_directories(file().parent_path());
    const auto bytes = [&] {
        std::ifstream in(file(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    std::string noise(20000, ' ');
    std::mt19937 random(1);
    for (char& c : noise) c = static_cast<char>(random());
    std::ofstream(file(), std::ios::binary) << noise;
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("damaged"));
    EXPECT_EQ(bytes(), noise);

    fs::remove(file());
    Database(file()).run("CREATE TABLE recipes(id INTEGER)");
    const std::string recipes = bytes();
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("no progress of Myomap"));
    EXPECT_EQ(bytes(), recipes);
}

TEST_F(ProgressFile, ACutFileIsSaid) {
    {
        Progress progress(file());
        const Learner one = progress.add_learner("A", start);
        for (int i = 0; i < 300; ++i)
            progress.keep(one.id, answer(("nerve:" + std::to_string(i)).c_str(), Grade::good, start));
    }
    fs::resize_file(file(), fs::file_size(file()) / 2);
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("damaged"));
}

TEST_F(ProgressFile, ANewerVersionIsLeftAsItIs) {
    { Progress progress(file()); }
    Database(file()).run("PRAGMA user_version = 99");
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("newer Myomap"));
}

TEST_F(ProgressFile, AFileThatCanOnlyBeReadIsRead) {
    if (geteuid() == 0) GTEST_SKIP() << "nothing is protected from root";
    Learner one;
    {
        Progress progress(file());
        one = progress.add_learner("A", start);
        progress.keep(one.id, answer("nerve:a", Grade::good, start));
    }
    fs::permissions(file(), fs::perms::owner_read);
    Progress progress(file());
    EXPECT_TRUE(progress.read_only());
    EXPECT_EQ(progress.cards(one.id).size(), 1u);
    EXPECT_THAT(failure([&] { progress.keep(one.id, answer("nerve:b", Grade::good, start)); }),
                HasSubstr("only be read"));
}

TEST_F(ProgressFile, OnAFullDiskNothingIsHalfKept) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    // Another connection can't limit this one, so the disk is made full by what a file may be long.
    const auto kept = progress.keep(one.id, answer("nerve:a", Grade::good, start));
    EXPECT_GT(kept.review, 0);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before {};
    getrlimit(RLIMIT_FSIZE, &before);
    struct rlimit none = before;
    none.rlim_cur = 1;
    const Review lost = answer("nerve:b", Grade::good, start);
    setrlimit(RLIMIT_FSIZE, &none);
    const std::string said = failure([&] { progress.keep(one.id, lost); });
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_NE(said, "");
    EXPECT_EQ(progress.reviews(one.id).size(), 1u);
    EXPECT_EQ(progress.cards(one.id).size(), 1u);
    progress.keep(one.id, lost);
    EXPECT_EQ(progress.reviews(one.id).size(), 2u) << "once there is room, the same answer is kept";
}

TEST_F(ProgressFile, MovesToAnotherComputer) {
    Progress here(file()), there(folder_ / "there.db");
    const Learner lea = here.add_learner("Lea", start);
    here.keep(lea.id, answer("nerve:a", Grade::good, start));
    here.back_up(folder_ / "backup.db");
    EXPECT_EQ(there.take_over(folder_ / "backup.db"), 1u);
    EXPECT_EQ(there.take_over(folder_ / "backup.db"), 0u) << "taken over twice doubles nothing";
    const Learner moved = there.learners().at(0);
    EXPECT_EQ(moved.name, "Lea");
    EXPECT_EQ(there.cards(moved.id), here.cards(lea.id));
    // What was answered on either goes together.
    there.keep(moved.id, answer("nerve:a", Grade::good, start + std::chrono::days(2)));
    here.keep(lea.id, answer("nerve:a", Grade::good, start + std::chrono::days(1)));
    there.back_up(folder_ / "backup.db");
    EXPECT_EQ(here.take_over(folder_ / "backup.db"), 1u);
    EXPECT_EQ(here.cards(lea.id).at("nerve:a").reps, 3);
    const Fsrs fsrs{FsrsParameters{}};
    StudyCard expected;
    for (const int day : {0, 1, 2}) expected = fsrs.review(expected, Grade::good, start + std::chrono::days(day));
    EXPECT_EQ(here.cards(lea.id).at("nerve:a"), expected);
    EXPECT_FALSE(fs::exists(folder_ / "backup.db.part"));
    EXPECT_THAT(failure([&] { here.take_over(folder_ / "missing.db"); }), HasSubstr("no such file"));
    EXPECT_THAT(failure([&] { here.back_up(folder_ / "no" / "such" / "backup.db"); }), HasSubstr("can't be opened"));
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

TEST(LearnerSettings, TakesWhatMakesSense) {
    const LearnerSettings settings = learner_settings(
        R"({"retention": 7, "cards_a_day": -1, "new_a_day": 5, "kinds": ["nerve", "dance"], "deck": 3, "what": 1})");
    EXPECT_EQ(settings.retention, 0.9);
    EXPECT_EQ(settings.cards_a_day, 20);
    EXPECT_EQ(settings.new_a_day, 5);
    EXPECT_THAT(settings.kinds, testing::ElementsAre(QuestionKind::nerve));
    EXPECT_EQ(learner_settings("no JSON"), LearnerSettings{});
}

// Killed at any moment: what was said to be kept is there, once, and the file is whole.
TEST_F(ProgressFile, SurvivesBeingKilled) {
#ifdef __SANITIZE_ADDRESS__
    constexpr int kills = 60;
#else
    constexpr int kills = 500;
#endif
    std::int64_t learner = 0;
    {
        Progress progress(file());
        learner = progress.add_learner("A", start).id;
    }
    std::mt19937 random(7);
    std::multiset<std::string> said;
    int number = 0;
    for (int kill_number = 0; kill_number < kills; ++kill_number) {
        std::array<int, 2> ends{};
        ASSERT_EQ(pipe(ends.data()), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            try {
                Progress progress(file());
                for (int i = 0;; ++i) {
                    const std::string card = "nerve:" + std::to_string(kill_number) + "_" + std::to_string(i);
                    progress.keep(learner, answer(card.c_str(), Grade::good, start + std::chrono::seconds(number + i)));
                    const std::string line = card + "\n";
                    if (write(ends[1], line.data(), line.size()) < 0) _exit(1);
                }
            } catch (...) {
                _exit(1);
            }
        }
        close(ends[1]);
        // From before the file is open to some answers later.
        usleep(std::uniform_int_distribution<useconds_t>(0, 20000)(random));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        std::string lines(1 << 16, ' ');
        for (ssize_t got = 0; (got = read(ends[0], lines.data(), lines.size())) > 0;) {
            std::string_view rest(lines.data(), static_cast<std::size_t>(got));
            for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1))
                said.insert(std::string(rest.substr(0, end))), ++number;
        }
        close(ends[0]);
    }
    const Progress progress(file());
    std::multiset<std::string> kept;
    for (const KeptReview& review : progress.reviews(learner)) kept.insert(review.card);
    EXPECT_GT(said.size(), static_cast<std::size_t>(kills) / 4);
    for (const std::string& card : said) EXPECT_EQ(kept.count(card), 1u) << card;
    for (const std::string& card : kept) EXPECT_EQ(kept.count(card), 1u) << card;
    // One that was kept but not said any more can be there, at most one a kill.
    EXPECT_LE(kept.size(), said.size() + static_cast<std::size_t>(kills));
    EXPECT_EQ(progress.cards(learner).size(), kept.size());
}

}  // namespace
}  // namespace myomap
