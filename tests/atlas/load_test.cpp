#include "atlas/load.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "base/schema_check.h"
#include "sample_file.h"

namespace myomap {
namespace {

using testing::check_sample;
using testing::good_text;
using testing::line_of;
using testing::load_sample;
using testing::sample_landmarks;
using testing::source_path;
using testing::TemporaryFile;
using testing::with;

LoadedAtlas load_text(std::string_view text) {
    const TemporaryFile file(text);
    return load_sample(file.path());
}

std::string all_text(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

TEST(Load, ReadsEveryMemberOfAGoodFile) {
    // The texts are found beside it.
    const LoadedAtlas loaded = load_atlas(source_path("tests/data/atlas/good.json"), sample_landmarks());
    const Atlas& atlas = loaded.atlas;
    ASSERT_TRUE(loaded.problems.empty()) << all_text(loaded.problems);
    EXPECT_EQ(atlas.dataset_version, "0.0.1");
    ASSERT_EQ(atlas.regions.size(), 2u);
    EXPECT_EQ(atlas.regions[1].name, "Shoulder and upper back");
    EXPECT_EQ(atlas.sources.at("BOOK1").note, "Made up for tests.");
    ASSERT_EQ(atlas.muscles.size(), 2u);

    const Muscle& muscle = atlas.muscles[0];
    EXPECT_EQ(muscle.id, "trapezius_upper");
    EXPECT_EQ(muscle.parent, "trapezius");
    EXPECT_EQ(muscle.latin, "Musculus trapezius, pars descendens");
    EXPECT_EQ(muscle.synonyms, std::vector<std::string>{"upper traps"});
    EXPECT_EQ(muscle.synergists, std::vector<std::string>{"sternocleidomastoid"});
    EXPECT_TRUE(muscle.antagonists.empty());
    EXPECT_EQ(muscle.satellites, std::vector<std::string>{"sternocleidomastoid"});
    EXPECT_EQ(muscle.segments, (std::vector<std::string>{"C3", "C4"}));
    EXPECT_EQ(muscle.frequency, Frequency::common);
    EXPECT_EQ(atlas.muscles[1].frequency, Frequency::rare);

    const TriggerPoint& point = muscle.trigger_points.at(0);
    EXPECT_EQ(point.label, "1");
    EXPECT_EQ(muscle.trigger_points.at(1).label, "2") << "its place in the list, whatever the file calls it";
    EXPECT_EQ(point.point.kind, PointSpec::Kind::offset);
    EXPECT_EQ(point.point.offset, (Offset{2, -0.5f, 0}));
    EXPECT_EQ(point.point.of.at(0).kind, PointSpec::Kind::between);
    EXPECT_FLOAT_EQ(point.point.of.at(0).fraction, 0.45f);
    EXPECT_FALSE(point.point.deep);
    ASSERT_EQ(point.zones.size(), 2u);
    EXPECT_EQ(point.zones[0].strokes.at(0).radius_cm, (std::vector<float>{1.5f, 1.2f, 1}));
    EXPECT_TRUE(point.zones[0].strokes.at(1).through);
    EXPECT_EQ(point.zones[1].kind, ZoneKind::spillover);
    EXPECT_EQ(point.zones[1].confidence, Confidence::medium);
    EXPECT_EQ(point.zones[1].strokes.at(0).path.at(0).kind, PointSpec::Kind::mirror);
    EXPECT_TRUE(muscle.trigger_points.at(1).point.deep);
    EXPECT_EQ(muscle.trigger_points.at(1).response, Response::autonomic);
}

TEST(LoadAtlas, APointMaySayHowItIsReached) {
    const TemporaryFile file(with(good_text(), "\"response\": \"autonomic\"",
                                  "\"reached_from\": \"bone_edge\", \"response\": \"autonomic\""));
    const LoadedAtlas loaded = load_sample(file.path());
    EXPECT_TRUE(loaded.problems.empty());
    EXPECT_EQ(loaded.atlas.muscles.at(0).trigger_points.at(0).reached_from, std::nullopt);
    EXPECT_EQ(loaded.atlas.muscles.at(0).trigger_points.at(1).reached_from, ReachedFrom::bone_edge);
}

// One fault in the good file: what is said, and where.
struct Fault {
    const char* name;
    const char* from;  // stands once in the good file
    const char* to;    // the fault; its line is the expected one
    const char* pointer;
    const char* expected;  // a part of it
    const char* got;       // a part of it
    const char* advice;    // a part of it
    bool schema_sees_it = true;
};

const char* const tp = "/muscles/0/trigger_points";

const Fault faults[] = {
    {"unknown_landmark", "\"mastoid_process\", \"temple\"", "\"mastoid_proces\", \"temple\"",
     "/0/zones/0/strokes/0/path/1", "the name of a landmark", "\"mastoid_proces\"", "did you mean \"mastoid_process\"?",
     false},
    {"radius_zero", "\"radius_cm\": 1.8", "\"radius_cm\": 0", "/0/zones/0/strokes/1/radius_cm",
     "above 0 and at most 40", "0", ""},
    {"radius_negative", "\"radius_cm\": 1.8", "\"radius_cm\": -2", "/0/zones/0/strokes/1/radius_cm",
     "above 0 and at most 40", "-2", ""},
    {"radius_too_large", "\"radius_cm\": 1.8", "\"radius_cm\": 40.1", "/0/zones/0/strokes/1/radius_cm",
     "above 0 and at most 40", "40.1", ""},
    {"radius_text", "\"radius_cm\": 1.8", "\"radius_cm\": \"2\"", "/0/zones/0/strokes/1/radius_cm",
     "above 0 and at most 40", "\"2\"", "without quotes"},
    {"radius_missing", "{\"path\": [\"temple\"], \"radius_cm\": 1.8, \"through\": true}", "{\"path\": [\"temple\"]}",
     "/0/zones/0/strokes/1", "a member \"radius_cm\"", "{\"path\"", "add \"radius_cm\""},
    {"radius_count", "[1.5, 1.2, 1]", "[1.5, 1.2]", "/0/zones/0/strokes/0/radius_cm", "one radius or 3", "[1.5, 1.2]",
     "", false},
    {"radius_in_list", "[1.5, 1.2, 1]", "[1.5, -1.2, 1]", "/0/zones/0/strokes/0/radius_cm/1", "above 0", "-1.2", ""},
    {"empty_path", "\"path\": [\"temple\"]", "\"path\": []", "/0/zones/0/strokes/1/path", "1 to 40 points", "[]", ""},
    {"strokes_missing",
     ", \"sources\": [\"BOOK2\"],\n              \"strokes\": [{\"path\": [{\"mirror\": "
     "\"mandible_angle\"}, \"mandible_angle\"], \"radius_cm\": 2}]",
     ", \"sources\": [\"BOOK2\"]", "/0/zones/1", "a member \"strokes\"", "{", "add \"strokes\""},
    {"strokes_empty", "[{\"path\": [\"c7_spinous\", \"occiput\"], \"radius_cm\": 2.5}]", "[]", "/1/zones/0/strokes",
     "at least one stroke", "[]", ""},
    {"fraction_above", "\"acromion_tip\", 0.45", "\"acromion_tip\", 1.45", "/0/point/at/2", "from 0 to 1", "1.45", ""},
    {"fraction_missing", "\"acromion_tip\", 0.45", "\"acromion_tip\" ", "/0/point/at", "[P, P, fraction]",
     "[\"c7_spinous\", \"acromion_tip\"]", ""},
    {"offset_direction", "\"superior\": 2", "\"superiour\": 2", "/0/point/offset_cm/superiour", "a key that is known",
     "\"superiour\"", "did you mean \"superior\"?"},
    {"offset_too_far", "\"superior\": 2", "\"superior\": 1e300", "/0/point/offset_cm/superior", "-100 to 100", "1e+300",
     ""},
    {"offset_opposite", "\"superior\": 2,", "\"lateral\": 2,", "/0/point/offset_cm", "either \"lateral\" or \"medial\"",
     "{", "opposite"},
    {"point_number", "{\"at\": \"acromion_tip\", \"deep\": true}", "7", "/1/point", "a point", "7", ""},
    {"point_at_and_mirror", "{\"at\": \"acromion_tip\", \"deep\": true}",
     "{\"at\": \"acromion_tip\", \"mirror\": \"occiput\"}", "/1/point", "either \"at\" or \"mirror\"", "{", "mirror"},
    {"deep_text", "\"deep\": true", "\"deep\": \"yes\"", "/1/point/deep", "true or false", "\"yes\"", ""},
    {"kind", "\"kind\": \"spillover\"", "\"kind\": \"spilover\"", "/0/zones/1/kind", "\"essential\", \"spillover\"",
     "\"spilover\"", "did you mean \"spillover\"?"},
    {"confidence", "\"confidence\": \"medium\"", "\"confidence\": \"maybe\"", "/0/zones/1/confidence",
     "\"high\", \"medium\", \"low\"", "\"maybe\"", ""},
    {"response", "\"response\": \"autonomic\"", "\"response\": \"sweat\"", "/1/response", "\"pain\", \"autonomic\"",
     "\"sweat\"", ""},
    {"reached_from", "\"response\": \"autonomic\"", "\"reached_from\": \"sky\", \"response\": \"autonomic\"",
     "/1/reached_from", "\"mouth\", \"orbit\", \"pelvis\", \"bone_edge\"", "\"sky\"", ""},
    {"unknown_region", "\"region\": \"head_neck\",\n      \"fma\"", "\"region\": \"head_nek\",\n      \"fma\"",
     "/muscles/0/region", "regions", "\"head_nek\"", "did you mean \"head_neck\"?", false},
    {"unknown_source", "\"sources\": [\"BOOK1\", \"BOOK2\"]", "\"sources\": [\"BOOK1\", \"BOK2\"]", "/0/sources/1",
     "\"sources\"", "\"BOK2\"", "did you mean \"BOOK2\"?", false},
    {"no_sources", "\"sources\": [\"BOOK1\", \"BOOK2\"]", "\"sources\": []", "/0/sources", "at least one source", "[]",
     ""},
    {"duplicate_point_id", "\"id\": \"TrP2\"", "\"id\": \"TrP1\" ", "/1/id", "not used yet", "\"TrP1\"",
     "the first is on line 26 (/muscles/0/trigger_points/0/id)", false},
    {"duplicate_muscle_id", "\"id\": \"sternocleidomastoid\"", "\"id\": \"trapezius_upper\" ", "/muscles/1/id",
     "not used yet", "\"trapezius_upper\"", "the first is on line 13", false},
    {"duplicate_region_id", "\"shoulder_back\"]", "\"head_neck\" ]", "/regions/1", "not used yet", "\"head_neck\"",
     "the first is on line 6", false},
    {"region_form", "\"shoulder_back\"]", "\"Shoulder\"]", "/regions/1", "lower case", "\"Shoulder\"", ""},
    {"unknown_synergist", "\"synergists\": [\"sternocleidomastoid\"]", "\"synergists\": [\"sternocleidomastoideus\"]",
     "/muscles/0/synergists/0", "one of the file's muscles", "\"sternocleidomastoideus\"",
     "did you mean \"sternocleidomastoid\"?", false},
    {"unknown_antagonist", "\"antagonists\": [\"trapezius_upper\"]", "\"antagonists\": [\"trapezius_uper\"]",
     "/muscles/1/antagonists/0", "one of the file's muscles", "\"trapezius_uper\"", "did you mean \"trapezius_upper\"?",
     false},
    {"satellite_number", "\"satellites\": [\"sternocleidomastoid\"]", "\"satellites\": [3]", "/muscles/0/satellites/0",
     "one of the file's muscles", "3", ""},
    {"segment", "[\"C3\", \"C4\"]", "[\"C3\", \"C9\"]", "/muscles/0/segments/1", "a segment of the spinal cord",
     "\"C9\"", ""},
    {"frequency", "\"frequency\": \"common\"", "\"frequency\": \"comon\"", "/muscles/0/frequency",
     "\"common\", \"occasional\", \"rare\"", "\"comon\"", "did you mean \"common\"?"},
    {"id_form", "\"id\": \"sternocleidomastoid\"", "\"id\": \"Sterno cleido\"", "/muscles/1/id", "lower case",
     "\"Sterno cleido\"", ""},
    {"fma_form", "\"fma\": \"FMA32557\"", "\"fma\": \"32557\"", "/muscles/0/fma", "FMA32557", "\"32557\"", ""},
    {"latin_array", "\"latin\": \"Musculus sternocleidomastoideus\"", "\"latin\": [\"Musculus\"]", "/muscles/1/latin",
     "a text", "[\"Musculus\"]", ""},
    {"attachments", "\"frequency\": \"common\"", "\"attachments\": {}, \"frequency\": \"common\"",
     "/muscles/0/attachments", "a key that is known", "\"attachments\"", "remove it"},
    {"level_form", "\"response\": \"pain\",",
     "\"levels\": {\"drawn\": \"T4\", \"from\": \"T0\", \"to\": \"T5\"}, \"response\": \"pain\",", "/0/levels/from",
     "a level of the spine from C1 to L5", "\"T0\"", ""},
    {"levels_without_landmarks", "\"response\": \"pain\",",
     "\"levels\": {\"drawn\": \"T4\", \"from\": \"T3\", \"to\": \"T5\"}, \"response\": \"pain\",", "/0/levels",
     "levels that have the landmarks", "\"T3\"", "", false},
    {"sides", "\"response\": \"pain\",", "\"sides\": \"up\", \"response\": \"pain\",", "/0/sides", "\"right\"",
     "\"up\"", ""},
    {"bodies", "\"kind\": \"spillover\",", "\"bodies\": \"all\", \"kind\": \"spillover\",", "/0/zones/1/bodies",
     "\"female\"", "\"all\"", ""},
    {"unknown_key", "\"response\": \"pain\",", "\"response\": \"pain\", \"zoness\": \"x\",", "/0/zoness",
     "a key that is known", "\"zoness\"", "did you mean \"zones\"?"},
    {"words_in_dataset", "\"kind\": \"spillover\",", "\"kind\": \"spillover\", \"words\": \"jaw\",", "/0/zones/1/words",
     "a key that is known", "\"words\"", "remove it"},
    {"source_title", "{\"title\": \"Another textbook\"}", "{\"titel\": \"Another textbook\"}", "/sources/BOOK2",
     "a member \"title\"", "{\"titel\"", "add"},
    {"format", "\"myomap-trigger-points\"", "\"myomap-landmarks\"", "/format", "\"myomap-trigger-points\"",
     "\"myomap-landmarks\"", "another kind of file"},
    {"format_version", "\"format_version\": 3", "\"format_version\": 4", "/format_version", "3", "4", "newer Myomap"},
    {"format_version_old", "\"format_version\": 3", "\"format_version\": 1", "/format_version", "3", "1", "older"},
    {"muscles_object", "\"muscles\": [", "\"muscles\": 5, \"note_\": [", "/muscles", "a list of muscles", "5", ""},
};

class LoadFault : public ::testing::TestWithParam<Fault> {};

TEST_P(LoadFault, IsReportedOnceWhereItStands) {
    const Fault& fault = GetParam();
    const std::string text = with(good_text(), fault.from, fault.to);
    const auto problems = load_text(text).problems;

    const std::string pointer =
        std::string(fault.pointer).starts_with("/0/") || std::string(fault.pointer).starts_with("/1/")
            ? std::string(tp) + fault.pointer
            : fault.pointer;
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&](const Problem& problem) { return problem.pointer == pointer; });
    ASSERT_NE(found, problems.end()) << all_text(problems);
    EXPECT_NE(to_text(found->expected).find(fault.expected), std::string::npos) << to_text(*found);
    EXPECT_NE(to_text(found->got).find(fault.got), std::string::npos) << to_text(*found);
    EXPECT_NE(to_text(found->advice).find(fault.advice), std::string::npos) << to_text(*found);
    const std::string name = fault.name;
    // A missing member is reported on the line on which its object begins; all others stand where we put them.
    if (*fault.to && name != "strokes_missing" && name != "unknown_region" && std::string(fault.to) != "[]" &&
        std::string(fault.to) != "7" && std::string(fault.to) != "[\"x\"]") {
        EXPECT_EQ(found->line, line_of(text, fault.to)) << to_text(*found);
    }
    EXPECT_GT(found->line, 0);
    EXPECT_EQ(std::count_if(problems.begin(), problems.end(),
                            [&](const Problem& problem) { return problem.pointer == pointer; }),
              1);
}

TEST_P(LoadFault, IsRefusedByTheSchemaWhereItCan) {
    const Fault& fault = GetParam();
    const TemporaryFile file(with(good_text(), fault.from, fault.to));
    const auto schema = source_path("data/schema/trigger_points.schema.json");
    EXPECT_EQ(!schema_problems(read_json(file.path()), schema).empty(), fault.schema_sees_it);
}

TEST_P(LoadFault, IsSaidOnceByCheck) {
    const Fault& fault = GetParam();
    const TemporaryFile file(with(good_text(), fault.from, fault.to));
    const auto loaded = load_sample(file.path()).problems;
    const auto checked = check_sample(file.path());
    EXPECT_EQ(all_text(checked), all_text(loaded));
}

INSTANTIATE_TEST_SUITE_P(Each, LoadFault, ::testing::ValuesIn(faults),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Load, KeepsTheRestOfAFileWithManyFaults) {
    const LoadedAtlas loaded = load_atlas(source_path("tests/data/atlas/many_faults.json"), sample_landmarks());
    const auto& [atlas, problems] = std::tie(loaded.atlas, loaded.problems);
    EXPECT_GE(problems.size(), 6u) << all_text(problems);
    EXPECT_TRUE(std::is_sorted(problems.begin(), problems.end(),
                               [](const Problem& a, const Problem& b) { return a.line < b.line; }));
    ASSERT_EQ(atlas.muscles.size(), 1u);                    // the second has a wrong region
    ASSERT_EQ(atlas.muscles[0].trigger_points.size(), 1u);  // the second has no response
    const TriggerPoint& point = atlas.muscles[0].trigger_points[0];
    ASSERT_EQ(point.zones.size(), 1u);  // the first has two bad strokes
    EXPECT_EQ(point.zones[0].kind, ZoneKind::spillover);
    EXPECT_EQ(point.zones[0].words, "angle of the jaw");  // its own words, not those of the first
    EXPECT_TRUE(atlas.muscles[0].synergists.empty());     // the second muscle
    EXPECT_EQ(point.sources, std::vector<std::string>{"BOOK1"});
}

TEST(Load, APointWithNoValidZoneLeftIsLeftOut) {
    const auto loaded = load_text(with(good_text(), "\"c7_spinous\", \"occiput\"], \"radius_cm\": 2.5",
                                       "\"c7_spinous\", \"occiput\"], \"radius_cm\": 0"));
    EXPECT_EQ(loaded.atlas.muscles.at(0).trigger_points.size(), 1u);
}

TEST(Load, AWarningLeavesNothingOut) {
    const auto loaded =
        load_text(with(good_text(), "\"frequency\": \"rare\"", "\"frequency\": \"rare\", \"colour\": \"red\""));
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_EQ(loaded.problems[0].severity, Problem::Severity::warning);
    EXPECT_FALSE(has_errors(loaded.problems));
    EXPECT_EQ(loaded.atlas.muscles.size(), 2u);
}

TEST(Load, AFileOfTheVersionBeforeOpensWithOneNote) {
    const auto file = source_path("tests/data/atlas/version_before.json");
    const LoadedAtlas loaded = load_atlas(file, sample_landmarks());
    ASSERT_EQ(loaded.problems.size(), 1u) << all_text(loaded.problems);
    EXPECT_FALSE(has_errors(loaded.problems));
    EXPECT_EQ(loaded.problems[0].pointer, "/format_version");
    EXPECT_EQ(loaded.problems[0].line, 3);
    EXPECT_NE(to_text(loaded.problems[0].advice).find("\"attachments\" are passed over"), std::string::npos);
    ASSERT_EQ(loaded.atlas.muscles.size(), 2u);
    EXPECT_EQ(loaded.atlas.muscles[0].trigger_points.size(), 2u);
    EXPECT_EQ(loaded.atlas.muscles[0].name, "Trapezius, upper fibres");
    // The schema of today has nothing to add.
    EXPECT_EQ(all_text(check_sample(file)), all_text(loaded.problems));
}

TEST(Load, RefusesAPathOfMoreThan40Points) {
    const auto path_of = [](int count) {
        std::string path = "\"path\": [\"temple\"";
        for (int i = 1; i < count; ++i) path += ", \"occiput\"";
        return path + "]";
    };
    EXPECT_TRUE(load_text(with(good_text(), "\"path\": [\"temple\"]", path_of(40))).problems.empty());
    const auto problems = load_text(with(good_text(), "\"path\": [\"temple\"]", path_of(41))).problems;
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].pointer, "/muscles/0/trigger_points/0/zones/0/strokes/1/path");
    EXPECT_NE(to_text(problems[0].expected).find("not 41"), std::string::npos);
    EXPECT_LE(to_text(problems[0].got).size(), 60u);
}

TEST(Load, LimitsTheNestingOfPointsTo16) {
    const auto nested = [](int depth) {
        std::string point = "\"occiput\"";
        for (int i = 1; i < depth; ++i) point = "{\"mirror\": " + point + "}";
        return with(good_text(), "{\"at\": \"acromion_tip\", \"deep\": true}", point);
    };
    EXPECT_TRUE(load_text(nested(16)).problems.empty());
    const auto loaded = load_text(nested(17));
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_NE(to_text(loaded.problems[0].expected).find("at most 16"), std::string::npos);
    EXPECT_EQ(loaded.atlas.muscles.at(0).trigger_points.size(), 1u);
}

// The whole file is refused with one problem.
Problem only_problem(std::string_view text) {
    const auto loaded = load_text(text);
    EXPECT_EQ(loaded.problems.size(), 1u) << all_text(loaded.problems);
    EXPECT_TRUE(loaded.atlas.muscles.empty());
    return loaded.problems.empty() ? Problem{} : loaded.problems[0];
}

TEST(Load, RefusesANestingBomb) {
    for (const std::size_t depth : {64u, 65u, 66u, 2'000'000u}) {
        const auto problem = only_problem("{\"format\": \"myomap-trigger-points\", \"x\":\n" + std::string(depth, '[') +
                                          std::string(depth, ']') + "}");
        EXPECT_EQ(problem.line, 2);
        EXPECT_NE(to_text(problem.expected).find("levels"), std::string::npos) << to_text(problem);
    }
    // One level less is only a file without its members.
    EXPECT_GT(
        load_text("{\"format\": \"x\", \"x\":\n" + std::string(63, '[') + std::string(63, ']') + "}").problems.size(),
        0u);
}

TEST(Load, NamesLineColumnAndWhatStandsAtASyntaxError) {
    const auto loaded = load_atlas(source_path("tests/data/atlas/missing_comma.json"), sample_landmarks());
    ASSERT_EQ(loaded.problems.size(), 1u);
    const Problem& problem = loaded.problems[0];
    EXPECT_EQ(problem.line, 6);
    EXPECT_NE(to_text(problem.got).find("column 3"), std::string::npos) << to_text(problem);
    EXPECT_EQ(to_text(problem.expected), "well-formed JSON");
    EXPECT_NE(to_text(problem.advice).find("comma"), std::string::npos) << to_text(problem);
}

TEST(Load, SaysWhatToDoAboutCommonSyntaxErrors) {
    EXPECT_NE(to_text(only_problem("{\"a\": [1, 2,]}").advice).find("remove the comma"), std::string::npos);
    EXPECT_NE(to_text(only_problem("{\n// note\n}").advice).find("no comments"), std::string::npos);
    EXPECT_NE(to_text(only_problem("{'a': 1}").advice).find("double quotes"), std::string::npos);
    EXPECT_NE(to_text(only_problem("{\"a\": \"x\n\"}").advice).find("close the string"), std::string::npos);
    EXPECT_NE(to_text(only_problem("{\"a\": [1, 2").advice).find("cut short"), std::string::npos);
    EXPECT_EQ(only_problem("{\"a\": {\"b\": [1, tru]}}").pointer, "/a/b/1");
}

TEST(Load, SaysThatNumbersMustBeFinite) {
    for (const char* number : {"NaN", "nan", "Infinity", "-Infinity", "1e999", "-1e999"}) {
        const auto text = with(good_text(), "\"radius_cm\": 1.8", "\"radius_cm\": " + std::string(number));
        const auto problem = only_problem(text);
        EXPECT_EQ(problem.line, line_of(text, number)) << number;
        EXPECT_NE(to_text(problem.got).find(number), std::string::npos) << to_text(problem);
        EXPECT_EQ(to_text(problem.expected), "a finite number") << to_text(problem);
        EXPECT_NE(to_text(problem.advice).find("numbers must be finite"), std::string::npos) << to_text(problem);
        EXPECT_EQ(problem.pointer, "/muscles/0/trigger_points/0/zones/0/strokes/1/radius_cm");
    }
}

TEST(Load, NamesLineAndByteOfTextThatIsNotUtf8) {
    const std::string text = with(good_text(), "A textbook",
                                  "A t\xE9"
                                  "xtbook");
    const auto problem = only_problem(text);
    EXPECT_EQ(problem.line, line_of(text, "BOOK1"));
    EXPECT_NE(to_text(problem.got).find("0xE9 at byte " + std::to_string(text.find('\xE9') + 1)), std::string::npos);
    EXPECT_NE(to_text(problem.advice).find("UTF-8"), std::string::npos);
    EXPECT_EQ(only_problem(std::string_view("\xFF\xFE{\0", 4)).line, 1);
}

TEST(Load, AcceptsAByteOrderMarkAndCrLf) {
    EXPECT_TRUE(load_text("\xEF\xBB\xBF" + good_text()).problems.empty());
    std::string text;
    for (const char c : with(good_text(), "\"radius_cm\": 1.8", "\"radius_cm\": 0"))
        text += c == '\n' ? "\r\n" : std::string(1, c);
    const auto problems = load_text("\xEF\xBB\xBF" + text).problems;
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, line_of(text, "\"radius_cm\": 0"));
}

TEST(Load, FindsTheLineOfANumberThatEndsItsLine) {
    const auto text = with(good_text(), "[1.5, 1.2, 1]", "[\n1.5,\n99\n,1\n]");
    const auto problems = load_text(text).problems;
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, line_of(text, "99\n"));
}

TEST(Load, RefusesWhatIsNoFile) {
    const auto missing = load_atlas("/nonexistent/x.json", {});
    ASSERT_EQ(missing.problems.size(), 1u);
    EXPECT_EQ(missing.problems[0].line, 0);
    EXPECT_EQ(missing.problems[0].file, "/nonexistent/x.json");
    const auto folder = load_atlas(std::filesystem::temp_directory_path(), {});
    ASSERT_EQ(folder.problems.size(), 1u);
    EXPECT_EQ(to_text(folder.problems[0].got), "a folder");
    EXPECT_EQ(load_atlas("/dev/zero", {}).problems.size(), 1u);
    EXPECT_EQ(to_text(only_problem("").got), "an empty file");
    EXPECT_EQ(to_text(only_problem("[]").expected), "an object {...}");
}

TEST(Load, RefusesAFileOfMoreThan64MegabytesUnread) {
    const TemporaryFile file("{}");
    std::filesystem::resize_file(file.path(), 64ull * 1024 * 1024 + 1);  // sparse
    const auto loaded = load_atlas(file.path(), {});
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_EQ(to_text(loaded.problems[0].expected), "a file of at most 64 MB");
}

TEST(Load, StopsListingProblemsAtSomePoint) {
    std::string regions = "\"regions\": [0";
    for (int i = 0; i < 900; ++i) regions += ",\n0";
    const auto problems = load_text(with(good_text(), "\"regions\": [", regions + "],\"x\": [")).problems;
    EXPECT_LT(problems.size(), 210u);
    EXPECT_NE(to_text(problems.back().got).find("more that are not listed"), std::string::npos);
}

TEST(Check, FindsKeysThatOccurTwice) {
    const auto text =
        with(good_text(), "\"frequency\": \"rare\",", "\"frequency\": \"rare\",\n\"frequency\": \"occasional\",");
    const TemporaryFile file(text);
    const auto problems = check_sample(file.path());
    ASSERT_EQ(problems.size(), 1u) << all_text(problems);
    EXPECT_EQ(problems[0].pointer, "/muscles/1/frequency");
    EXPECT_EQ(problems[0].line, line_of(text, "\"frequency\": \"occasional"));
}

TEST(Check, SaysThatTheSchemasAreMissing) {
    const auto problems = check_dataset(source_path("tests/data/atlas/good.json"), sample_landmarks(), "/no/schema");
    ASSERT_EQ(problems.size(), 3u);  // the dataset's, and once for each language
    EXPECT_EQ(problems[0].file, "/no/schema/trigger_points.schema.json");
    EXPECT_EQ(problems[1].file, "/no/schema/text.schema.json");
}

TEST(Check, SurvivesALongIdAndANestingBomb) {
    const TemporaryFile long_id(
        with(good_text(), "\"id\": \"sternocleidomastoid\"", "\"id\": \"" + std::string(1'000'000, 'x') + "\""));
    EXPECT_TRUE(has_errors(check_sample(long_id.path())));
    const TemporaryFile bomb(std::string(500'000, '['));
    EXPECT_EQ(check_sample(bomb.path()).size(), 1u);
}

}  // namespace
}  // namespace myomap
