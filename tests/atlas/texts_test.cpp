#include "atlas/texts.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/schema_check.h"
#include "sample_file.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::line_of;
using testing::read_file;
using testing::sample_landmarks;
using testing::sample_texts;
using testing::source_path;
using testing::with;

// A copy of the sample dataset with its own texts, which a test may change.
class TextFiles : public ::testing::Test {
protected:
    TextFiles() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / ("myomap_texts_" + std::to_string(::getpid()) + test->name());
        fs::create_directories(folder_ / "text");
        fs::copy_file(source_path("tests/data/atlas/good.json"), dataset());
        for (const char* language : {"en", "fr"}) write(language, sample(language));
    }
    ~TextFiles() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    static std::string sample(const std::string& language) { return read_file(sample_texts() / (language + ".json")); }
    fs::path dataset() const { return folder_ / "trigger_points.json"; }
    fs::path file(const std::string& language) const { return folder_ / "text" / (language + ".json"); }
    void write(const std::string& language, std::string_view text) const {
        std::ofstream(file(language), std::ios::binary | std::ios::trunc) << text;
    }
    LoadedAtlas load(Language language) const { return load_atlas(dataset(), sample_landmarks(), language); }
    Problems check() const { return check_dataset(dataset(), sample_landmarks(), source_path("data/schema")); }

    fs::path folder_;
};

std::string all_text(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

// The sample's first point has a zone of two strokes and one of one.
std::string with_zone_names(std::string text, const std::string& names) {
    const std::string after = "\"angle of the jaw\"],";
    return text.insert(text.find(after) + after.size(), "\"zone_names\": " + names + ",");
}

TEST_F(TextFiles, AZoneHasOneShortNameOrOneForEachStroke) {
    write("en", with_zone_names(sample("en"), R"([["Temple", "Behind the ear"], ["Jaw"]])"));
    auto zones = load(Language()).atlas.muscles.at(0).trigger_points.at(0).zones;
    EXPECT_EQ(zones.at(0).names, (std::vector<std::string>{"Temple", "Behind the ear"}));
    EXPECT_EQ(zones.at(1).names, (std::vector<std::string>{"Jaw"}));
    EXPECT_EQ(load(Language("fr")).atlas.muscles.at(0).trigger_points.at(0).zones.at(1).names,
              (std::vector<std::string>{"Jaw"}))
        << "English stands in";
    EXPECT_NE(all_text(load(Language("fr")).problems).find("zone_names"), std::string::npos) << "and it is said";

    write("en", with_zone_names(sample("en"), R"([["Head"], ["Jaw"]])"));
    zones = load(Language()).atlas.muscles.at(0).trigger_points.at(0).zones;
    EXPECT_EQ(zones.at(0).names, (std::vector<std::string>{"Head", "Head"}));
    write("en", sample("en"));
    EXPECT_TRUE(load(Language()).atlas.muscles.at(0).trigger_points.at(0).zones.at(0).names.empty());
}

TEST_F(TextFiles, BadShortNamesAreSaidAndLeftOut) {
    const std::pair<const char*, const char*> cases[] = {{R"([["A", "B"]])", "one for each zone"},
                                                         {R"([["A", "B", "C"], ["D"]])", "2, one for each stroke"},
                                                         {R"([["A", "B"], ["C", "D"]])", "one name"},
                                                         {R"([["A", ""], ["C"]])", "a list of names"},
                                                         {R"([["A", 7], ["C"]])", "a list of names"},
                                                         {R"(["A", "C"])", "a list of names"},
                                                         {R"("A")", "a list of lists"}};
    for (const auto& [names, said] : cases) {
        write("en", with_zone_names(sample("en"), names));
        const LoadedAtlas loaded = load(Language());
        ASSERT_EQ(loaded.problems.empty(), false) << names;
        EXPECT_NE(all_text(loaded.problems).find(said), std::string::npos) << names << all_text(loaded.problems);
        for (const Zone& zone : loaded.atlas.muscles.at(0).trigger_points.at(0).zones)
            for (const std::string& name : zone.names) EXPECT_FALSE(name.empty()) << names;
    }
}

TEST_F(TextFiles, FillEveryTextOfTheAtlas) {
    const LoadedAtlas loaded = load(Language());
    ASSERT_TRUE(loaded.problems.empty()) << all_text(loaded.problems);
    const Atlas& atlas = loaded.atlas;
    EXPECT_EQ(atlas.language, Language());
    EXPECT_EQ(atlas.regions.at(1).name, "Shoulder and upper back");
    const Muscle& muscle = atlas.muscles.at(0);
    EXPECT_EQ(muscle.name, "Trapezius, upper fibres");
    EXPECT_EQ(atlas.whole_name(muscle), "Trapezius");
    EXPECT_EQ(atlas.whole_name(atlas.muscles.at(1)), "Sternocleidomastoid");
    EXPECT_EQ(muscle.synonyms, std::vector<std::string>{"upper traps"});
    EXPECT_EQ(muscle.origin.words, "Skull and neck");
    EXPECT_EQ(muscle.insertion.words, "Collar bone");
    EXPECT_EQ(muscle.action, "Lifts the shoulder blade.");
    EXPECT_EQ(muscle.innervation, "Accessory nerve; C3-C4");
    EXPECT_EQ(muscle.symptoms.at(1), "stiff neck");
    EXPECT_EQ(muscle.overload.at(0), "a phone held with the shoulder");
    EXPECT_EQ(muscle.signs.at(0), "a cord in the free edge");
    EXPECT_EQ(muscle.confused_with.at(1), "temporal arteritis");
    EXPECT_EQ(muscle.self_care.at(0), "warmth");
    EXPECT_EQ(muscle.needling_caution, "The lung lies below.");
    EXPECT_EQ(muscle.trigger_points.at(0).place, "Free edge of the shoulder-neck slope");
    EXPECT_EQ(muscle.trigger_points.at(0).symptoms.at(0), "tension headache");
    EXPECT_EQ(muscle.trigger_points.at(0).zones.at(1).words, "angle of the jaw");
    EXPECT_EQ(muscle.trigger_points.at(1).note, "Rarely drawn.");
}

TEST_F(TextFiles, AnotherLanguageLeavesGeometryInPlace) {
    LoadedAtlas loaded = load(Language());
    Atlas& atlas = loaded.atlas;
    const Atlas before = atlas;
    const Zone* zone = &atlas.muscles.at(0).trigger_points.at(0).zones.at(1);
    apply_texts(texts_in(Language("fr"), loaded), texts_in(Language(), loaded), atlas);
    EXPECT_TRUE(loaded.problems.empty()) << all_text(loaded.problems);
    EXPECT_EQ(atlas.language, Language("fr"));
    EXPECT_EQ(atlas.muscles.at(0).name, "Muscle trapèze, partie descendante");
    EXPECT_EQ(atlas.whole_name(atlas.muscles.at(0)), "Muscle trapèze");
    EXPECT_EQ(atlas.regions.at(0).name, "Tête et cou");
    EXPECT_EQ(zone, &atlas.muscles.at(0).trigger_points.at(0).zones.at(1));
    EXPECT_EQ(zone->words, "angle de la mâchoire");
    EXPECT_EQ(zone->strokes, before.muscles.at(0).trigger_points.at(0).zones.at(1).strokes);

    // The way back, and opening in French at once, come to the same.
    EXPECT_EQ(load(Language("fr")).atlas.muscles.at(1).symptoms, atlas.muscles.at(1).symptoms);
    apply_texts(texts_in(Language(), loaded), texts_in(Language(), loaded), atlas);
    EXPECT_EQ(atlas.muscles.at(1).symptoms, before.muscles.at(1).symptoms);
    EXPECT_EQ(zone->words, "angle of the jaw");
}

// One fault in a text file: what is said, where, and what a reader then sees.
struct Fault {
    const char* name;
    const char* language;
    const char* from;
    const char* to;
    const char* pointer;
    const char* expected;  // a part of it
    const char* advice;    // a part of it
    Problem::Severity severity;
};
constexpr auto error = Problem::Severity::error, warning = Problem::Severity::warning;

const Fault faults[] = {
    {"untranslated", "fr", "      \"action\": \"Tourne la tête.\",\n", "", "/muscles/sternocleidomastoid",
     "a member \"action\"", "English", warning},
    {"untranslated_note", "fr", ", \"note\": \"Rarement dessiné.\"", "", "/muscles/trapezius_upper/points/TrP2",
     "a member \"note\"", "English", warning},
    {"untranslated_region", "fr", "\"head_neck\": \"Tête et cou\", ", "", "/regions", "a member \"head_neck\"",
     "English", warning},
    {"untranslated_parent", "fr", "\"trapezius\": \"Muscle trapèze\"", "", "/parents", "a member \"trapezius\"",
     "English", warning},
    {"missing_in_english", "en", "      \"action\": \"Turns the head.\",\n", "", "/muscles/sternocleidomastoid",
     "a member \"action\"", "write it", error},
    {"unknown_muscle", "fr", "\"points\": {}\n    }", "\"points\": {}\n    },\n\"trapezius_uper\": {}",
     "/muscles/trapezius_uper", "the id of a muscle", "did you mean \"trapezius_upper\"?", warning},
    {"unknown_point", "fr", "        \"TrP2\": {", "\"TrP9\": {}, \"TrP2\": {", "/muscles/trapezius_upper/points/TrP9",
     "the id of a trigger point", "did you mean \"TrP1\"?", warning},
    {"unknown_region", "en", "{\"head_neck\": \"Head", "{\"foot\": \"Foot\", \"head_neck\": \"Head", "/regions/foot",
     "the id of a region", "remove", warning},
    {"unknown_key", "fr", "      \"signs\": [],", "\"sign\": [],\n\"signs\": [],", "/muscles/sternocleidomastoid/sign",
     "a key that is known", "did you mean \"signs\"?", warning},
    {"zone_too_few", "fr", "[\"tempe et derrière l'oreille\", \"angle de la mâchoire\"]", "[\"tempe\"]",
     "/muscles/trapezius_upper/points/TrP1/zones", "a list of 2 texts", "", error},
    {"zone_too_many", "en", "[\"back of the neck\"]", "[\"back of the neck\", \"ear\"]",
     "/muscles/trapezius_upper/points/TrP2/zones", "a list of 1 texts", "", error},
    {"text_number", "fr", "\"Tourne la tête.\"", "54321", "/muscles/sternocleidomastoid/action", "a text", "in quotes",
     error},
    {"list_text", "fr", "[\"vertige\", \"douleur au-dessus de l'œil\"]", "\"vertige\"",
     "/muscles/sternocleidomastoid/symptoms", "a list of texts", "", error},
    {"muscle_list", "fr", "\"points\": {}\n", "\"points\": []\n", "/muscles/sternocleidomastoid/points", "an object",
     "", error},
    {"language", "fr", "\"language\": \"fr\"", "\"language\": \"en\"", "/language", "\"fr\", as the file is called", "",
     error},
    {"unknown_language", "fr", "\"language\": \"fr\"", "\"language\": \"tlh\"", "/language",
     "\"fr\", as the file is called", "", error},
    {"format", "fr", "\"myomap-text\"", "\"myomap-texts\"", "/format", "\"myomap-text\"", "another kind", error},
};

class TextFault : public TextFiles, public ::testing::WithParamInterface<Fault> {
protected:
    TextFault() {
        text_ = with(sample(GetParam().language), GetParam().from, GetParam().to);
        write(GetParam().language, text_);
    }
    std::string text_;
};

TEST_P(TextFault, IsSaidOnceWithItsPlace) {
    const Fault& fault = GetParam();
    const Problems problems = check();
    const auto found = std::ranges::find_if(problems, [&](const Problem& each) {
        return each.pointer == fault.pointer && each.file == file(fault.language);
    });
    ASSERT_NE(found, problems.end()) << all_text(problems);
    EXPECT_NE(to_text(found->expected).find(fault.expected), std::string::npos) << to_text(*found);
    EXPECT_NE(to_text(found->advice).find(fault.advice), std::string::npos) << to_text(*found);
    EXPECT_EQ(found->severity, fault.severity) << to_text(*found);
    EXPECT_GT(found->line, 0);
    if (*fault.to && std::string(fault.name) != "unknown_muscle") {
        EXPECT_EQ(found->line, line_of(text_, fault.to));
    }
    EXPECT_EQ(problems.size(), 1u) << all_text(problems);
}

TEST_P(TextFault, LeavesNoMuscleOut) {
    for (const char* language : {"en", "fr"}) {
        const LoadedAtlas loaded = load(Language(language));
        ASSERT_EQ(loaded.atlas.muscles.size(), 2u);
        EXPECT_EQ(loaded.atlas.muscles[0].trigger_points.size(), 2u);
    }
}

INSTANTIATE_TEST_SUITE_P(Each, TextFault, ::testing::ValuesIn(faults),
                         [](const auto& each) { return std::string(each.param.name); });

TEST_F(TextFiles, EnglishStandsInForWhatIsNotTranslated) {
    std::string text = with(sample("fr"), "      \"action\": \"Tourne la tête.\",\n", "");
    text = with(text, "[\"tempe et derrière l'oreille\", \"angle de la mâchoire\"]", "[\"tempe\"]");
    write("fr", text);
    const Atlas atlas = load(Language("fr")).atlas;
    EXPECT_EQ(atlas.muscles.at(1).action, "Turns the head.");
    EXPECT_EQ(atlas.muscles.at(1).name, "Muscle sterno-cléido-mastoïdien");
    EXPECT_EQ(atlas.muscles.at(0).trigger_points.at(0).zones.at(0).words, "temple and behind the ear");
    EXPECT_TRUE(load(Language()).problems.empty());  // nothing of this concerns a reader of English
}

TEST_F(TextFiles, AnEmptyListIsATranslation) {
    write("fr", with(sample("fr"), "\"synonyms\": [\"trapèze supérieur\"]", "\"synonyms\": []"));
    const LoadedAtlas loaded = load(Language("fr"));
    EXPECT_TRUE(loaded.problems.empty()) << all_text(loaded.problems);
    EXPECT_TRUE(loaded.atlas.muscles.at(0).synonyms.empty());
}

TEST_F(TextFiles, AMissingLanguageShowsEnglish) {
    fs::remove(file("fr"));
    const LoadedAtlas loaded = load(Language("fr"));
    ASSERT_EQ(loaded.problems.size(), 1u) << all_text(loaded.problems);
    EXPECT_EQ(loaded.problems[0].severity, Problem::Severity::warning);
    EXPECT_EQ(loaded.atlas.muscles.at(0).name, "Trapezius, upper fibres");
    fs::remove(file("en"));
    EXPECT_TRUE(has_errors(load(Language()).problems));
    EXPECT_EQ(load(Language()).atlas.muscles.size(), 2u);
}

TEST_F(TextFiles, ADatasetWithoutTextsBorrowsThem) {
    fs::remove_all(folder_ / "text");
    const auto lone = [&] { return load_atlas(dataset(), sample_landmarks(), Language("fr"), sample_texts()); };
    EXPECT_TRUE(lone().problems.empty());
    EXPECT_EQ(lone().atlas.regions.at(0).name, "Tête et cou");
    // What it leaves out is no fault of the borrowed texts.
    std::string text = read_file(dataset());
    const auto second = text.find(",\n    {\n      \"id\": \"sternocleidomastoid\"");
    text = text.substr(0, second) + "]}";
    for (const char* key : {"\"synergists\": [\"sternocleidomastoid\"]", "\"satellites\": [\"sternocleidomastoid\"]"})
        text = with(text, key, std::string(key).substr(0, std::string(key).find('[')) + "[]");
    std::ofstream(dataset(), std::ios::trunc) << text;
    EXPECT_TRUE(lone().problems.empty()) << all_text(lone().problems);
    EXPECT_EQ(lone().atlas.muscles.size(), 1u);
    EXPECT_TRUE(has_errors(load(Language()).problems));  // unless there is nothing to borrow
}

TEST_F(TextFiles, DamagedTextsNeverThrow) {
    const std::string text = sample("fr");
    for (std::size_t i = 0; i < text.size(); i += 7) {
        write("fr", text.substr(0, i));
        EXPECT_NO_THROW(EXPECT_EQ(load(Language("fr")).atlas.muscles.size(), 2u));
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        write("fr", changed);
        EXPECT_NO_THROW(EXPECT_EQ(load(Language("fr")).atlas.muscles.size(), 2u));
    }
}

TEST_F(TextFiles, WhatTheSchemaRefusesTheLoaderRefusesToo) {
    for (const char* value : {"null", "7", "\"\"", "[[]]", "{}", "true"}) {
        const std::string good = sample("fr");
        for (auto colon = good.find("\": "); colon != std::string::npos; colon = good.find("\": ", colon + 1)) {
            const auto begin = colon + 3;
            if (good[begin] != '"') continue;
            std::string text = good;
            text.replace(begin, good.find('"', begin + 1) + 1 - begin, value);
            write("fr", text);
            if (schema_problems(read_json(file("fr")), source_path("data/schema/text.schema.json")).empty()) continue;
            EXPECT_FALSE(load(Language("fr")).problems.empty()) << value << " for " << good.substr(begin, 40);
            EXPECT_EQ(check().size(), load(Language("fr")).problems.size())
                << value << " for " << good.substr(begin, 40);
        }
    }
}

TEST(ShippedTexts, AreCompleteInEveryLanguage) {
    for (const Language& language : languages_in(source_path("data/text"))) {
        const Texts texts = read_texts(read_json(source_path("data/text/" + language.code() + ".json"))).texts;
        EXPECT_GE(texts.muscles.size(), 171u);
        for (const auto& [id, muscle] : texts.muscles) {
            EXPECT_TRUE(muscle.name && !muscle.name->empty()) << id;
            EXPECT_TRUE(muscle.name && !(muscle.name->front() >= 'a' && muscle.name->front() <= 'z')) << id;
            EXPECT_TRUE(muscle.symptoms && !muscle.symptoms->empty()) << id;
        }
    }
}

}  // namespace
}  // namespace myomap
