// What explains a chart's drawing, as the command line says it.

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

json asked(const std::string& arguments) {
    const Outcome run = run_myomap("find --json " + arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    return json::parse(run.out);
}

TEST(FindChart, EachAnswerHasBothSharesAndItsReason) {
    const json answer = asked("--chart " + chart);
    EXPECT_THAT(answer["where"].get<std::string>(), HasSubstr("Calf, left"));
    EXPECT_EQ(answer["body"], "adult_male");
    EXPECT_TRUE(answer["area"].is_null());
    EXPECT_TRUE(answer["warning_signs"][0]["emergency"].get<bool>());
    std::set<std::string> sides;
    double last = 1;
    for (const json& one : answer["results"]) {
        for (const char* share : {"explained", "pattern_share"}) {
            EXPECT_GT(one[share].get<double>(), 0) << one;
            EXPECT_LE(one[share].get<double>(), 1) << one;
        }
        EXPECT_FALSE(one["reason"].get<std::string>().empty());
        EXPECT_LE(one["score"].get<double>(), last);
        last = one["score"];
        sides.insert(one["side"].get<std::string>());
    }
    EXPECT_EQ(sides, (std::set<std::string>{"left", "right"})) << "head on the right, calf on the left";
    EXPECT_FALSE(answer.contains("together"));
}

TEST(FindChart, OneAreaIsAskedByTheNumberOfTheChart) {
    const json calf = asked("--chart " + chart + " --area p2");
    EXPECT_EQ(calf["area"], "P2");
    EXPECT_EQ(calf["where"], "Calf, left");
    for (const json& one : calf["results"]) EXPECT_EQ(one["side"], "left") << one;
    const json temple = asked("--chart " + chart + " --area P1 --body female");
    EXPECT_EQ(temple["body"], "adult_female");
    EXPECT_EQ(temple["results"][0]["side"], "right");
    const Outcome none = run_myomap("find --chart " + chart + " --area P3");
    EXPECT_EQ(none.code, 2);
    EXPECT_THAT(none.err, HasSubstr("P1 to P2"));
}

TEST(FindChart, TogetherCombinesPointsOfBothSides) {
    const json together = asked("--together --chart " + chart)["together"];
    ASSERT_GE(together["points"].size(), 2u);
    std::set<std::string> sides;
    double added = 0;
    for (const json& one : together["points"]) {
        sides.insert(one["side"].get<std::string>());
        added += one["adds"].get<double>();
    }
    EXPECT_EQ(sides.size(), 2u);
    EXPECT_NEAR(added, together["explained"].get<double>(), 0.02);
    EXPECT_THAT(together["words"].get<std::string>(), HasSubstr("together they explain"));
    EXPECT_THAT(run_myomap("find --together --chart " + chart).out,
                AllOf(HasSubstr("together they explain"), HasSubstr("ADDS")));
}

TEST(FindChart, WarningSignsStandBeforeTheTable) {
    const Outcome run = run_myomap("find --chart " + chart);
    EXPECT_EQ(run.code, 0) << run.err;
    const auto sign = run.out.find("First: is it something else?"), table = run.out.find("EXPLAINS");
    ASSERT_NE(sign, std::string::npos) << run.out;
    EXPECT_LT(sign, table);
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("DRAWN OF ITS PATTERN"), HasSubstr("not a diagnosis"), Not(HasSubstr("nerve:"))));
}

TEST(FindChart, NumbnessAsksForTheNerve) {
    const std::string numb = changed_chart("regions", "numb.myomap", "cramping", "numb");
    EXPECT_THAT(run_myomap("find --chart " + numb).out, HasSubstr("see also nerve: "));
    EXPECT_FALSE(asked("--chart " + numb + " --area P2")["nerve"].empty());
    EXPECT_TRUE(asked("--chart " + numb + " --area P1")["nerve"].empty());
}

TEST(FindChart, SpeaksFrench) {
    const Outcome run = run_myomap("find --together --language fr --chart " + chart);
    EXPECT_THAT(run.out, AllOf(HasSubstr("EXPLIQUE"), HasSubstr("ensemble, ils expliquent"), HasSubstr("Mollet")));
}

TEST(FindChart, WhatIsWrongWithTheFileIsSaidAndTheRestIsAsked) {
    const Outcome run =
        run_myomap("find --chart " + changed_chart("regions", "bad_find.myomap", "\"worst\": 7.5", "\"worst\": 17.5"));
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, HasSubstr("/areas/1/worst"));
    EXPECT_THAT(run.out, HasSubstr("EXPLAINS"));
    EXPECT_EQ(run_myomap("find --chart /no/such.myomap").code, 1);
    const Outcome empty =
        run_myomap("find --chart " + changed_chart("regions", "no_pain.myomap", "\"areas\"", "\"areas_of_old\""));
    EXPECT_EQ(empty.code, 1);
    EXPECT_THAT(empty.err, HasSubstr("mark pain areas first"));
    EXPECT_EQ(run_myomap("find --together --at pterion").code, 2);
    EXPECT_EQ(run_myomap("find --at pterion --chart " + chart).code, 2);
}

}  // namespace
}  // namespace myomap
