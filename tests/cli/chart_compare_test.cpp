// Two charts compared on the command line.

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
using testing::StartsWith;

const std::string older = chart_file("month_before"), newer = chart_file("full_visit");
const std::string both = older + " " + newer;

TEST(ChartCompare, SaysWhatDiffersWithWarningSignsFirst) {
    const Outcome run = run_myomap("chart compare " + both);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out,
                AllOf(StartsWith("A. B., 1961, Before \u00b7 2026-10-30, After \u00b7 2026-11-28, Adult male\n"),
                      HasSubstr("as before"), HasSubstr("gone"), HasSubstr("Stayed "), HasSubstr("not a diagnosis")));
    EXPECT_LT(run.out.find("not asked again"), run.out.find("AREA"));
    const Outcome french = run_myomap("chart compare --language fr " + both);
    EXPECT_THAT(french.out, AllOf(HasSubstr("comme avant"), HasSubstr("disparue"), HasSubstr("CONSTATATION")));
}

TEST(ChartCompare, JsonHasAllOfIt) {
    const json answer = json::parse(run_myomap("chart compare --json " + both).out);
    EXPECT_EQ(answer["after"]["date"], "2026-11-28");
    EXPECT_EQ(answer["as_before"]["least_jaccard"], 0.42);
    std::map<std::string, int> changes;
    for (const json& area : answer["areas"]) ++changes[area["change"]];
    EXPECT_EQ(changes, (std::map<std::string, int>{{"as_before", 1}, {"changed", 2}, {"gone", 1}, {"new", 2}}));
    const json& back = answer["areas"][0];
    EXPECT_EQ(back["before"]["number"], "P1");
    EXPECT_EQ(back["now"]["difference"], -3.0);
    EXPECT_NEAR(back["extent_change"].get<double>(),
                back["after"]["cm2"].get<double>() / back["before"]["cm2"].get<double>() - 1, 0.002);
    const json& skin = answer["skin"];
    EXPECT_NEAR(skin["stayed"]["cm2"].get<double>() + skin["new"]["cm2"].get<double>(),
                answer["together"]["after"]["cm2"].get<double>(), 12);
    const json female = json::parse(run_myomap("chart compare --json --body female " + both).out);
    EXPECT_NE(female["together"]["after"]["cm2"], answer["together"]["after"]["cm2"]);
    EXPECT_EQ(female["body"], "adult_female");
}

TEST(ChartCompare, WritesAPictureOrAPage) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "compared";
    fs::create_directories(folder);
    const auto write = [&](const std::string& name, const std::string& options = "") {
        fs::remove(folder / name);
        return run_myomap("chart compare " + both + " " + options + " -o '" + (folder / name).string() + "'");
    };
    const Outcome picture = write("c.png", "--size 900x600 --scale 0.6 --view posterior");
    EXPECT_EQ(picture.code, 0) << picture.err;
    EXPECT_EQ(picture.out, "");
    EXPECT_GT(fs::file_size(folder / "c.png"), 10000u);
    const Outcome page = write("c.pdf", "--paper Letter");
    EXPECT_EQ(page.code, 0) << page.err;
    const Outcome text = run_shell("pdftotext -layout '" + (folder / "c.pdf").string() + "' -");
    EXPECT_THAT(text.out, AllOf(HasSubstr("A. B., 1961"), HasSubstr("Difference"), HasSubstr("as before"),
                                HasSubstr("Quadratus lumborum"), HasSubstr("Page 1 of ")));
    EXPECT_EQ(write("c.txt").code, 2);
    const Outcome unused = write("c2.pdf", "--size 900x600");
    EXPECT_EQ(unused.code, 2);
    EXPECT_THAT(unused.err, HasSubstr("--size"));
    EXPECT_FALSE(fs::exists(folder / "c2.pdf"));
    EXPECT_EQ(run_myomap("chart compare " + both + " --view left").code, 2) << "there is nothing to draw";
}

TEST(ChartCompare, SaysWhichOfTheTwoIsDamagedOrMissing) {
    const Outcome missing = run_myomap("chart compare /no/such.myomap " + newer);
    EXPECT_EQ(missing.code, 1);
    EXPECT_THAT(missing.err, AllOf(StartsWith("The first chart: "), HasSubstr("/no/such.myomap")));
    const std::string bad = changed_chart("full_visit", "compare_bad.myomap", "\"worst\": 7.5", "\"worst\": 17.5");
    const Outcome damaged = run_myomap("chart compare " + older + " " + bad);
    EXPECT_EQ(damaged.code, 1);
    EXPECT_THAT(damaged.err, AllOf(StartsWith("The second chart: "), HasSubstr("/areas/1/worst")));
    EXPECT_THAT(damaged.out, HasSubstr("as before")) << "the rest is compared";
    EXPECT_EQ(run_myomap("chart compare " + older).code, 2);
}

TEST(ChartCompare, PointsOutAnotherPatientAndTheWrongOrder) {
    const std::string other = changed_chart("full_visit", "compare_other.myomap", "A. B., 1961", "C\\u001b[31m D");
    EXPECT_THAT(run_myomap("chart compare " + older + " " + other).out,
                AllOf(HasSubstr("different patient labels"), Not(HasSubstr("\x1b"))));
    EXPECT_THAT(run_myomap("chart compare " + newer + " " + older).out, HasSubstr("give the older one first"));
}

}  // namespace
}  // namespace myomap
