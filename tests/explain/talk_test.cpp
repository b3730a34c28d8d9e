// The shipped talk: whole, sourced, readable; and what is said of talks that are not.

#include "explain/talk.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path shipped = MYOMAP_SOURCE_DIR "/data/explain/default.json";
const fs::path schema = MYOMAP_SOURCE_DIR "/data/schema/talk.schema.json";

std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What is wrong with the shipped one after that change, in English.
std::string wrong_after(const std::string& from, const std::string& to) {
    std::string text = read(shipped);
    text.replace(text.find(from), from.size(), to);
    const fs::path file = fs::path(MYOMAP_TEST_OUTPUT) / "talk.json";
    std::ofstream(file) << text;
    std::string all;
    for (const Problem& problem : check_talk(file, schema)) all += to_text(problem) + "\n";
    return all;
}

std::vector<std::string> told_by(const StepWords& words) {
    std::vector<std::string> all{words.heading};
    all.insert(all.end(), words.text.begin(), words.text.end());
    all.insert(all.end(), words.list.begin(), words.list.end());
    return all;
}

TEST(Talk, TheShippedOneIsWholeInBothLanguages) {
    EXPECT_TRUE(check_talk(shipped, schema).empty());
    const Talk talk = load_talk(shipped).talk;
    EXPECT_GE(talk.steps.size(), 12u);
    EXPECT_EQ(talk.steps.front().shows, StepShows::warning_signs) << "they come first";
    for (const TalkStep& step : talk.steps) {
        ASSERT_TRUE(step.words.contains("fr")) << step.id;
        const StepWords &en = step.in("en"), &fr = step.in("fr");
        EXPECT_EQ(en.text.size(), fr.text.size()) << step.id;
        EXPECT_EQ(en.list.size(), fr.list.size()) << step.id;
        EXPECT_EQ(en.small.empty(), fr.small.empty()) << step.id;
        EXPECT_EQ(en.ask.empty(), fr.ask.empty()) << step.id;
        // Large type has room for so many.
        std::size_t words = 0;
        for (const std::string& paragraph : en.text)
            words += 1 + static_cast<std::size_t>(std::ranges::count(paragraph, ' '));
        EXPECT_LE(words, 45u) << step.id;
        EXPECT_EQ(&step.in("xx"), &en) << "English where a language is not there";
    }
    // What claims something of needles says where that is from.
    for (const char* id : {"spot", "choices", "needling", "hopes", "effects", "after", "helps", "for_me"})
        EXPECT_FALSE(talk.find(id)->sources.empty()) << id;
}

TEST(Talk, PromisesNothingAndFrightensNobody) {
    for (const TalkStep& step : load_talk(shipped).talk.steps)
        for (const auto& [language, words] : step.words)
            for (std::string text : told_by(words)) {
                std::ranges::transform(text, text.begin(),
                                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
                for (const char* word : {"knot", "damage", "release", "out of place", "n\u0153ud", "l\u00e9sion",
                                         "cure", "will help", "gu\u00e9rira", "always"})
                    EXPECT_EQ(text.find(word), std::string::npos) << step.id << ": " << text;
            }
}

// Sentences, words and syllables of plain texts, counted by their vowels.
struct Count {
    double sentences = 0, words = 0, syllables = 0;

    void add(const std::string& text, bool french) {
        bool in_word = false, in_vowel = false;
        int here = 0;
        char last = ' ';
        std::string letters;
        const auto end_word = [&] {
            if (!in_word) return;
            words += 1;
            // A mute e at the end; in French also of a plural.
            if (here > 1 && (last == 'e' || (french && letters.ends_with("es")))) --here;
            syllables += std::max(1, here);
            in_word = in_vowel = false;
            here = 0;
            letters.clear();
        };
        for (std::size_t i = 0; i < text.size(); ++i) {
            auto c = static_cast<unsigned char>(text[i]);
            // Of an accented letter the first byte stands for the letter, as a vowel: most are.
            const bool accented = c >= 0xc3 && c < 0xc6;
            if (c >= 0x80 && !accented) continue;
            if (std::isalpha(c) || accented) {
                const bool vowel =
                    accented || std::string_view("aeiouyAEIOUY").find(static_cast<char>(c)) != std::string_view::npos;
                if (vowel && !in_vowel) ++here;
                in_vowel = vowel;
                in_word = true;
                last = accented ? '.' : static_cast<char>(std::tolower(c));
                letters += last;
            } else {
                end_word();
                if (c == '.' || c == '?' || c == '!' || c == ':' || c == ';') sentences += 1;
            }
        }
        end_word();
        if (!text.empty() && std::string_view(".?!:;").find(text.back()) == std::string_view::npos) sentences += 1;
    }
};

Count count_of(std::string_view language) {
    Count count;
    for (const TalkStep& step : load_talk(shipped).talk.steps)
        for (const std::string& text : told_by(step.in(language))) count.add(text, language == "fr");
    return count;
}

// Flesch-Kincaid's grade: school years.
TEST(Talk, IsReadAfterSixOrSevenSchoolYears) {
    const Count en = count_of("en");
    EXPECT_GT(en.words, 400);
    EXPECT_LT(0.39 * en.words / en.sentences + 11.8 * en.syllables / en.words - 15.59, 7);
}

// Kandel and Moles's scale for French, as Flesch's: from 70 up it is easy, as for eleven-year-olds.
TEST(Talk, IsEasyToReadInFrench) {
    const Count fr = count_of("fr");
    EXPECT_GT(fr.words, 400);
    EXPECT_GT(207 - 1.015 * fr.words / fr.sentences - 73.6 * fr.syllables / fr.words, 70);
}

TEST(Talk, WhatIsWrongIsSaidWhereItIs) {
    EXPECT_THAT(wrong_after("\"counts\": [8,", "\"counts\": [9,"), HasSubstr("/steps/9/counts"));
    EXPECT_THAT(wrong_after("{places}", "{place}"), HasSubstr("no other blanks than {muscle}"));
    EXPECT_THAT(wrong_after("\"id\": \"pain\"", "\"id\": \"signs\""), HasSubstr("a step id that is not used yet"));
    EXPECT_THAT(wrong_after("\"shows\": \"needle\"", "\"shows\": \"needles\""), HasSubstr("did you mean \"needle\""));
    EXPECT_THAT(wrong_after("[\"QUI\", \"DOM\"]", "[\"QUA\"]"), HasSubstr("a key of the talk's"));
    EXPECT_THAT(wrong_after("\"heading\": \"This is where it hurts\",", ""), HasSubstr("/steps/1/words/en"));
    const LoadedTalk none = load_talk("/no/such.json");
    EXPECT_TRUE(none.talk.steps.empty());
    EXPECT_FALSE(none.problems.empty());
}

}  // namespace
}  // namespace myomap
