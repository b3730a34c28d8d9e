// study progress, csv, backup, restore and reset through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"
#include "study/progress.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class StudyProgressCommand : public testing::Test {
protected:
    const fs::path folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("study_progress." + std::to_string(::getpid()));

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    std::string quoted(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }
    std::string own() const { return " --progress " + quoted("study.db"); }

    // Léa forgets the point again and again; Sam has answered once.
    void learn() const {
        Progress progress(folder_ / "study.db");
        const UtcTime now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        const Learner lea = progress.add_learner("Léa", now - std::chrono::days(60));
        for (int i = 0; i < 6; ++i)
            for (const Grade grade : {Grade::easy, Grade::again})
                progress.keep(lea.id, {.card = "paint_zone:soleus/TrP1",
                                       .grade = grade,
                                       .at = now - std::chrono::days(grade == Grade::easy ? 12 - 2 * i : 11 - 2 * i),
                                       .score = grade == Grade::easy ? 0.9f : 0.5f,
                                       .took = std::chrono::seconds(30)});
        const Learner sam = progress.add_learner("Sam", now);
        progress.keep(sam.id, {.card = "nerve:soleus", .grade = Grade::good, .at = now});
    }
};

TEST_F(StudyProgressCommand, SaysHowLearnersStand) {
    learn();
    const Outcome words = run_myomap("study progress" + own());
    EXPECT_EQ(words.code, 0) << words.err;
    EXPECT_THAT(words.out, AllOf(HasSubstr("Léa"), HasSubstr("Sam"), HasSubstr("KEEPS GOING WRONG"),
                                 HasSubstr("Soleus"), HasSubstr("Paint the zone"), HasSubstr("First twelve")));
    const Outcome one = run_myomap("study progress --learner Léa --json" + own());
    EXPECT_EQ(one.code, 0) << one.err;
    const json all = json::parse(one.out)["learners"];
    ASSERT_EQ(all.size(), 1u);
    const json& lea = all[0];
    EXPECT_EQ(lea["name"], "Léa");
    EXPECT_EQ(lea["answers"], 12);
    EXPECT_EQ(lea["days_with_answers"], 12);
    EXPECT_EQ(lea["due"].size(), 14u);
    EXPECT_EQ(lea["cards_begun"], 1);
    EXPECT_EQ(lea["mean_zone_score"], 0.7);
    EXPECT_EQ(lea["kinds"][0]["right"], 0.5);
    EXPECT_EQ(lea["leeches"][0]["card"], "paint_zone:soleus/TrP1");
    EXPECT_TRUE(lea["muscles"].contains("soleus"));
    EXPECT_GT(lea["decks"].size(), 3u);
    const Outcome french = run_myomap("study progress --language fr" + own());
    EXPECT_THAT(french.out, AllOf(HasSubstr("Soléaire"), Not(HasSubstr("KNOWN")), Not(HasSubstr("retention"))));
}

TEST_F(StudyProgressCommand, WhoHasNotBegunHasNoFile) {
    const std::string empty = "XDG_DATA_HOME=" + quoted("none");
    const Outcome nobody = run_myomap("study progress", empty);
    EXPECT_EQ(nobody.code, 0);
    EXPECT_EQ(nobody.out, "Nobody has learned yet.\n");
    EXPECT_FALSE(fs::exists(folder_ / "none"));
    const Outcome unknown = run_myomap("study progress", "env -u XDG_DATA_HOME -u HOME");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("XDG_DATA_HOME"));
    for (const char* command : {"progress", "csv", "reset --learner A --yes", "backup -o /dev/null"}) {
        const Outcome run = run_myomap(std::string("study ") + command + own());
        EXPECT_EQ(run.code, 2) << command;
        EXPECT_THAT(run.err, HasSubstr("no such file")) << command;
        EXPECT_FALSE(fs::exists(folder_ / "study.db")) << command;
    }
}

TEST_F(StudyProgressCommand, MovesToAnotherComputer) {
    learn();
    EXPECT_EQ(run_myomap("study backup -o " + quoted("backup.db") + own()).code, 0);
    const std::string there = "XDG_DATA_HOME=" + quoted("there");
    const Outcome first = run_myomap("study restore " + quoted("backup.db"), there);
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.out, "13 answers came from it\n");
    EXPECT_EQ(run_myomap("study restore --language fr " + quoted("backup.db"), there).out, "0 réponse reprise\n");
    EXPECT_EQ(run_myomap("study csv --learner Léa", there).out, run_myomap("study csv --learner Léa" + own()).out);
    EXPECT_EQ(fs::status(folder_ / "there" / "myomap" / "study.db").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    std::ofstream(folder_ / "text.db") << "no backup";
    const Outcome text = run_myomap("study restore " + quoted("text.db"), there);
    EXPECT_EQ(text.code, 2);
    EXPECT_THAT(text.err, HasSubstr("text.db: it is damaged, or no file of Myomap's"));
    EXPECT_EQ(run_myomap("study backup -o " + quoted("none/backup.db") + own()).code, 2);
}

TEST_F(StudyProgressCommand, WritesATable) {
    learn();
    const Outcome whose = run_myomap("study csv" + own());
    EXPECT_EQ(whose.code, 2);
    EXPECT_THAT(whose.err, HasSubstr("Léa, Sam"));
    EXPECT_THAT(run_myomap("study csv --learner Tim" + own()).err, HasSubstr("no learner \"Tim\""));
    const Outcome printed = run_myomap("study csv --learner Sam" + own());
    EXPECT_EQ(std::ranges::count(printed.out, '\n'), 2);
    EXPECT_THAT(printed.out, HasSubstr(",nerve:soleus,nerve,soleus,3,,0.0,new,0\r\n"));
    EXPECT_EQ(run_myomap("study csv --learner Sam -o " + quoted("sam.csv") + own()).code, 0);
    EXPECT_EQ(read_text(folder_ / "sam.csv"), printed.out);
    EXPECT_EQ(fs::status(folder_ / "sam.csv").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(StudyProgressCommand, ForgetsOnlyWhenItIsMeant) {
    learn();
    const Outcome asked = run_myomap("study reset --learner Léa" + own());
    EXPECT_EQ(asked.code, 2);
    EXPECT_THAT(asked.err, HasSubstr("12 answers of Léa would be forgotten"));
    EXPECT_EQ(run_myomap("study reset --yes" + own()).code, 2) << "whose it is has to be said";
    const Outcome done = run_myomap("study reset --learner Léa --yes" + own());
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(done.out, "12 answers of Léa are forgotten\n");
    const Progress progress(folder_ / "study.db");
    ASSERT_EQ(progress.learners().size(), 2u);
    EXPECT_TRUE(progress.reviews(progress.learners()[0].id).empty());
    EXPECT_EQ(progress.reviews(progress.learners()[1].id).size(), 1u);
}

}  // namespace
}  // namespace myomap
