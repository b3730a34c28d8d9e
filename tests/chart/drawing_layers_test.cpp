// What a drawing paints on the real bodies, and what its symbols and words are.

#include "chart/drawing_layers.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/compose.h"
#include "chart/drawing_marks.h"
#include "chart/drawing_paint.h"
#include "chart/marks.h"
#include "chart/message_words.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::Contains;
using testing::ElementsAre;

PainArea area(ItemId id, const char* region, PainQuality quality, float worst) {
    PainArea made{.id = id};
    made.regions = {{.id = region, .side = Side::right}};
    made.qualities = {quality};
    made.worst = worst;
    return made;
}

Finding finding(const char* muscle, const char* point, Activity activity) {
    Finding made{.id = 9};
    made.muscle = muscle;
    made.point = point;
    made.side = Side::right;
    made.activity = activity;
    return made;
}

Document visit() {
    Document document;
    Drawing& drawing = document.drawing;
    drawing.areas = drawing.areas.with(area(1, "calf", PainQuality::cramping, 3));
    drawing.areas = drawing.areas.with(area(2, "buttock", PainQuality::burning, 8));
    Finding treated = finding("gluteus_medius", "TrP1", Activity::active);
    treated.treatment.emplace();
    drawing.findings = drawing.findings.with(treated);
    drawing.findings = drawing.findings.with(finding("soleus", "TrP1", Activity::latent));
    drawing.findings = drawing.findings.with(finding("no_such_muscle", "TrP1", Activity::latent));
    drawing.kept = drawing.kept.with({.letter = 'B', .muscle = "gluteus_medius", .point = "TrP1", .side = Side::right});
    document.view.show_all_points = false;
    return document;
}

Picture drawn(const Document& document) {
    return compose(test::scene_with_regions(), document, {}, test::FixedMeasure());
}

std::vector<std::string> ids(const std::vector<PaintLayer>& layers) {
    std::vector<std::string> all;
    for (const PaintLayer& layer : layers) all.push_back(layer.id);
    return all;
}

TEST(DrawingLayers, TheWorstAreaIsP1AndLiesOnTopOfAllElse) {
    const Picture picture = drawn(visit());
    EXPECT_THAT(ids(picture.layers), ElementsAre("kept_B_spillover", "kept_B", "P2", "P1"));
    EXPECT_EQ(words(test::scene_with_regions(), find_layer(picture, "P1")->legend), "P1 burning");
}

TEST(DrawingLayers, AnAreaIsTheSameOnBothFigures) {
    for (const BodyId body : body_ids) {
        Document document = visit();
        document.view.body = body;
        EXPECT_THAT(ids(area_layers(test::scene_with_regions(), document)), ElementsAre("P2", "P1"));
    }
}

TEST(DrawingPaint, EveryQualityHasAPatternOfItsOwnAndNoneIsRed) {
    std::set<Pattern> patterns;
    for (int quality = 0; quality <= static_cast<int>(PainQuality::cold); ++quality) {
        const Paint paint = pain_paint(area(1, "calf", static_cast<PainQuality>(quality), 1));
        EXPECT_TRUE(patterns.insert(paint.pattern).second) << quality;
        EXPECT_LT(paint.ink.rgba >> 24, 0xb0u) << quality;
    }
    for (char letter = 'A'; letter <= 'F'; ++letter) {
        const Paint essential = kept_paint(letter, ZoneKind::essential);
        EXPECT_TRUE(patterns.insert(essential.pattern).second) << letter << " looks like a quality, or another letter";
        EXPECT_EQ(kept_paint(letter, ZoneKind::spillover).pattern, Pattern::stipple);
        EXPECT_EQ(kept_paint(letter, ZoneKind::spillover).ink, essential.ink);
    }
}

TEST(DrawingPaint, DepthIsTheBorder) {
    PainArea one = area(1, "calf", PainQuality::aching, 1);
    one.depth = PainDepth::skin;
    const Paint skin = pain_paint(one);
    one.depth = PainDepth::deep;
    EXPECT_EQ(pain_paint(one).border, Border::twofold);
    one.depth = PainDepth::not_sure;
    EXPECT_EQ(pain_paint(one).border, Border::line);
    EXPECT_FLOAT_EQ(pain_paint(one).border_px, 0.5f * skin.border_px);
}

TEST(DrawingMarks, AFindingHasItsSymbolAndATreatedOneItsBadge) {
    const Picture picture = drawn(visit());
    std::vector<std::string> items;
    for (const Mark& mark : picture.marks) {
        items.push_back(mark.item);
        EXPECT_EQ(mark.glyph, mark.item == "F1" ? Glyph::disc : Glyph::ring);
        EXPECT_EQ(mark.badge, mark.item == "F1" ? std::optional(Glyph::tick) : std::nullopt);
    }
    EXPECT_THAT(items, Contains("F1"));
    EXPECT_THAT(items, Contains("F2"));
    EXPECT_THAT(items, testing::Not(Contains("F3"))) << "nobody knows where that is";
}

TEST(DrawingMarks, AreasAndKeptPatternsHaveTagsBesideThem) {
    std::set<std::string> tags;
    const Picture picture = drawn(visit());
    for (const Label& label : picture.labels) {
        if (!label.is_tag) continue;
        tags.insert(label.lines.front());
        const glm::vec2 spot = label.leaders.front().to;
        EXPECT_LT(distance(label.leaders.front().from, spot), 130) << label.lines.front();
        EXPECT_FALSE(label.box.contains(spot));
        for (const Label& other : picture.labels)
            EXPECT_TRUE(&other == &label || other.view != label.view || !other.box.overlaps(label.box));
    }
    EXPECT_THAT(tags, ElementsAre("B", "P1", "P2"));
}

TEST(DrawingMarks, WhatWasExaminedIsNotSaidToBeUnexamined) {
    const auto said = [](const Document& document) {
        std::string words;
        const Picture picture = drawn(document);
        for (const Label& label : picture.labels) words += label.detail + "\n";
        for (const LegendEntry& entry : picture.legend) words += entry.text + "\n";
        return words;
    };
    Document document;
    document.view.show_all_points = false;
    document.drawing.findings = document.drawing.findings.with(finding("soleus", "TrP1", Activity::not_examined));
    EXPECT_THAT(said(document),
                testing::AllOf(testing::HasSubstr("F1 \u00b7 not examined"), testing::HasSubstr("Not examined")));
    Finding tender = document.drawing.findings[0];
    tender.tenderness = 3.f;
    document.drawing.findings = document.drawing.findings.replaced(0, tender);
    EXPECT_THAT(said(document), testing::AllOf(testing::HasSubstr("F1 \u00b7 examined"),
                                               testing::Not(testing::HasSubstr("not examined")),
                                               testing::Not(testing::HasSubstr("Not examined"))));
}

// Both would be solid red.
TEST(DrawingLayers, AChosenFindingsUsualPatternStandsAlone) {
    Document document = visit();
    document.selection = ItemSelection{9};
    const std::vector<std::string> shown = ids(drawn(document).layers);
    EXPECT_THAT(shown, Contains("usual"));
    EXPECT_THAT(shown, testing::Not(Contains("kept_B")));
}

TEST(Marks, ANumberStandsBesideItsNeighboursNotOverThem) {
    const auto mark = [](glm::vec2 at, const char* label) {
        Mark made;
        made.at = at;
        made.label = label;
        made.emphasis = Emphasis::strong;
        return made;
    };
    std::vector<Mark> marks{mark({100, 100}, "F1"), mark({118, 98}, "F2"), mark({300, 100}, "F3")};
    part_numbers(marks, 1);
    EXPECT_TRUE(marks[0].number_on_left);
    EXPECT_FALSE(marks[1].number_on_left);
    EXPECT_FALSE(marks[2].number_on_left);
}

TEST(DrawingMarks, AnArrowIsDrawnWhereAllOfItsWayIsSeen) {
    Document document = visit();
    const Body& body = test::body(BodyId::adult_male);
    Note arrow{.id = 3, .kind = NoteKind::arrow};
    for (const char* landmark : {"femur_mid_anterior", "patella_superior_pole"})
        if (body.landmarks().by_name.contains(landmark))
            arrow.path.push_back(
                anchor_of(body.landmark_skin(body.landmarks().by_name.at(landmark), Side::right), body));
    ASSERT_EQ(arrow.path.size(), 2u);
    document.drawing.notes = document.drawing.notes.with(arrow);
    const Picture picture = drawn(document);
    ASSERT_FALSE(picture.arrows.empty());
    EXPECT_EQ(picture.arrows.front().view, 0) << "from before";
    EXPECT_LT(picture.arrows.front().path.front().y, picture.arrows.front().path.back().y) << "down the thigh";
}

}  // namespace
}  // namespace myomap
