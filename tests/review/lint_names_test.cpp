#include "review/lint_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "atlas/load.h"
#include "base/json_document.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

class LintNamesOf : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Languages, LintNamesOf, testing::Values("en", "fr"));

TEST_P(LintNamesOf, TheShippedTextsAreShortAndComplete) {
    const JsonDocument document =
        read_json(text_file(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data/text", Language(GetParam())));
    for (const Problem& problem : lint_names(test::atlas(), document, read_texts(document).texts))
        ADD_FAILURE() << to_text(problem);
}

TEST_P(LintNamesOf, WhatIsTooLongOrMissingIsSaidWithItsPlace) {
    const JsonDocument document =
        read_json(text_file(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data/text", Language(GetParam())));
    Texts texts = read_texts(document).texts;
    texts.muscles.at("trapezius_upper").points.at("TrP1").zone_names->at(1).at(0) = "Derrière l'œil, éé éé éé éé";
    texts.muscles.at("trapezius_upper").points.at("TrP2").zone_names.reset();
    texts.skin_regions.at("temple").plain = std::string(27, 'x');
    const Problems problems = lint_names(test::atlas(), document, texts);
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems[0].pointer, "/muscles/trapezius_upper/points/TrP1/zone_names/1/0");
    EXPECT_THAT(to_text(problems[0].got), testing::HasSubstr("27 letters")) << "letters, not bytes";
    EXPECT_GT(problems[0].line, 1);
    EXPECT_EQ(problems[1].pointer, "/muscles/trapezius_upper/points/TrP2");
    EXPECT_THAT(to_text(problems[1].expected), testing::HasSubstr("zone_names"));
    EXPECT_EQ(problems[2].pointer, "/skin_regions/temple/plain");
}

}  // namespace
}  // namespace myomap
