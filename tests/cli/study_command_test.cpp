// study schedule through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class StudyCommand : public testing::Test {
protected:
    const fs::path folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("study." + std::to_string(::getpid()));
    const std::string vectors_ = "'" MYOMAP_SOURCE_DIR "/tests/data/study/fsrs6_vectors.json'";

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    std::string quoted(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
        return quoted(name);
    }
};

// To the last decimal: the reference keeps eight, and so do we.
TEST_F(StudyCommand, GivesTheVectorsBack) {
    json bare = json::parse(read_text(MYOMAP_SOURCE_DIR "/tests/data/study/fsrs6_vectors.json"));
    const json expected = bare;
    for (json& vector : bare["vectors"])
        for (json& review : vector["reviews"]) review.erase("after");
    const std::string file = write("bare.json", bare.dump());
    const Outcome printed = run_myomap("study schedule --file " + file);
    EXPECT_EQ(printed.code, 0);
    EXPECT_EQ(printed.err, "");
    EXPECT_EQ(json::parse(printed.out), expected);
    const Outcome written = run_myomap("study schedule --file " + file + " -o " + quoted("out.json"));
    EXPECT_EQ(written.code, 0);
    EXPECT_EQ(written.out + written.err, "");
    EXPECT_EQ(read_text(folder_ / "out.json"), printed.out);
    EXPECT_EQ(run_myomap("study schedule --file " + file + " -o " + file).code, 0) << "over what was read";
    EXPECT_EQ(read_text(folder_ / "bare.json"), printed.out);
}

TEST_F(StudyCommand, AFileWithAnErrorGivesNothing) {
    const std::string bad = write("bad.json", "{\"vectors\": [{\"reviews\": [\n{\"rating\": 9, \"at\": \"today\"}]}]}");
    const Outcome run = run_myomap("study schedule --file " + bad + " -o " + quoted("out.json"));
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, AllOf(HasSubstr("bad.json:2: /vectors/0/reviews/0/rating: expected 1 (again)"),
                               HasSubstr("/vectors/0/reviews/0/at: expected a time in UTC")));
    EXPECT_FALSE(fs::exists(folder_ / "out.json"));
    for (const std::string& file : {quoted("nonesuch.json"), quoted(""), write("empty.json", "")}) {
        const Outcome refused = run_myomap("study schedule --file " + file);
        EXPECT_EQ(refused.code, 1) << file;
        EXPECT_NE(refused.err, "") << file;
        EXPECT_EQ(refused.out, "") << file;
    }
}

TEST_F(StudyCommand, AWarningIsSaidAndAllIsGiven) {
    const std::string file = write("back.json", R"({"vectors": [{"reviews": [
        {"rating": 4, "at": "2026-01-05T09:00:00Z"}, {"rating": 4, "at": "2020-01-05T09:00:00Z"}]}]})");
    const Outcome run = run_myomap("study schedule --file " + file);
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.err, AllOf(HasSubstr("warning"), HasSubstr("no day is counted")));
    const json after = json::parse(run.out)["vectors"][0]["reviews"][1]["after"];
    EXPECT_GT(after["scheduled_days"].get<int>(), 0);
    EXPECT_THAT(after["due"].get<std::string>(), testing::StartsWith("2020-01-"));
}

TEST_F(StudyCommand, WrongArgumentsAndTargetsEndWithTwo) {
    for (const char* arguments : {"study", "study schedule", "study plan", "study schedule --file"})
        EXPECT_EQ(run_myomap(arguments).code, 2) << arguments;
    const Outcome target = run_myomap("study schedule --file " + vectors_ + " -o " + quoted("none/out.json"));
    EXPECT_EQ(target.code, 2);
    EXPECT_THAT(target.err, HasSubstr("none/out.json"));
    const Outcome full = run_myomap("study schedule --file " + vectors_ + " >/dev/full");
    EXPECT_EQ(full.code, 2);
    EXPECT_THAT(full.err, HasSubstr("standard output"));
}

TEST_F(StudyCommand, SpeaksFrench) {
    EXPECT_THAT(run_myomap("study schedule --help --language fr").out, HasSubstr("rendu"));
    const std::string bad = write("bad.json", R"({"vectors": [{"reviews": [{"rating": 9, "at": ""}]}]})");
    const Outcome run = run_myomap("study schedule --language fr --file " + bad);
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, AllOf(HasSubstr("un instant en UTC"), HasSubstr("à revoir")));
}

}  // namespace
}  // namespace myomap
