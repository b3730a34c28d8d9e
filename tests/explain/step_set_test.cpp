// Which steps are told, kept under a name.

#include "explain/step_set.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file_error.h"

namespace myomap {
namespace {

using testing::ElementsAre;

namespace fs = std::filesystem;

class StepSetsFile : public testing::Test {
protected:
    ~StepSetsFile() override { fs::remove_all(folder_); }
    fs::path folder_ =
        fs::path(testing::TempDir()) /
        ("myomap_step_sets_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

ToldStep step(const char* id, StepShows shows = StepShows::plain) { return {.id = id, .shows = shows}; }

std::vector<std::string> ids(const std::vector<ToldStep>& steps) {
    std::vector<std::string> all;
    for (const ToldStep& one : steps) all.push_back(one.id);
    return all;
}

TEST(StepSets, TellsInTheirOrderWithWarningSignsAlwaysFirst) {
    const std::vector<ToldStep> told{step("signs", StepShows::warning_signs), step("muscle"), step("felt"),
                                     step("plan")};
    EXPECT_THAT(ids(chosen_steps(told, {"short", {"plan", "felt", "gone", "signs"}, {"muscle"}})),
                ElementsAre("signs", "plan", "felt"));
    EXPECT_THAT(ids(chosen_steps(told, {"of something else", {"plan", "muscle"}, {}})),
                ElementsAre("signs", "plan", "muscle", "felt"))
        << "what it says nothing of comes where the talk has it";
    EXPECT_THAT(ids(chosen_steps(told, {"nothing", {}, {"muscle", "felt", "plan"}})), ElementsAre("signs"));
}

TEST_F(StepSetsFile, IsKeptAndFoundAgain) {
    const auto file = folder_ / "new" / "talks.json";
    EXPECT_TRUE(read_step_sets(file).sets.sets.empty()) << "no file is no problem";
    StepSets sets;
    sets.keep({"short", {"felt"}});
    sets.keep({"for runners", {"felt", "plan"}});
    sets.keep({"short", {"plan"}});
    write_step_sets(file, sets);
    const LoadedStepSets again = read_step_sets(file);
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(again.sets.sets, sets.sets);
    ASSERT_NE(again.sets.find("short"), nullptr);
    EXPECT_THAT(again.sets.find("short")->steps, ElementsAre("plan"));
    sets.remove("short");
    EXPECT_EQ(sets.find("short"), nullptr);
}

TEST_F(StepSetsFile, SaysWhatIsWrongAndKeepsTheRest) {
    fs::create_directories(folder_);
    const fs::path file = folder_ / "talks.json";
    std::ofstream(file) << R"({"format": "myomap-talks", "format_version": 1,
        "sets": [{"name": "good", "steps": ["felt"]}, {"name": 3, "steps": []}, {"name": "no steps"}]})";
    const LoadedStepSets loaded = read_step_sets(file);
    EXPECT_EQ(loaded.sets.sets.size(), 1u);
    EXPECT_EQ(loaded.problems.size(), 2u);
    std::ofstream(file) << "{";
    EXPECT_FALSE(read_step_sets(file).problems.empty());
    EXPECT_THROW(write_step_sets(folder_, {}), FileError);
}

}  // namespace
}  // namespace myomap
