// Muscle shapes: what is read, what is refused, and in which words.

#include "atlas/muscle_shapes.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample_file.h"

namespace myomap {
namespace {

using myomap::testing::line_of;
using myomap::testing::source_path;
using myomap::testing::TemporaryFile;
using myomap::testing::with;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string good = R"({
  "format": "myomap-muscle-shapes", "format_version": 1, "license": "CC BY-SA 4.0", "source": "a test",
  "shapes": [
    {"id": "strap", "confidence": "high", "parts": [
      {"name": "only head", "tendon": [0.1, 0.3], "pennate": "bi", "facing": {"anterior": 1}, "stations": [
        {"at": "occiput", "width_cm": 2, "thickness_cm": 1},
        {"at": ["occiput", "c7_spinous", 0.5], "width_cm": 3, "thickness_cm": 1.5, "depth_cm": 2}
      ]}
    ]},
    {"id": "sheet", "confidence": "low", "parts": [
      {"drape": true, "rests": true, "stations": [
        {"curve": ["c7_spinous", "occiput"], "thickness_cm": [0.5, 0.7]},
        {"curve": ["clavicle_mid", "acromion_tip"], "thickness_cm": 0.4}
      ]}
    ]}
  ]
})";

LoadedShapes load(const std::string& text) {
    const TemporaryFile file(text);
    return load_shapes({file.path()}, myomap::testing::sample_landmarks());
}

std::string first_problem(const std::string& text) {
    const LoadedShapes loaded = load(text);
    return loaded.problems.empty() ? "" : to_text(loaded.problems.front());
}

TEST(MuscleShapes, AreReadWhole) {
    const LoadedShapes loaded = load(good);
    ASSERT_TRUE(loaded.problems.empty()) << to_text(loaded.problems.front());
    ASSERT_EQ(loaded.shapes.size(), 2u);
    const ShapePart& strap = loaded.shapes[0].parts.at(0);
    EXPECT_EQ(loaded.shapes[0].confidence, Confidence::high);
    EXPECT_EQ(loaded.shapes[0].kind, ShapeKind::muscle);
    EXPECT_EQ(loaded.shapes[0].sheet, Sheet::none);
    EXPECT_EQ(strap.name, "only head");
    EXPECT_EQ(strap.pennation, Pennation::bi);
    EXPECT_THAT(strap.tendon, ElementsAre(0.1f, 0.3f));
    EXPECT_EQ(strap.facing, (Offset{.anterior = 1}));
    ASSERT_EQ(strap.stations.size(), 2u);
    EXPECT_EQ(strap.stations[0].width_cm, 2);
    EXPECT_FALSE(strap.stations[0].depth_cm);
    EXPECT_EQ(strap.stations[1].depth_cm, 2);
    const ShapePart& sheet = loaded.shapes[1].parts.at(0);
    EXPECT_TRUE(sheet.drape);
    EXPECT_TRUE(sheet.rests);
    EXPECT_THAT(sheet.stations[0].thickness_cm, ElementsAre(0.5f, 0.7f));
    EXPECT_EQ(sheet.stations[1].curve.size(), 2u);
}

struct Fault {
    const char* name;
    std::string from, to;
    std::string expected;   // in the message
    std::string line_with;  // what stands on the line that is named, in the changed text
};

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

class FaultyShape : public ::testing::TestWithParam<Fault> {};

INSTANTIATE_TEST_SUITE_P(
    Known, FaultyShape,
    ::testing::Values(Fault{"one_station",
                            ",\n        {\"at\": [\"occiput\", \"c7_spinous\", 0.5], \"width_cm\": 3, "
                            "\"thickness_cm\": 1.5, \"depth_cm\": 2}",
                            "", "at least two stations", "only head"},
                      Fault{"zero_thickness", "\"width_cm\": 2, \"thickness_cm\": 1",
                            "\"width_cm\": 2, \"thickness_cm\": 0", "above 0 and at most 30", "\"thickness_cm\": 0"},
                      Fault{"unknown_landmark", "{\"at\": \"occiput\"", "{\"at\": \"occiputt\"",
                            "did you mean \"occiput\"", "occiputt"},
                      Fault{"one_fibre", "[\"clavicle_mid\", \"acromion_tip\"]", "[\"clavicle_mid\"]",
                            "at least two points", "[\"clavicle_mid\"]"},
                      Fault{"thin_way_round", "\"width_cm\": 2, \"thickness_cm\": 1",
                            "\"width_cm\": 2, \"thickness_cm\": 3", "at least the thickness", "\"thickness_cm\": 3"},
                      Fault{"both_forms", "{\"at\": \"occiput\",",
                            "{\"at\": \"occiput\", \"curve\": [\"occiput\", \"c7_spinous\"],",
                            "either \"at\" and \"width_cm\" or \"curve\"", "\"curve\": [\"occiput\", \"c7_spinous\"]"},
                      Fault{"thickness_count", "[0.5, 0.7]", "[0.5, 0.7, 0.9]", "one thickness or 2", "0.9"},
                      Fault{"no_direction", "\"facing\": {\"anterior\": 1}", "\"facing\": {}", "a direction", "facing"},
                      Fault{"tendon_share", "[0.1, 0.3]", "[0.1, 1.3]", "from 0 to 1", "1.3"},
                      Fault{"same_id", "\"id\": \"sheet\"", "\"id\": \"strap\"", "shape id", "low"}),
    [](const ::testing::TestParamInfo<Fault>& fault) { return fault.param.name; });

TEST_P(FaultyShape, IsNamedWithItsLineAndLeftOutWhileTheRestOpens) {
    const Fault& fault = GetParam();
    const std::string text = with(good, fault.from, fault.to);
    const LoadedShapes loaded = load(text);
    ASSERT_FALSE(loaded.problems.empty());
    const Problem& problem = loaded.problems.front();
    EXPECT_EQ(problem.severity, Problem::Severity::error);
    EXPECT_THAT(to_text(problem), HasSubstr(fault.expected));
    EXPECT_EQ(problem.line, line_of(text, fault.line_with)) << to_text(problem);
    EXPECT_THAT(problem.pointer, HasSubstr("/shapes/"));
    EXPECT_EQ(loaded.shapes.size(), 1u);
}

TEST(MuscleShapes, OtherFilesAndBrokenOnesAreOneProblem) {
    EXPECT_THAT(first_problem("{\"format\": \"myomap-regions\", \"format_version\": 1}"),
                HasSubstr("myomap-muscle-shapes"));
    EXPECT_THAT(first_problem("{"), HasSubstr("JSON"));
    EXPECT_TRUE(load_shapes({}, {}).shapes.empty());
}

TEST(MuscleShapes, TheSameIdInTwoFilesIsRefusedOnce) {
    const TemporaryFile first(good), second(good);
    const LoadedShapes loaded = load_shapes({first.path(), second.path()}, myomap::testing::sample_landmarks());
    EXPECT_EQ(loaded.shapes.size(), 2u);
    ASSERT_EQ(loaded.problems.size(), 2u);
    EXPECT_THAT(to_text(loaded.problems[0]), AllOf(HasSubstr(second.path().string()), HasSubstr("\"strap\"")));
}

TEST(MuscleShapes, WithoutMuscleOrShapeIsAWarning) {
    Atlas atlas;
    atlas.muscles.resize(2);
    atlas.muscles[0].id = "strap";
    atlas.muscles[1].id = "unshaped";
    const TemporaryFile file(good);
    const auto shapes = load_shapes({file.path()}, myomap::testing::sample_landmarks()).shapes;
    Problems problems = unmatched_shapes(shapes, atlas);
    for (Problem& problem : unshaped_muscles(shapes, atlas, "points.json")) problems.push_back(std::move(problem));
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_FALSE(has_errors(problems));
    EXPECT_THAT(to_text(problems[0]), HasSubstr("\"sheet\""));
    EXPECT_EQ(problems[0].line, line_of(good, "\"sheet\""));
    EXPECT_THAT(to_text(problems[1]), AllOf(HasSubstr("\"unshaped\""), HasSubstr("no tint on the skin")));
}

TEST(MuscleShapes, AreOfTheKindTheirFileIsCalledBy) {
    const auto folder = std::filesystem::temp_directory_path() / ("myomap_kinds_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    for (const auto& [name, kind] : {std::pair{"trunk.json", ShapeKind::muscle},
                                     {"tendons.json", ShapeKind::tendon},
                                     {"bones.json", ShapeKind::bone}}) {
        std::ofstream(folder / name) << with(good, "\"confidence\": \"high\"",
                                             "\"sheet\": \"tendon\", \"confidence\": \"high\"");
        const auto shapes = load_shapes({folder / name}, myomap::testing::sample_landmarks()).shapes;
        ASSERT_EQ(shapes.size(), 2u) << name;
        EXPECT_EQ(shapes[0].kind, kind) << name;
        EXPECT_EQ(shapes[0].sheet, Sheet::tendon) << name;
    }
    std::filesystem::remove_all(folder);
    EXPECT_THAT(first_problem(with(good, "\"confidence\": \"high\"", "\"sheet\": true, \"confidence\": \"high\"")),
                HasSubstr("\"none\", \"whole\", \"tendon\""));
}

TEST(MuscleShapes, ATendonIsNamedByTheTexts) {
    Atlas atlas;
    Shape tendon;
    tendon.id = "iliotibial_tract";
    tendon.kind = ShapeKind::tendon;
    EXPECT_EQ(unmatched_shapes({tendon}, atlas).size(), 1u);
    EXPECT_EQ(atlas.structure_name(tendon.id), "Iliotibial tract");
    atlas.structures["iliotibial_tract"] = "Tractus ilio-tibial";
    EXPECT_TRUE(unmatched_shapes({tendon}, atlas).empty());
    EXPECT_EQ(atlas.structure_name(tendon.id), "Tractus ilio-tibial");
    EXPECT_TRUE(unshaped_muscles({tendon}, atlas, "").empty());
}

TEST(MuscleShapes, TheSchemaAgreesWithTheReader) {
    const TemporaryFile file(good);
    const auto schema = source_path("data/schema/muscle_shapes.schema.json");
    EXPECT_TRUE(check_shapes({file.path()}, myomap::testing::sample_landmarks(), schema).empty());
    file.write(with(good, "\"pennate\": \"bi\"", "\"pennate\": \"tri\""));
    const Problems problems = check_shapes({file.path()}, myomap::testing::sample_landmarks(), schema);
    EXPECT_EQ(std::ranges::count(problems, Problem::Severity::error, &Problem::severity), 1);
}

}  // namespace
}  // namespace myomap
