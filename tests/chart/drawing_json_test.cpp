#include "chart/drawing_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sample_chart.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::chart_of;
using ::testing::HasSubstr;
using testing::load_text;
using testing::sample_topology;
using testing::visit_text;
using testing::with;

std::string text_of(const LoadedDrawing& loaded) { return drawing_text(loaded.drawing.value(), sample_topology); }

TEST(DrawingJson, ReadsTheSample) {
    const LoadedDrawing loaded = load_text(visit_text());
    EXPECT_TRUE(loaded.problems.empty()) << to_text(loaded.problems[0]);
    ASSERT_TRUE(loaded.drawing);
    const Drawing& drawing = *loaded.drawing;
    EXPECT_EQ(drawing.header->patient, "A. B., 1961");
    ASSERT_EQ(drawing.header->warning_signs.size(), 2u);
    EXPECT_EQ(drawing.header->warning_signs[0].answer, Examined::no);
    EXPECT_EQ(drawing.header->warning_signs[1].answer, Examined::not_examined);
    ASSERT_EQ(drawing.areas.size(), 2u);
    const PainArea& area = drawing.areas[0];
    EXPECT_EQ(area.strokes.size(), 2u);
    EXPECT_EQ(area.strokes[0].path[0], (SkinAnchor{{10, 11, 12}, 0.3f, 0.25f}));
    EXPECT_TRUE(area.strokes[1].erase);
    EXPECT_EQ(area.qualities, (std::vector{PainQuality::aching, PainQuality::tight}));
    EXPECT_EQ(area.own_words, std::vector<std::string>{"like a helmet"});
    EXPECT_EQ(area.depth, PainDepth::deep);
    EXPECT_EQ(area.worst, 7.5f);
    EXPECT_FALSE(area.usual);
    EXPECT_EQ(drawing.areas[1].regions[0].side, Side::right);
    ASSERT_EQ(drawing.findings.size(), 2u);
    EXPECT_EQ(drawing.findings[0].treatment.value().needles_out, 3);
    EXPECT_EQ(drawing.findings[0].jump_sign, Examined::not_examined);
    EXPECT_TRUE(drawing.findings[1].anchor);
    EXPECT_EQ(drawing.notes[1].symbol, NoteSymbol::scar);
    EXPECT_EQ(drawing.kept[1].letter, 'C');
    EXPECT_EQ(drawing.next_id, 9u);
}

TEST(DrawingJson, WritesWhatItRead) {
    EXPECT_EQ(text_of(load_text(visit_text())), visit_text());
    EXPECT_TRUE(testing::check_text(visit_text()).empty());
}

TEST(DrawingJson, AnEmptyDrawingComesBack) {
    const LoadedDrawing loaded = load_text(drawing_text({}, sample_topology));
    EXPECT_TRUE(loaded.problems.empty());
    EXPECT_EQ(loaded.drawing, Drawing{});
}

TEST(DrawingJson, EveryWeightComesBackToTheBit) {
    Drawing drawing;
    BrushStroke stroke;
    for (const float weight : {0.1f, 1.f / 3, 1e-7f, 0.99999f, 0.f}) stroke.path.push_back({{1, 2, 3}, weight, 0});
    drawing.areas = drawing.areas.with({.id = 1, .strokes = SharedList<BrushStroke>().with(stroke)});
    const std::string text = drawing_text(drawing, sample_topology);
    EXPECT_EQ(load_text(text).drawing, drawing);
    EXPECT_THAT(text, HasSubstr("[1,2,3,0.1,0.0]"));
}

TEST(DrawingJson, AnotherMeshIsRefusedByName) {
    const LoadedDrawing loaded = load_text(with(visit_text(), "0123456789abcdef", "fedcba9876543210"));
    EXPECT_FALSE(loaded.drawing);
    ASSERT_EQ(loaded.problems.size(), 1u);
    const Problem& problem = loaded.problems[0];
    EXPECT_EQ(problem.pointer, "/topology");
    EXPECT_EQ(problem.line, 4);
    EXPECT_THAT(to_text(problem.expected), HasSubstr("0123456789abcdef"));
    EXPECT_THAT(to_text(problem.got), HasSubstr("fedcba9876543210"));
    EXPECT_THAT(to_text(problem.advice), HasSubstr("open it with the Myomap that wrote it"));
}

TEST(DrawingJson, OtherFilesAreRefused) {
    for (const char* text : {"", "[]", "{}", "{\"format\": \"myomap-regions\", \"format_version\": 1}",
                             "{\"format\": \"myomap-chart\"}", "{\"format\": \"myomap-chart\", \"format_version\": 0}",
                             "{\"format\": \"myomap-chart\", \"format_version\": 1}"}) {
        const LoadedDrawing loaded = load_text(text);
        EXPECT_FALSE(loaded.drawing) << text;
        EXPECT_TRUE(has_errors(loaded.problems)) << text;
    }
    EXPECT_FALSE(load_drawing("no such file.myomap", sample_topology).drawing);
}

TEST(DrawingJson, AHugeFileIsNotReadAtAll) {
    const testing::TemporaryFile file("{");
    std::filesystem::resize_file(file.path(), 500u << 20);
    const LoadedDrawing loaded = load_drawing(file.path(), sample_topology);
    EXPECT_FALSE(loaded.drawing);
    EXPECT_THAT(to_text(loaded.problems.at(0)), HasSubstr("at most 16 MB, got 500 MB"));
}

// One thing wrong in one area: where it is said, and that the file's text of it is not lost.
struct Fault {
    const char* area;
    const char* pointer;
    const char* expected;
    bool stays;  // the area, without what is wrong
};

class DrawingFault : public ::testing::TestWithParam<Fault> {};

TEST_P(DrawingFault, IsSaidAndKept) {
    const Fault& fault = GetParam();
    const std::string text = chart_of(fault.area);
    const LoadedDrawing loaded = load_text(text);
    ASSERT_EQ(loaded.problems.size(), 1u) << fault.area;
    EXPECT_EQ(loaded.problems[0].severity, Problem::Severity::error);
    EXPECT_EQ(loaded.problems[0].pointer, fault.pointer);
    EXPECT_EQ(loaded.problems[0].line, 1);
    EXPECT_THAT(to_text(loaded.problems[0].expected), HasSubstr(fault.expected));
    ASSERT_TRUE(loaded.drawing);
    EXPECT_EQ(loaded.drawing->areas.size(), fault.stays ? 1u : 0u);
    EXPECT_EQ(json::parse(text_of(loaded))["areas"], json::parse(text)["areas"]);
}

INSTANTIATE_TEST_SUITE_P(
    All, DrawingFault,
    ::testing::Values(Fault{"5", "/areas/0", "an object", false},
                      Fault{R"({"now": 3})", "/areas/0", "a member \"id\"", false},
                      Fault{R"({"id": 0})", "/areas/0/id", "a whole number from 1", false},
                      Fault{R"({"id": 99999999999})", "/areas/0/id", "a whole number from 1", false},
                      Fault{R"({"id": 1, "now": 11})", "/areas/0/now", "a number from 0 to 10", true},
                      Fault{R"({"id": 1, "now": -1e300})", "/areas/0/now", "a number from 0 to 10", true},
                      Fault{R"({"id": 1, "now": "3"})", "/areas/0/now", "a number from 0 to 10", true},
                      Fault{R"({"id": 1, "depth": "dep"})", "/areas/0/depth", "\"deep\"", true},
                      Fault{R"({"id": 1, "qualities": ["aching", "sad"]})", "/areas/0/qualities/1", "\"burning\"",
                            true},
                      Fault{R"({"id": 1, "qualities": "aching"})", "/areas/0/qualities", "a list", true},
                      Fault{R"({"id": 1, "own_words": [""]})", "/areas/0/own_words/0", "not empty", true},
                      Fault{R"({"id": 1, "regions": [{"id": "x"}]})", "/areas/0/regions/0", "a member \"side\"", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [], "radius_cm": 1}]})", "/areas/0/strokes/0/path",
                            "a list of 1", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,2,3,0,0]], "radius_cm": 0}]})",
                            "/areas/0/strokes/0/radius_cm", "above 0", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,2,1000,0,0]], "radius_cm": 1}]})",
                            "/areas/0/strokes/0/path/0", "below 1000", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,3,2,0,0]], "radius_cm": 1}]})",
                            "/areas/0/strokes/0/path/0", "vertices that rise", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,2,3,0.6,0.6]], "radius_cm": 1}]})",
                            "/areas/0/strokes/0/path/0", "together at most 1", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,2,3,null,0]], "radius_cm": 1}]})",
                            "/areas/0/strokes/0/path/0", "two weights", false},
                      Fault{R"({"id": 1, "strokes": [{"path": [[1,2,3,0,0]], "radius_cm": 1, "erase": 1}]})",
                            "/areas/0/strokes/0/erase", "true or false", false}));

TEST(DrawingJson, NoIdOrLetterIsTakenTwice) {
    const LoadedDrawing loaded = load_text(with(visit_text(), R"("id": 8)", R"("id": 4)"));
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_EQ(loaded.problems[0].pointer, "/notes/1/id");
    EXPECT_THAT(to_text(loaded.problems[0].advice), HasSubstr("/findings/0/id"));
    EXPECT_EQ(loaded.drawing->notes.size(), 1u);
    EXPECT_EQ(load_text(with(visit_text(), R"("letter": "C")", R"("letter": "A")")).drawing->kept.size(), 1u);
}

TEST(DrawingJson, WhatContradictsItselfIsRefused) {
    EXPECT_EQ(load_text(with(visit_text(), R"("anchor": [100,200,999,0.2,0.3],)", "")).problems.at(0).pointer,
              "/findings/1");
    EXPECT_EQ(load_text(with(visit_text(), R"("kind": "arrow")", R"("kind": "text")")).problems.at(0).pointer,
              "/notes/0");
    EXPECT_EQ(load_text(with(visit_text(), R"(   "symbol": "scar")", R"(   "text": "")")).problems.at(0).pointer,
              "/notes/1");
    for (const char* date : {"2026-02-30", "2026-1-01", "28.11.2026", "+026-01-01"})
        EXPECT_EQ(load_text(with(visit_text(), R"("date": "2026-11-28",
  "examiner")",
                                 std::string(R"("date": ")") + date + R"(",
  "examiner")"))
                      .problems.at(0)
                      .pointer,
                  "/visit/date");
}

TEST(DrawingJson, UnknownMembersAreKeptEverywhere) {
    json tree = json::parse(visit_text());
    const json strange = {{"deep", {1, 2.5, "x"}}, {"n", nullptr}};
    const auto add = [&](json& object) { object["from_elsewhere"] = strange; };
    add(tree);
    add(tree["visit"]);
    add(tree["visit"]["warning_signs"][0]);
    for (const char* list : {"areas", "findings", "notes", "kept"})
        for (json& item : tree[list]) add(item);
    add(tree["areas"][0]["strokes"][1]);
    add(tree["areas"][1]["regions"][0]);
    add(tree["findings"][0]["pressure"]);
    add(tree["findings"][0]["treatment"]);
    add(tree["findings"][0]["treatment"]["consent"]);
    const LoadedDrawing loaded = load_text(tree.dump(1));
    EXPECT_TRUE(loaded.problems.empty());
    EXPECT_EQ(json::parse(text_of(loaded)), tree);
}

TEST(DrawingJson, ANewerFileOpensAndLosesNothing) {
    json tree = json::parse(visit_text());
    tree["format_version"] = 7;
    tree["view"] = {{"body", "adult_female"}};
    tree["areas"][0]["qualities"].push_back("crushing");
    tree["areas"][0]["depth"] = "bone";
    tree["notes"].push_back({{"id", 30}, {"kind", "measure"}, {"path", {{1, 2, 3, 0, 0}}}});
    const LoadedDrawing loaded = load_text(tree.dump(1));
    ASSERT_TRUE(loaded.drawing);
    EXPECT_FALSE(has_errors(loaded.problems));
    ASSERT_EQ(loaded.problems.size(), 4u);
    EXPECT_EQ(loaded.drawing->areas[0].qualities.size(), 2u);
    EXPECT_EQ(loaded.drawing->notes.size(), 2u);
    EXPECT_EQ(loaded.drawing->next_id, 31u);  // nor is the id of what it can't show given to something else
    json saved = json::parse(text_of(loaded));
    saved["next_id"] = tree["next_id"];
    EXPECT_EQ(saved, tree);

    // What is changed here is no longer as it was there.
    Drawing changed = *loaded.drawing;
    PainArea area = changed.areas[0];
    area.depth = PainDepth::skin;
    changed.areas = changed.areas.replaced(0, area);
    saved = json::parse(drawing_text(changed, sample_topology));
    EXPECT_EQ(saved["areas"][0]["depth"], "skin");
    EXPECT_EQ(saved["areas"][0]["qualities"].size(), 3u);
}

TEST(DrawingJson, TooManyAreNone) {
    std::string areas;
    for (int i = 1; i <= 1001; ++i) areas += (i > 1 ? ",{\"id\": " : "{\"id\": ") + std::to_string(i) + "}";
    const LoadedDrawing loaded = load_text(chart_of(areas));
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_EQ(to_text(loaded.problems[0].expected), "a list of at most 1000");
    EXPECT_TRUE(loaded.drawing->areas.empty());
    EXPECT_EQ(json::parse(text_of(loaded))["areas"].size(), 1001u);
}

TEST(DrawingJson, TextThatIsNotUtf8IsStillWritten) {
    Drawing drawing;
    drawing.header = VisitHeader{.patient = "M\xe9"};
    EXPECT_TRUE(load_text(drawing_text(drawing, sample_topology)).drawing);
}

}  // namespace
}  // namespace myomap
