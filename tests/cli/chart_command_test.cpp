// Charts as the command line shows and checks them.

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "chart_files.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string chart = chart_file("regions");

// Who looked at it on the other figure finds it there.
TEST(ChartCommand, TheFigureIsTheFilesOwnUnlessAskedFor) {
    const std::string female =
        changed_chart("regions", "of_a_woman.myomap", "\"next_id\": 7,",
                      "\"view\": {\"body\": \"adult_female\", \"layout\": \"plate\"}, \"next_id\": 7,");
    const Outcome run = run_myomap("chart show " + female);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, HasSubstr("Adult female"));
    EXPECT_THAT(run_myomap("chart show --body male " + female).out, HasSubstr("Adult male"));
    EXPECT_EQ(json::parse(run_myomap("find --json --chart " + female).out)["body"], "adult_female");
    const std::string text = "'" MYOMAP_TEST_OUTPUT "/of_a_woman.txt'";
    ASSERT_EQ(run_myomap("export --chart " + female + " -o " + text).code, 0);
    EXPECT_THAT(run_shell("cat " + text).out, HasSubstr("Adult female"));
}

// What could not be read is not handed over as if nothing were missing.
TEST(ChartCommand, AChartThatIsPartlyUnreadableSaysSoInEveryFile) {
    const std::string twice = changed_chart("regions", "twice.myomap", "\"id\": 1,", "\"id\": 2,");
    const std::string text = "'" MYOMAP_TEST_OUTPUT "/twice.txt'";
    EXPECT_EQ(run_myomap("export --chart " + twice + " -o " + text).code, 1);
    EXPECT_THAT(run_shell("cat " + text).out, HasSubstr("1 entry of this chart could not be read"));
    const Outcome compared = run_myomap("chart compare " + chart + " " + twice);
    EXPECT_EQ(compared.code, 1);
    EXPECT_THAT(compared.out, HasSubstr("1 entry of the second chart could not be read"));
}

TEST(ChartCommand, ShowsHowItWasTreated) {
    EXPECT_THAT(run_myomap("chart show " + chart_file("treated_visit")).out,
                AllOf(HasSubstr("Needles: 3 in, 2 out: the numbers differ, check"), HasSubstr("Consent: written")));
}

TEST(ChartCommand, ShowsAreasByTheirWorstWithSideAndSize) {
    const Outcome run = run_myomap("chart show " + chart);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("A. B., 1961, 2026-11-28, Adult male"), HasSubstr("P1    Forehead; Temple, right"),
                      HasSubstr("now 4, worst 7.5, comes and goes"), HasSubstr("P2    Calf, left"),
                      HasSubstr("active; familiar pain: yes; tender: 6 of 10; treated: dry needling"),
                      HasSubstr("worse after driving"), HasSubstr("not a diagnosis")));
    const json answer = json::parse(run_myomap("chart show --json " + chart).out);
    ASSERT_EQ(answer["areas"].size(), 2u);
    EXPECT_EQ(answer["areas"][0]["id"], 2);
    EXPECT_EQ(answer["areas"][1]["right_cm2"], 0.0);
    EXPECT_NEAR(answer["together"]["cm2"].get<double>(),
                answer["areas"][0]["cm2"].get<double>() + answer["areas"][1]["cm2"].get<double>(), 0.3);
    EXPECT_EQ(answer["findings"][1]["words"], "not examined");
    const json female = json::parse(run_myomap("chart show --json --body female " + chart).out);
    EXPECT_LT(female["areas"][1]["cm2"], answer["areas"][1]["cm2"]);
}

TEST(ChartCommand, CsvQuotesWhatThePatientSaid) {
    const std::string csv = run_myomap("chart show --csv " + chart).out;
    EXPECT_THAT(
        csv, AllOf(HasSubstr("\"aching, throbbing, like a \"\"helmet\"\", tight\""), HasSubstr("\r\nall,adult_male,")));
}

TEST(ChartCommand, SpeaksFrenchWithADecimalComma) {
    EXPECT_THAT(run_myomap("chart show --language fr " + chart).out,
                AllOf(HasSubstr("Tempe, \u00e0 droite"), HasSubstr("au pire 7,5"), HasSubstr("crampe")));
}

TEST(ChartCommand, WhatAStrangerWroteCantSteerATerminal) {
    const std::string file = changed_chart("regions", "steering.myomap", "A. B., 1961", "A\\u001b[31mB\\u202eC\\n4");
    EXPECT_THAT(run_myomap("chart show " + file).out,
                AllOf(HasSubstr("A [31mB C 4"), Not(HasSubstr("\x1b")), Not(HasSubstr("\u202e"))));
}

TEST(ChartCommand, AChartIsDrawnInEveryFormat) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "drawn_chart";
    fs::create_directories(folder);
    for (const char* suffix : {"png", "pdf", "json"}) {
        const fs::path file = folder / (std::string("visit.") + suffix);
        const Outcome run = run_myomap("export --chart " + chart + " -o '" + file.string() + "'");
        EXPECT_EQ(run.code, 0) << run.err;
        EXPECT_GT(fs::file_size(file), 1000u);
    }
    const json facts = json::parse(read_text(folder / "visit.json"));
    std::set<std::string> marks, labels, legend;
    for (const json& mark : facts["marks"]) marks.insert(mark["item"]);
    for (const json& label : facts["labels"]) labels.insert(label["text"]);
    for (const json& entry : facts["legend"]) legend.insert(entry["text"]);
    EXPECT_EQ(marks, (std::set<std::string>{"F1", "F2", "N1"})) << "and none of the atlas's points";
    EXPECT_TRUE(labels.contains("P1") && labels.contains("P2"));
    EXPECT_TRUE(legend.contains("P1 aching, throbbing, deep") && legend.contains("A Trapezius, upper fibres 1"));
}

TEST(ChartCommand, AChartThatIsNoneIsNotDrawn) {
    const std::string bad = changed_chart("regions", "no_chart.myomap", "myomap-chart", "myomap-poem");
    const Outcome run = run_myomap("export --chart " + bad + " -o '" MYOMAP_TEST_OUTPUT "/never.png'");
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, HasSubstr("/format"));
    EXPECT_FALSE(fs::exists(MYOMAP_TEST_OUTPUT "/never.png"));
}

TEST(ChartCommand, ABadChartIsSaidWithItsLineByCheckAndShow) {
    const std::string file = changed_chart("regions", "bad.myomap", "\"worst\": 7.5", "\"worst\": 17.5");
    const Outcome check = run_myomap("check " + file);
    EXPECT_EQ(check.code, 1);
    EXPECT_THAT(check.out, AllOf(HasSubstr("bad.myomap:44: /areas/1/worst"), HasSubstr("17.5")));
    const Outcome show = run_myomap("chart show " + file);
    EXPECT_EQ(show.code, 1);
    EXPECT_THAT(show.err, HasSubstr("/areas/1/worst"));
    EXPECT_THAT(show.out, HasSubstr("Calf, left")) << "the rest is shown";
    EXPECT_THAT(run_myomap("check " + chart).out, HasSubstr("no problems"));
    EXPECT_EQ(run_myomap("chart show /no/such.myomap").code, 1);
    EXPECT_EQ(run_myomap("chart").code, 2);
    const Outcome other = run_myomap("chart show '" MYOMAP_SOURCE_DIR "/tests/data/chart/visit.myomap'");
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.err, HasSubstr("topology"));
}

}  // namespace
}  // namespace myomap
