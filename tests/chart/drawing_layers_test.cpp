// What a drawing paints on the real bodies, and what its symbols and words are.

#include "chart/drawing_layers.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/compose.h"
#include "chart/drawing_marks.h"
#include "chart/drawing_paint.h"
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

TEST(DrawingMarks, AreasHaveTheirNumbersAsTags) {
    std::set<std::string> tags;
    for (const Label& label : drawn(visit()).labels)
        if (label.is_tag) tags.insert(label.lines.front());
    EXPECT_THAT(tags, ElementsAre("P1", "P2"));
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
