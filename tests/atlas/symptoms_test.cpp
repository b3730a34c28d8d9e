#include "atlas/symptoms.h"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "atlas/texts.h"
#include "base/schema_check.h"
#include "sample_file.h"

namespace myomap {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::line_of;
using testing::read_file;
using testing::source_path;
using testing::TemporaryFile;
using testing::with;

const char* const good = R"({
  "format": "myomap-symptoms",
  "format_version": 2,
  "license": "CC BY-SA 4.0",
  "symptoms": [
    {
      "id": "temple",
      "muscles": ["trapezius_upper", "temporalis"],
      "confidence": "high",
      "sources": ["TS1-6"],
      "regions": [],
      "red_flags": ["sudden"]
    },
    {
      "id": "cheek",
      "muscles": ["temporalis"],
      "confidence": "low",
      "sources": ["TS1-9"],
      "regions": ["face"],
      "red_flags": []
    }
  ],
  "red_flags": [
    {
      "id": "sudden",
      "sources": ["https://example.org/help"]
    }
  ]
})";

const SymptomNames sample_names{{"trapezius_upper", "temporalis"}, {"TS1-6", "TS1-9"}, {"face"}};

const auto schema_file = [] { return source_path("data/schema/symptoms.schema.json"); };

LoadedSymptoms load_text(std::string_view text, const SymptomNames& names = sample_names) {
    const TemporaryFile file(text);
    return load_symptoms(file.path(), names);
}

std::string all_text(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

TEST(Symptoms, ReadsEveryMemberOfAGoodFile) {
    const auto [index, problems] = load_text(good);
    ASSERT_TRUE(problems.empty()) << all_text(problems);
    EXPECT_EQ(index.license, "CC BY-SA 4.0");
    ASSERT_EQ(index.symptoms.size(), 2u);
    const Symptom& symptom = index.symptoms[0];
    EXPECT_EQ(symptom.id, "temple");
    EXPECT_THAT(symptom.muscles, ElementsAre("trapezius_upper", "temporalis"));
    EXPECT_EQ(symptom.confidence, Confidence::high);
    EXPECT_THAT(symptom.sources, ElementsAre("TS1-6"));
    EXPECT_THAT(symptom.red_flags, ElementsAre("sudden"));
    EXPECT_EQ(symptom.in("fr").plain, "temple");  // until it has words, its id
    EXPECT_THAT(index.symptoms[1].regions, ElementsAre("face"));
    ASSERT_NE(index.find_red_flag("sudden"), nullptr);
    EXPECT_THAT(index.find_red_flag("sudden")->sources, ElementsAre("https://example.org/help"));
    EXPECT_EQ(index.find_symptom("cheek"), &index.symptoms[1]);
    EXPECT_EQ(index.find_symptom("nose"), nullptr);
}

// One fault in the good file: what is said, where, and how many complaints are left.
struct Fault {
    const char* name;
    const char* from;  // stands once in the good file
    const char* to;
    const char* pointer;
    const char* expected;  // a part of it
    const char* advice;    // a part of it
    std::size_t left;
    bool schema_sees_it;
};

const Fault faults[] = {
    {"unknown_muscle", "\"muscles\": [\"trapezius_upper\", \"temporalis\"]",
     "\"muscles\": [\"trapezius_uper\", \"temporalis\"]", "/symptoms/0/muscles/0", "the id of a muscle",
     "did you mean \"trapezius_upper\"?", 2, false},
    {"only_muscle_unknown", "\"muscles\": [\"temporalis\"]", "\"muscles\": [\"heart\"]", "/symptoms/1/muscles/0",
     "the id of a muscle", "", 1, false},
    {"muscle_twice", "[\"trapezius_upper\", \"temporalis\"]", "[\"temporalis\", \"temporalis\"]",
     "/symptoms/0/muscles/1", "not in this list yet", "remove it", 2, false},
    {"muscle_number", "[\"trapezius_upper\", \"temporalis\"]", "[7, \"temporalis\"]", "/symptoms/0/muscles/0",
     "the id of a muscle", "", 2, true},
    {"no_muscles", "\"muscles\": [\"temporalis\"]", "\"muscles\": []", "/symptoms/1/muscles", "at least one", "", 1,
     true},
    {"muscles_text", "\"muscles\": [\"temporalis\"]", "\"muscles\": \"temporalis\"", "/symptoms/1/muscles", "a list",
     "", 1, true},
    {"duplicate_id", "\"id\": \"cheek\"", "\"id\": \"temple\" ", "/symptoms/1/id", "not used yet",
     "the first is on line 7 (/symptoms/0/id)", 1, false},
    {"id_form", "\"id\": \"cheek\"", "\"id\": \"Sore cheek\"", "/symptoms/1/id", "lower case", "", 1, true},
    {"confidence", "\"confidence\": \"low\"", "\"confidence\": \"lo\"", "/symptoms/1/confidence",
     "\"high\", \"medium\", \"low\"", "did you mean \"low\"?", 1, true},
    {"unknown_source", "\"sources\": [\"TS1-9\"]", "\"sources\": [\"TS1-8\"]", "/symptoms/1/sources/0", "\"sources\"",
     "did you mean", 2, false},
    {"unknown_region", "\"regions\": [\"face\"]", "\"regions\": [\"fase\"]", "/symptoms/1/regions/0", "skin region",
     "did you mean \"face\"?", 2, false},
    {"unknown_red_flag", "\"red_flags\": [\"sudden\"]", "\"red_flags\": [\"suden\"]", "/symptoms/0/red_flags/0",
     "\"red_flags\"", "did you mean \"sudden\"?", 2, false},
    {"unknown_key", "\"confidence\": \"low\"", "\"confidence\": \"low\", \"muscle\": 1", "/symptoms/1/muscle",
     "a key that is known", "did you mean \"muscles\"?", 2, true},
    {"told_by", "\"id\": \"sudden\",", "\"id\": \"sudden\", \"told_by\": [[\"fever\"], \"neck\"],",
     "/red_flags/0/told_by/1", "a list of ideas", "", 2, true},
    {"flag_address", "https://example.org/help", "a book", "/red_flags/0/sources/0", "web address", "", 2, true},
    {"format", "myomap-symptoms", "myomap-trigger-points", "/format", "\"myomap-symptoms\"", "another kind of file", 0,
     true},
    {"format_version", "\"format_version\": 2", "\"format_version\": 3", "/format_version", "2", "newer Myomap", 0,
     true},
};

class SymptomFault : public ::testing::TestWithParam<Fault> {};

TEST_P(SymptomFault, IsReportedOnceWhereItStands) {
    const Fault& fault = GetParam();
    const std::string text = with(good, fault.from, fault.to);
    const auto [index, problems] = load_text(text);
    ASSERT_EQ(problems.size(), 1u) << all_text(problems);
    EXPECT_EQ(problems[0].pointer, fault.pointer);
    EXPECT_THAT(to_text(problems[0].expected), HasSubstr(fault.expected));
    EXPECT_THAT(to_text(problems[0].advice), HasSubstr(fault.advice));
    if (*fault.to) {
        EXPECT_EQ(problems[0].line, line_of(text, fault.to));
    }
    EXPECT_EQ(index.symptoms.size(), fault.left);
    // Whatever is left can be shown in full.
    for (const Symptom& symptom : index.symptoms) {
        EXPECT_FALSE(symptom.muscles.empty());
        for (const char* language : {"en", "fr"}) EXPECT_NE(symptom.in(language).plain, "");
        for (const auto& id : symptom.red_flags) EXPECT_NE(index.find_red_flag(id), nullptr) << id;
    }
}

TEST_P(SymptomFault, IsSaidOnceByCheckAndRefusedByTheSchemaWhereItCan) {
    const Fault& fault = GetParam();
    const TemporaryFile file(with(good, fault.from, fault.to));
    EXPECT_EQ(all_text(check_symptoms(file.path(), sample_names, schema_file())),
              all_text(load_symptoms(file.path(), sample_names).problems));
    EXPECT_EQ(!schema_problems(read_json(file.path()), schema_file()).empty(), fault.schema_sees_it);
}

INSTANTIATE_TEST_SUITE_P(Each, SymptomFault, ::testing::ValuesIn(faults),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Symptoms, ChecksOnlyAgainstTheNamesGiven) {
    EXPECT_TRUE(load_text(good, {}).problems.empty());
    const auto problems = load_text(good, {{"temporalis"}, {}, {}}).problems;
    ASSERT_EQ(problems.size(), 1u) << all_text(problems);
    EXPECT_EQ(problems[0].pointer, "/symptoms/0/muscles/0");
    // The red flags are in the same file and always checked.
    EXPECT_EQ(load_text(with(good, "\"red_flags\": [\n", "\"red_flags\": [], \"x\": [\n"), {}).problems.size(), 2u);
}

TEST(Symptoms, AFileThatCannotBeReadGivesOneProblem) {
    for (const char* text : {"", "{", "[]", "null", "{\"format\": \"myomap-symptoms\", }"}) {
        const auto [index, problems] = load_text(text);
        EXPECT_EQ(problems.size(), 1u) << text << "\n" << all_text(problems);
        EXPECT_TRUE(index.symptoms.empty());
    }
    EXPECT_EQ(load_symptoms("/no/such/file.json", {}).problems.size(), 1u);
}

class ShippedSymptoms : public ::testing::Test {
protected:
    static std::vector<std::string> muscles_of(std::string_view id) {
        const Symptom* symptom = index().find_symptom(id);
        return symptom ? symptom->muscles : std::vector<std::string>{};
    }
    static const SymptomIndex& index() {
        static const SymptomIndex index = [] {
            SymptomIndex read = load_symptoms(source_path("data/symptoms.json"), {}).index;
            for (const char* language : {"en", "fr"})
                add_words(load_texts(source_path("data/text/" + std::string(language) + ".json")).texts, read);
            return read;
        }();
        return index;
    }
};

// Against all muscles, sources and skin regions that we ship.
TEST_F(ShippedSymptoms, HasNoProblems) {
    const auto dataset = nlohmann::json::parse(read_file(source_path("data/trigger_points.json")));
    SymptomNames names;
    for (const auto& muscle : dataset.at("muscles")) names.muscles.insert(muscle.at("id").get<std::string>());
    for (const auto& [key, source] : dataset.at("sources").items()) names.sources.insert(key);
    const auto regions = nlohmann::json::parse(read_file(source_path("data/regions.json")));
    for (const auto& region : regions.at("regions")) names.regions.insert(region.at("id").get<std::string>());
    const auto problems = check_symptoms(source_path("data/symptoms.json"), names, schema_file());
    EXPECT_TRUE(problems.empty()) << all_text(problems);
}

TEST_F(ShippedSymptoms, EveryComplaintHasAFewMusclesAndAWarningThatIsUsed) {
    EXPECT_GE(index().symptoms.size(), 45u);
    std::map<std::string, int> uses;
    for (const Symptom& symptom : index().symptoms) {
        EXPECT_GE(symptom.muscles.size(), 2u) << symptom.id;
        EXPECT_LE(symptom.muscles.size(), 10u) << symptom.id;
        EXPECT_FALSE(symptom.red_flags.empty()) << symptom.id;
        for (const auto& id : symptom.red_flags) ++uses[id];
    }
    for (const RedFlag& flag : index().red_flags) EXPECT_TRUE(uses[flag.id] > 0 || !flag.told_by.empty()) << flag.id;
}

TEST_F(ShippedSymptoms, IsTranslatedAndNoTwoComplaintsShareAName) {
    for (const char* language : {"en", "fr"}) {
        std::map<std::string, std::string> names;
        for (const Symptom& symptom : index().symptoms)
            for (const std::string& name : {symptom.in(language).plain, symptom.in(language).clinical})
                EXPECT_TRUE(names.emplace(name, symptom.id).second) << name;
    }
    for (const Symptom& symptom : index().symptoms) {
        EXPECT_NE(symptom.in("en").plain, symptom.in("fr").plain) << symptom.id;
        EXPECT_FALSE(symptom.in("fr").synonyms.empty()) << symptom.id;
    }
}

TEST_F(ShippedSymptoms, KnowsTheClassicFacts) {
    EXPECT_EQ(muscles_of("temporal_headache").at(0), "trapezius_upper");
    EXPECT_THAT(muscles_of("temporal_headache"), AllOf(Contains("scm_sternal"), Contains("temporalis")));
    EXPECT_EQ(muscles_of("vertex_headache").at(0), "splenius_capitis");
    EXPECT_EQ(muscles_of("frontal_headache").at(0), "scm_clavicular");
    EXPECT_THAT(muscles_of("upper_toothache"), AllOf(Contains("temporalis"), Contains("masseter_superficial")));
    EXPECT_THAT(muscles_of("lower_toothache"), Contains("digastric_anterior"));
    EXPECT_EQ(muscles_of("stiff_neck").at(0), "levator_scapulae");
    EXPECT_EQ(muscles_of("front_of_shoulder").at(0), "infraspinatus");
    EXPECT_EQ(muscles_of("frozen_shoulder_like").at(0), "subscapularis");
    EXPECT_EQ(muscles_of("tennis_elbow").at(0), "extensor_carpi_radialis_brevis");
    EXPECT_EQ(muscles_of("tennis_elbow").at(1), "supinator");
    EXPECT_THAT(muscles_of("between_shoulder_blades"), Contains("scalenus_anterior"));
    EXPECT_EQ(muscles_of("low_back_pain").at(0), "quadratus_lumborum");
    EXPECT_THAT(muscles_of("sacroiliac_pain"), Contains("soleus"));
    EXPECT_EQ(muscles_of("sciatica_like").at(0), "gluteus_minimus_posterior");
    EXPECT_EQ(muscles_of("arch_pain").at(0), "gastrocnemius_medial");
    EXPECT_THAT(muscles_of("plantar_heel_pain"), AllOf(Contains("soleus"), Contains("quadratus_plantae"),
                                                       Contains("abductor_hallucis"), Contains("tibialis_posterior")));
}

TEST_F(ShippedSymptoms, WarnsOfWhatMustNotBeMissed) {
    const auto flags_of = [](std::string_view id) { return index().find_symptom(id)->red_flags; };
    for (const char* id : {"chest_front", "arm_radiating", "front_of_shoulder", "jaw_joint_pain", "upper_abdomen",
                           "between_shoulder_blades", "lower_toothache"})
        EXPECT_THAT(flags_of(id), Contains("heart")) << id;
    EXPECT_EQ(flags_of("chest_front").at(0), "heart");
    for (const char* id : {"temporal_headache", "frontal_headache", "vertex_headache", "occipital_headache",
                           "retro_orbital_headache", "half_headband"})
        EXPECT_THAT(flags_of(id), Contains("thunderclap")) << id;
    EXPECT_THAT(flags_of("temporal_headache"), Contains("temporal_arteritis"));
    for (const char* id : {"low_back_pain", "sciatica_like", "pelvic_floor_pain", "sacroiliac_pain"})
        EXPECT_EQ(flags_of(id).at(0), "cauda_equina") << id;
    EXPECT_EQ(flags_of("calf_pain").at(0), "leg_clot");
    EXPECT_EQ(flags_of("lower_abdomen").at(0), "belly");
    EXPECT_THAT(flags_of("groin_pain"), Contains("testicle"));
    EXPECT_THAT(flags_of("stiff_neck"), AllOf(Contains("meningitis"), Contains("neck_artery")));
}

}  // namespace
}  // namespace myomap
