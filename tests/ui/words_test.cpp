// Every word the program says has one in every language.

#include "ui/words.h"
#include "base/text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/muscle_view.h"
#include "chart/views.h"
#include "offscreen_ui.h"
#include "ui/keys.h"

namespace myomap {
namespace {

// A literal's escapes as they are used in the sources.
std::string unescaped(std::string_view literal) {
    std::string text;
    for (size_t i = 0; i < literal.size(); ++i) {
        if (literal[i] != '\\') {
            text += literal[i];
        } else if (literal[++i] == 'u') {
            const int code = std::stoi(std::string(literal.substr(i + 1, 4)), nullptr, 16);
            i += 4;
            if (code < 0x800) {
                text += static_cast<char>(0xC0 | code >> 6);
            } else {
                text += static_cast<char>(0xE0 | code >> 12);
                text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            }
            text += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            text += literal[i] == 'n' ? '\n' : literal[i];
        }
    }
    return text;
}

// The literals in the first argument of the functions that `call` matches; neighbours are one.
std::set<std::string> spoken(const std::string& source, const std::regex& call) {
    std::set<std::string> found;
    for (std::sregex_iterator it(source.begin(), source.end(), call), end; it != end; ++it) {
        std::vector<std::string> literals;
        size_t literal_end = std::string::npos;
        int depth = 1;
        for (auto i = static_cast<size_t>(it->position() + it->length()); i < source.size() && depth > 0; ++i) {
            const char c = source[i];
            if (c == '"') {
                size_t close = i + 1;
                while (source[close] != '"') close += source[close] == '\\' ? 2 : 1;
                const std::string text = unescaped(std::string_view(source).substr(i + 1, close - i - 1));
                const bool goes_on =
                    literal_end != std::string::npos && source.find_first_not_of(" \n\t", literal_end) == i;
                if (goes_on)
                    literals.back() += text;
                else
                    literals.push_back(text);
                i = close;
                literal_end = close + 1;
                continue;
            }
            if (c == ',' && depth == 1) break;
            depth += c == '(' || c == '{' || c == '[';
            depth -= c == ')' || c == '}' || c == ']';
        }
        found.insert(literals.begin(), literals.end());
    }
    return found;
}

const std::filesystem::path texts = std::filesystem::path(MYOMAP_SOURCE_DIR) / "data" / "text";

Phrases phrases_in(const Language& language) {
    const LoadedTexts loaded = load_texts(text_file(texts, language));
    EXPECT_TRUE(loaded.problems.empty()) << language.code();
    return loaded.texts.phrases;
}

std::vector<Language> translations() {
    std::vector<Language> languages = languages_in(texts);
    std::erase_if(languages, [](const Language& one) { return one.is_english(); });
    return languages;
}

// What all sources say, each with a file that says it.
std::map<std::string, std::string> all_spoken(const std::regex& call) {
    std::map<std::string, std::string> found;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(MYOMAP_SOURCE_DIR) / "src")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path());
        const std::string source(std::istreambuf_iterator<char>(in), {});
        for (const std::string& text : spoken(source, call)) found.emplace(text, entry.path().filename().string());
    }
    return found;
}

TEST(Catalogues, HaveEverythingTheSourcesSay) {
    const auto said = all_spoken(std::regex(R"(\b(say|say_count|phrase|phrase_count|word)\()"));
    EXPECT_GT(said.size(), 300u);
    for (const Language& language : translations()) {
        const Phrases phrases = phrases_in(language);
        for (const auto& [text, file] : said)
            EXPECT_TRUE(phrases.has(text)) << language.code() << ": " << file << " says \"" << text << "\"";
    }
}

TEST(Catalogues, CountInEveryLanguageWhatIsCounted) {
    const auto said = all_spoken(std::regex(R"(\b(say_count|phrase_count)\()"));
    EXPECT_GE(said.size(), 5u);
    for (const Language& language : languages_in(texts)) {
        const Phrases phrases = phrases_in(language);
        for (const auto& [text, file] : said)
            EXPECT_TRUE(phrases.counted().contains(text))
                << language.code() << ": " << file << " says \"" << text << "\"";
    }
}

Phrases french() { return phrases_in(Language("fr")); }

TEST(FrenchWords, AreThereForWhatIsSaidByName) {
    const Phrases phrases = french();
    OffscreenUi window;
    for (const ModeEntry& mode : window.modes.all()) {
        EXPECT_TRUE(phrases.has(mode.name)) << mode.name;
        for (const PanelEntry& panel : mode.panels) EXPECT_TRUE(phrases.has(panel.name)) << panel.name;
    }
    for (const KeyBinding& binding : key_table(window.ui)) {
        EXPECT_TRUE(phrases.has(binding.group)) << binding.group;
        EXPECT_TRUE(phrases.has(binding.what)) << binding.what;
    }
    for (int i = 0; i < 6; ++i) {
        EXPECT_TRUE(phrases.has(title_of(static_cast<StandardView>(i))));
        for (const bool section : {false, true}) {
            EXPECT_TRUE(phrases.has(short_title_of(static_cast<StandardView>(i), section)));
        }
    }
    for (const char* text : {"front",
                             "back",
                             "patient's left",
                             "patient's right",
                             "The chosen region",
                             "Where it is felt",
                             "Essential zone: felt by nearly everyone",
                             "Spillover zone: felt by some",
                             "The muscle's own area",
                             "left",
                             "right",
                             "midline",
                             "bone",
                             "skin",
                             "joint",
                             "essential",
                             "spillover",
                             "superficial",
                             "intermediate",
                             "deep",
                             "high",
                             "medium",
                             "low"})
        EXPECT_TRUE(phrases.has(text)) << text;
}

TEST(FrenchWords, AreThereForTheStepsOfTheUndoList) {
    const Phrases phrases = french();
    OffscreenUi window;
    std::vector<Message> steps;
    Document d;
    for (const auto action : {toggle_spillover, toggle_muscle_area, toggle_labels, toggle_all_points})
        for (int i = 0; i < 2; ++i) steps.push_back(action(d));
    for (const BodyId body : {BodyId::adult_female, BodyId::adult_male}) steps.push_back(choose_body(d, body));
    for (const SideChoice side : {SideChoice::left, SideChoice::both, SideChoice::right})
        steps.push_back(choose_side(d, side));
    for (const Theme theme : {Theme::dark, Theme::light}) steps.push_back(choose_theme(d, theme));
    select_muscle(d, window.scene, 0);
    for (const Layout layout : {Layout::plate, Layout::head_neck, Layout::focus, Layout::single})
        steps.push_back(choose_layout(d, window.scene, layout));
    for (const Around around : {Around::alone, Around::over, Around::under, Around::all})
        steps.push_back(choose_around(d, around));
    for (const Style style : {Style::line_art, Style::shaded}) steps.push_back(choose_style(d, style));
    steps.push_back(hide_muscle(d, window.scene, 1));
    steps.push_back(show_hidden_muscles(d));
    for (int step = 0; step < depth_steps(window.scene); ++step) steps.push_back(choose_depth(d, window.scene, step));
    steps.push_back(clear_selection(d));
    for (const Message& step : steps) {
        if (!step.empty()) EXPECT_TRUE(phrases.has(step.key)) << step.key;
        for (const MessageArgument& argument : step.arguments)
            if (argument.kind == MessageArgument::Kind::phrase) EXPECT_TRUE(phrases.has(argument.value));
    }
}

TEST(FrenchWords, KeepTheSpacesOfFrenchTypography) {
    // Within a translation, an ordinary blank never stands before a high sign.
    static const std::regex bad(" [;!?%:]|\u00ab ");
    const Phrases phrases = french();
    for (const auto& [english, words] : phrases.translations()) EXPECT_FALSE(std::regex_search(words, bad)) << words;
}

TEST(Words, CapitalsReachFrenchLetters) {
    EXPECT_EQ(capitalised("\u00e9l\u00e9vateur"), "\u00c9l\u00e9vateur");
    EXPECT_EQ(capitalised("\u0153il"), "\u0152il");
    EXPECT_EQ(capitalised("jaw"), "Jaw");
    EXPECT_EQ(capitalised(""), "");
}

TEST(Words, EveryRegionBelongsToAPartOfTheBody) {
    OffscreenUi window;
    for (const SkinRegion& region : window.scene.regions->set().regions)
        EXPECT_NE(body_part_of(window.scene, region.id).id, "other") << region.id;
    EXPECT_EQ(body_part_of(window.scene, "heel").id, "foot");
    EXPECT_EQ(body_part_of(window.scene, "no_such_region").id, "other");
}

}  // namespace
}  // namespace myomap
