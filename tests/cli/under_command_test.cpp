// under: a place in, the muscles below it out.

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::vector<std::string> muscles_of(const json& answer) {
    std::vector<std::string> ids;
    for (const json& one : answer.at("muscles")) ids.push_back(one.at("muscle"));
    return ids;
}

TEST(UnderCommand, JsonHasThePlaceAndTheMusclesFromTheSkinInwards) {
    const Outcome run = run_myomap("under --at femur_mid_anterior --side left --json");
    ASSERT_EQ(run.code, 0) << run.err;
    const json answer = json::parse(run.out);
    ASSERT_EQ(answer.at("at").size(), 3u);
    EXPECT_GT(answer.at("at")[0], 0) << "the patient's left";
    EXPECT_THAT(muscles_of(answer), testing::Contains("vastus_intermedius"));
    EXPECT_EQ(muscles_of(answer).front(), "rectus_femoris");
    double last = 0;
    for (const json& one : answer.at("muscles")) {
        EXPECT_EQ(one.size(), 4u);
        EXPECT_FALSE(one.at("sheet"));
        EXPECT_EQ(one.at("side"), "left");
        EXPECT_GE(one.at("depth_cm").get<double>(), last);
        last = one.at("depth_cm");
    }
}

TEST(UnderCommand, TendonsAreListedAndNoMuscles) {
    const std::string at = R"(under --at '["greater_trochanter", "lateral_epicondyle_femur", 0.6]')";
    const json answer = json::parse(run_myomap(at + " --json").out);
    ASSERT_EQ(answer.at("tendons").size(), 1u);
    EXPECT_EQ(answer.at("tendons")[0].at("tendon"), "iliotibial_tract");
    EXPECT_EQ(muscles_of(answer).front(), "vastus_lateralis");
    EXPECT_THAT(run_myomap(at + " --language fr").out, HasSubstr("Tractus ilio-tibial"));
}

TEST(UnderCommand, SheetsAreMarkedInTheTable) {
    EXPECT_THAT(run_myomap("under --at clavicle_mid_superior").out, HasSubstr("Platysma (thin sheet)"));
}

TEST(UnderCommand, NothingIsReachedThroughAThickBone) {
    EXPECT_THAT(run_myomap("under --at tibia_medial_surface_mid").out, HasSubstr("No muscle"));
}

TEST(UnderCommand, TheRightSideAnswersAsTheLeft) {
    const json left = json::parse(run_myomap("under --at ilium_outer_mid --side left --json").out);
    const json right = json::parse(run_myomap("under --at ilium_outer_mid --json").out);
    EXPECT_EQ(muscles_of(left), muscles_of(right));
    EXPECT_EQ(right.at("muscles")[0].at("side"), "right");
}

TEST(UnderCommand, ATableSaysTheDepthAndThatItIsNoGuide) {
    const Outcome english = run_myomap("under --at ilium_outer_mid");
    EXPECT_EQ(english.code, 0);
    EXPECT_THAT(english.out, testing::AllOf(HasSubstr("DEPTH"), HasSubstr("gluteus_medius"), HasSubstr("cm"),
                                            HasSubstr("no guide for a needle")));
    const Outcome french = run_myomap("under --at ilium_outer_mid --language fr");
    EXPECT_EQ(french.code, 0);
    EXPECT_THAT(french.out, testing::AllOf(HasSubstr("PROFONDEUR"), HasSubstr("gluteus_medius"), HasSubstr("cm"),
                                           HasSubstr("pas un guide pour une aiguille")));
}

TEST(UnderCommand, AFileGivesOneObjectALine) {
    const auto file = std::filesystem::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + "under.txt");
    std::ofstream(file)
        << "# places\n13.1,70,10\n\nno_such_landmark\n[\"acromion_tip\", \"c7_spinous\", 0.5]  # shoulder\n";
    const Outcome run = run_myomap("under --file '" + file.string() + "'");
    EXPECT_EQ(run.code, 1) << "one line was no place";
    std::istringstream lines(run.out);
    std::vector<json> answers;
    for (std::string line; std::getline(lines, line);) answers.push_back(json::parse(line));
    ASSERT_EQ(answers.size(), 3u);
    EXPECT_FALSE(muscles_of(answers[0]).empty());
    EXPECT_EQ(answers[1].at("line"), 4);
    EXPECT_THAT(answers[1].at("error").get<std::string>(), HasSubstr("no_such_landmark"));
    EXPECT_THAT(muscles_of(answers[2]), testing::Contains(HasSubstr("trapezius")));
}

TEST(UnderCommand, WhatCannotBeAnsweredIsSaid) {
    EXPECT_EQ(run_myomap("under").code, 2);
    EXPECT_EQ(run_myomap("under --at vertex --file x").code, 2);
    const Outcome far = run_myomap("under --at=900,900,900");
    EXPECT_EQ(far.code, 2);
    EXPECT_THAT(far.err, HasSubstr("away from the skin"));
    EXPECT_THAT(run_myomap("under --file /no/such/file").err, HasSubstr("cannot read"));
}

TEST(LayerOptions, AreCheckedAndNamed) {
    const std::string out = " -o '" MYOMAP_TEST_OUTPUT "/layer.png' --size 96x96";
    EXPECT_EQ(run_myomap("export --layer bones" + out).code, 0);
    const Outcome bad = run_myomap("export --layer liver" + out);
    EXPECT_EQ(bad.code, 2);
    EXPECT_THAT(bad.err, testing::AllOf(HasSubstr("liver"), HasSubstr("glass")));
    EXPECT_THAT(run_myomap("export --around over" + out).err, HasSubstr("--muscle"));
}

TEST(ShapeFiles, AreCheckedWithLineAndPointerAndByGeometry) {
    const auto file = std::filesystem::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + "shapes.json");
    std::ofstream(file)
        << R"({"format": "myomap-muscle-shapes", "format_version": 1, "license": "CC0", "source": "a test", "shapes": [
  {"id": "crossed", "confidence": "low", "parts": [{"stations": [
    {"curve": ["t7_spinous", "t12_spinous"], "thickness_cm": 0.5},
    {"curve": ["rib9_lateral", "rib6_lateral"], "thickness_cm": 0.5}]}]},
  {"id": "flat", "confidence": "low", "parts": [{"stations": [
    {"at": "t7_spinous", "width_cm": 1, "thickness_cm": 0},
    {"at": "t12_spinouss", "width_cm": 1, "thickness_cm": 0.5}]}]}]})";
    const Outcome run = run_myomap("check '" + file.string() + "'");
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.out, HasSubstr(":2: /shapes/0/parts/0: expected a part that can be built"));
    EXPECT_THAT(run.out, HasSubstr("fibres cross"));
    EXPECT_THAT(run.out, HasSubstr(":6: /shapes/1/parts/0/stations/0/thickness_cm"));
    EXPECT_THAT(run.out, HasSubstr("did you mean \"t12_spinous\""));
}

TEST(MuscleSheet, HasATileForEachMuscleOfTheRegion) {
    const std::string out = std::string(MYOMAP_TEST_OUTPUT) + "/muscle_sheet.png";
    const Outcome run = run_myomap("sheet --muscles --muscle soleus --tile 240x240 -o '" + out + "'");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_GT(std::filesystem::file_size(out), 3000u);
}

}  // namespace
}  // namespace myomap
