// Each rule of the lint: silent on good data, and says the right thing at the right place about one mistake.

#include "one_muscle.h"

namespace myomap::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

auto says(const std::string& text) {
    return testing::ResultOf([](const Message& message) { return to_text(message); }, HasSubstr(text));
}

auto finding(const std::string& pointer, const std::string& expected, const std::string& got) {
    return AllOf(Field(&Problem::pointer, pointer), Field(&Problem::expected, says(expected)),
                 Field(&Problem::got, says(got)));
}

const std::string point = "/muscles/0/trigger_points/0";

json stroke(const char* path, double radius_cm) { return {{"path", json::parse(path)}, {"radius_cm", radius_cm}}; }

// The first zone of the first point, painted otherwise.
Sample with_stroke(const json& one) {
    Sample data = one_muscle();
    data["muscles"][0]["trigger_points"][0]["zones"][0]["strokes"] = json::array({one});
    return data;
}

TEST(Lint, SaysNothingOfGoodData) { EXPECT_THAT(Opened(one_muscle()).lint(), IsEmpty()); }

TEST(Lint, FindingsAreWarningsWithTheLineOfTheFile) {
    const Opened opened(with_stroke(stroke(R"(["menton"])", 0.2)));
    const Problems found = opened.lint();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Problem::Severity::warning);
    EXPECT_EQ(found[0].file, opened.document.file);
    EXPECT_EQ(found[0].line, lines_of(opened.document.text, {point + "/zones/0"})[0]);
    EXPECT_GT(found[0].line, 1);
}

TEST(Lint, ZoneWithoutSkin) {
    EXPECT_THAT(Opened(with_stroke(stroke(R"(["umbilicus"])", 0.2))).lint(),
                ElementsAre(finding(point + "/zones/0", "paints some skin", "painted vertices on the")));
}

TEST(Lint, StrokeOnTheRightNeedsToSayMirror) {
    const std::string at = point + "/zones/0/strokes/0";
    EXPECT_THAT(Opened(with_stroke(stroke(R"([{"at": "umbilicus", "offset_cm": {"medial": 6}}])", 2.5))).lint(),
                ElementsAre(finding(at, "left side", "100 % of it on the right side")));
    const char* mirrored = R"([{"mirror": {"at": "umbilicus", "offset_cm": {"lateral": 6}}}])";
    EXPECT_THAT(Opened(with_stroke(stroke(mirrored, 2.5))).lint(), IsEmpty());
    EXPECT_THAT(Opened(with_stroke(stroke(R"(["umbilicus"])", 6))).lint(), IsEmpty()) << "both sides of the midline";
}

TEST(Lint, TriggerPointFarFromItsMuscle) {
    Sample data = one_muscle();
    data["muscles"][0]["trigger_points"][0]["point"] = "patella_apex";
    EXPECT_THAT(Opened(data).lint(), ElementsAre(finding(point + "/point", "within 4 cm", " cm on the male body")));
}

TEST(Lint, TriggerPointOnTheRight) {
    Sample data = one_muscle();
    json& place = data["muscles"][0]["trigger_points"][0]["point"];
    place = {{"at", place}, {"offset_cm", {{"medial", 20}}}};
    EXPECT_THAT(Opened(data).lint(), testing::Contains(finding(point + "/point", "left side or the midline", "right")));
}

TEST(Lint, TwoPointsInOnePlace) {
    Sample data = one_muscle();
    auto& points = data["muscles"][0]["trigger_points"];
    json twin = points[0];
    twin["id"] = "twin";
    data.add_point(twin);
    const std::string at = "/muscles/0/trigger_points/" + std::to_string(points.size() - 1) + "/point";
    EXPECT_THAT(Opened(data).lint(),
                ElementsAre(finding(at, "a place of its own", points[0]["id"].get<std::string>())));
}

TEST(Lint, EssentialZoneOverAThirdOfTheBody) {
    Sample data = with_stroke(stroke(R"(["umbilicus"])", 40));
    json& zone = data["muscles"][0]["trigger_points"][0]["zones"][0];
    for (const char* at : {R"(["l3_spinous"])", R"(["t4_spinous"])", R"(["sternal_angle"])"})
        zone["strokes"].push_back(stroke(at, 40));
    const auto too_large = finding(point + "/zones/0", "at most a third of the body", "% of the skin");
    EXPECT_THAT(Opened(data).lint(), testing::Contains(too_large));
    zone["kind"] = "spillover";
    EXPECT_THAT(Opened(data).lint(), testing::Not(testing::Contains(too_large)));
}

TEST(Lint, PathThatJumps) {
    const char* path = R"([{"at": "menton", "offset_cm": {"posterior": 1.1}},
                           {"at": "menton", "offset_cm": {"posterior": 2.4}},
                           {"at": "menton", "offset_cm": {"posterior": 3.6}}])";
    EXPECT_THAT(Opened(with_stroke(stroke(path, 1.3))).lint(),
                ElementsAre(finding(point + "/zones/0/strokes/0", "without a gap", "a jump of ")));
}

TEST(Lint, PathFromTheArmIntoTheFlank) {
    const char* path =
        R"([{"at": "medial_epicondyle_humerus", "offset_cm": {"superior": 14.7, "medial": 3.2}},
            {"at": "medial_epicondyle_humerus", "offset_cm": {"superior": 7, "medial": 2, "anterior": 1.5}}])";
    EXPECT_THAT(Opened(with_stroke(stroke(path, 1.8))).lint(),
                testing::Contains(finding(point + "/zones/0/strokes/0", "one side of the skin fold", "a turn of ")));
}

TEST(Lint, PaintOnABodyPartFarFromThePath) {
    EXPECT_THAT(Opened(with_stroke(stroke(R"(["mastoid_process"])", 28))).lint(),
                testing::Contains(finding(point + "/zones/0", "body parts that the strokes touch", " on the trunk")));
}

TEST(Lint, PlaceFarFromTheLandmarkThatSaysIt) {
    const char* far = R"([{"at": {"at": "umbilicus", "offset_cm": {"superior": 8}}, "offset_cm": {"lateral": 5}}])";
    EXPECT_THAT(Opened(with_stroke(stroke(far, 3))).lint(),
                ElementsAre(finding(point + "/zones/0/strokes/0/path/0", "within 12 cm", "13.0 cm")));
    const char* between = R"([["asis", "patella_superior_pole", 0.5]])";
    EXPECT_THAT(Opened(with_stroke(stroke(between, 3))).lint(), IsEmpty()) << "on the line between two";
}

TEST(Lint, BodiesThatDisagree) {
    SkinAsset small = body(BodyId::adult_male).skin();
    for (glm::vec3& position : small.positions) position *= 0.4f;
    const Body dwarf(BodyId::adult_female, small, landmarks());
    const Problems found = Opened(with_stroke(stroke(R"(["umbilicus"])", 4)), body(BodyId::adult_male), dwarf).lint();
    EXPECT_THAT(found, testing::Contains(finding(point + "/zones/0", "same share", "on the female body")));
}

TEST(Lint, SynonymThatNamesAnotherMuscle) {
    Sample data = one_muscle();
    json other = data["muscles"][0];
    other["id"] = "other";
    other["latin"] = "Musculus alter";
    data.add_muscle(other);
    data.words()["name"] = "Trapezius, upper fibres";
    data.en["muscles"]["other"]["name"] = "The other one";
    data.en["muscles"]["other"]["synonyms"] = {"fine", "TRAPEZIUS upper fibres"};
    const Opened opened(data);
    const std::string at = "/muscles/other/synonyms/1";
    const Problems found = opened.lint();
    ASSERT_THAT(found, ElementsAre(finding(at, "another name of this muscle", data.first_id())));
    EXPECT_EQ(found[0].file, opened.texts.file);
    EXPECT_EQ(found[0].line, lines_of(opened.texts.text, {at})[0]);
    EXPECT_GT(found[0].line, 1);
}

TEST(Lint, SourcesThatSupportNothingOrSayNothing) {
    Sample data = one_muscle();
    const std::string used = data["muscles"][0]["sources"][0];
    data["sources"]["a/b"] = {{"title", "A book"}, {"note", "good"}};
    data["sources"][used] = {{"title", "Another book"}};
    data.fr["source_notes"].erase(used);
    data.fr["source_notes"]["a/b"] = "bon";
    const Problems found = Opened(data).lint();
    EXPECT_THAT(found,
                testing::UnorderedElementsAre(finding("/sources/a~1b", "names", "which none does"),
                                              finding("/sources/" + used, "where the source is found", "neither")));
}

TEST(Lint, TranslationsThatAreMissingJoinTheList) {
    const Opened opened(one_muscle());
    const Problem missing{Problem::Severity::warning, "fr.json", 7, "/x", "a text", "nothing", ""};
    EXPECT_THAT(opened.lint({missing}), ElementsAre(missing));
}

}  // namespace
}  // namespace myomap::test
