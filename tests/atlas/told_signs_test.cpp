#include "atlas/told_signs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum Sign { infection, meningitis, foot };

Vocabulary english() {
    Vocabulary words;
    words.language = Language("en");
    words.ignored = {"and", "my", "the", "is", "a", "with", "just", "i", "between", "really", "in", "pain"};
    words.body = {"neck", "knee"};
    words.ideas = {{"fever", {"fever", "shivering"}},
                   {"neck", {"neck"}},
                   {"foot_drop", {"can't lift my foot"}},
                   {"numb", {"numb", "no feeling"}}};
    words.denials = {"no", "not", "without", "no pain in"};
    return words;
}

Vocabulary french() {
    Vocabulary words;
    words.language = Language("fr");
    words.ignored = {"et", "de", "la", "j", "ai"};
    words.body = {"nuque"};
    words.ideas = {{"fever", {"fièvre"}}, {"neck", {"nuque"}}};
    words.denials = {"pas"};
    return words;
}

ToldSigns::Reading read(const char* text) {
    const std::vector<SignRule> rules{{infection, {"fever", "body"}},
                                      {meningitis, {"fever", "neck"}},
                                      {foot, {"foot_drop"}},
                                      {foot, {"numb", "body"}}};
    const std::vector<Vocabulary> words{english(), french()};
    return ToldSigns(rules, words).read(text);
}

std::vector<int> signs(const char* text) {
    std::vector<int> signs;
    for (const auto& told : read(text).told) signs.push_back(told.sign);
    return signs;
}

TEST(ToldSigns, IdeasTellOfASignInWhateverOrderAndWords) {
    EXPECT_THAT(signs("fever and a swollen knee"), ElementsAre(infection));
    EXPECT_THAT(signs("my knee is huge and I am shivering"), ElementsAre(infection));
    EXPECT_THAT(signs("Fievre, NUQUE"), ElementsAre(meningitis, infection)) << "any part of the body tells less";
    EXPECT_THAT(signs("fever"), IsEmpty());
    EXPECT_THAT(signs("knee"), IsEmpty());
    EXPECT_THAT(signs(""), IsEmpty());
}

TEST(ToldSigns, EndingsAndASlipDoNotMatter) {
    EXPECT_THAT(signs("fevers in both knees"), ElementsAre(infection));
    EXPECT_THAT(signs("shiverring with a sore knee"), ElementsAre(infection));
}

TEST(ToldSigns, ASayingMayHaveWordsBetweenThatSayNothing) {
    EXPECT_THAT(signs("I can't really lift my foot"), ElementsAre(foot));
    EXPECT_THAT(signs("can't reach or lift my foot"), IsEmpty());
}

TEST(ToldSigns, WhatIsDeniedIsNotThere) {
    EXPECT_THAT(signs("no fever, just a stiff neck"), IsEmpty());
    EXPECT_EQ(read("no fever, just a stiff neck").left, "just a stiff neck");
    EXPECT_THAT(signs("pas de fièvre, mal à la nuque"), IsEmpty());
    EXPECT_THAT(signs("no feeling in my knee"), ElementsAre(foot)) << "a saying may begin with a denial";
    EXPECT_THAT(signs("not just my neck hurts, fever too"), ElementsAre(meningitis, infection))
        << "no part of the body is denied";
    EXPECT_THAT(signs("no pain in my neck, but fever"), IsEmpty());
    EXPECT_EQ(read("no neck is sore").left, "is sore") << "as in: no chest pain";
}

TEST(ToldSigns, SaysTheWordsThatTell) {
    EXPECT_EQ(read("shivering and my neck hurts").told.front().words, "shivering, neck");
    EXPECT_EQ(read("knee hurts").left, "knee hurts");
    EXPECT_EQ(read("I can't walk").left, "i can t walk") << "as any other text is folded";
}

}  // namespace
}  // namespace myomap
