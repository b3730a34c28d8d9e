#include "atlas/phrases.h"

#include <array>

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(Phrases, FillTheirBlanksInAnyOrder) {
    const Phrases phrases({{"{} of {}", "{1} : {0}"}}, {}, {});
    EXPECT_EQ(phrases("{} of {}", std::array<std::string, 2>{"one", "two"}), "two : one");
    EXPECT_EQ(phrases("not known: {}", "x"), "not known: x");
    EXPECT_EQ(phrases("{} and {}", "x"), "x and {}");
    EXPECT_EQ(filled("{a} {", {}), "{a} {");
    EXPECT_EQ(blanks_in("{} {0} {1} {x} {"), 3);
}

TEST(Phrases, CountByTheRuleOfTheLanguage) {
    const Phrases french({}, {{"{} muscles", {"{} muscle", "{} muscles"}}}, *PluralRule::read("n > 1", 2));
    EXPECT_EQ(french.count("{} muscles", 0), "0 muscle");
    EXPECT_EQ(french.count("{} muscles", 1), "1 muscle");
    EXPECT_EQ(french.count("{} muscles", 2), "2 muscles");
}

TEST(Phrases, WhatALanguageDoesNotCountIsCountedInEnglish) {
    const Phrases english({}, {{"{} muscles of {}", {"{} muscle of {}", "{} muscles of {}"}}}, {});
    Phrases french({{"muscles", "muscles"}}, {}, *PluralRule::read("n > 1", 2));
    french.fall_back_on(std::make_shared<const Phrases>(english));
    EXPECT_EQ(french.count("{} muscles of {}", 0, std::array<std::string, 1>{"3"}), "0 muscles of 3");
    EXPECT_EQ(french.count("{} muscles of {}", 1, std::array<std::string, 1>{"3"}), "1 muscle of 3");
    EXPECT_EQ(french.count("{} points", 1), "1 points");  // nobody knows it: the key
}

TEST(Spacing, KeepsSignsWithTheirWord) {
    const Spacing french{{":", ";", "!", "?", "%", "\u00bb"}, {"\u00ab"}};
    EXPECT_EQ(french.apply("vers le haut ; agissant : \u00ab oui \u00bb ?"),
              "vers le haut\u00a0; agissant\u00a0: \u00ab\u00a0oui\u00a0\u00bb\u00a0?");
    EXPECT_EQ(french.apply(""), "");
    EXPECT_EQ(Spacing().apply("a : b"), "a : b");
}

}  // namespace
}  // namespace myomap
