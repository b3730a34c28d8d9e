// Two charts laid over each other, on the real bodies.

#include "chart/compare.h"

#include <numbers>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::ElementsAre;

class CompareOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());

    // On the front, cm.
    SkinAnchor front(float x, float y) const { return anchor_of(*body.query().raycast({x, y, 300}, {0, 0, -1}), body); }
    PainArea spot(ItemId id, float x, float y, float radius_cm) const {
        PainArea area{.id = id};
        area.strokes = area.strokes.with({.path = {front(x, y)}, .radius_cm = radius_cm});
        return area;
    }
    static Drawing chart_of(const std::vector<PainArea>& areas) {
        Drawing drawing;
        for (const PainArea& area : areas) drawing.areas = drawing.areas.with(area);
        return drawing;
    }
    Comparison of(const Drawing& before, const Drawing& after) const {
        return compare(test::scene_with_regions(), before, after, GetParam());
    }
    // Belly and thigh: flat, and far from each other.
    PainArea belly(float x = 0, float y = 108, float radius_cm = 6) const { return spot(1, x, y, radius_cm); }
    PainArea thigh() const { return spot(2, 9, 66, 4); }
};
INSTANTIATE_TEST_SUITE_P(Bodies, CompareOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(CompareOn, WhatIsRedrawnHalfACentimetreBesideIsAsBefore) {
    const Comparison compared = of(chart_of({belly()}), chart_of({belly(0.5f)}));
    ASSERT_EQ(compared.areas.size(), 1u);
    EXPECT_EQ(compared.areas[0].change, AreaChange::as_before);
    EXPECT_GT(compared.areas[0].jaccard, 0.8f);
    EXPECT_EQ(compared.skin.gone.cm2, 0) << "an edge that moved a little is no news";
    EXPECT_EQ(compared.skin.new_.cm2, 0);
    EXPECT_FLOAT_EQ(compared.skin.stayed.cm2, compared.after.figures.together.cm2);
}

TEST_P(CompareOn, OfAnAreaThatIsHalfErasedHalfIsGoneAndHalfStays) {
    PainArea half = belly();
    for (float y = 96; y <= 120; y += 1)
        half.strokes = half.strokes.with({.path = {front(8, y)}, .radius_cm = 8, .erase = true});
    const Comparison compared = of(chart_of({belly()}), chart_of({half}));
    ASSERT_EQ(compared.areas.size(), 1u);
    EXPECT_EQ(compared.areas[0].change, AreaChange::changed);
    const float before = compared.before.figures.areas[0].cm2, after = compared.after.figures.areas[0].cm2;
    EXPECT_NEAR(extent_change(before, after).value(), -0.5f, 0.06f);
    EXPECT_NEAR(compared.skin.stayed.cm2, after, 0.02f * before);
    EXPECT_NEAR(compared.skin.gone.cm2, before - after, 0.08f * before);
    EXPECT_EQ(compared.skin.new_.cm2, 0) << "both have the same edge on the other side";
    for (const std::uint8_t value : compared.skin.new_.field.values)
        ASSERT_LT(value, 100) << "and near the border it would be drawn as a hair along that edge";
}

TEST_P(CompareOn, AreasComeAndGo) {
    const Comparison compared = of(chart_of({belly()}), chart_of({thigh()}));
    ASSERT_EQ(compared.areas.size(), 2u);
    EXPECT_EQ(compared.areas[0].change, AreaChange::new_);
    EXPECT_EQ(compared.areas[0].before, -1);
    EXPECT_EQ(compared.areas[1].change, AreaChange::gone);
    EXPECT_EQ(compared.areas[1].after, -1);
    EXPECT_EQ(compared.skin.stayed.cm2, 0);
    EXPECT_NEAR(compared.skin.new_.cm2, compared.after.figures.together.cm2, 1);
    EXPECT_NEAR(compared.skin.gone.cm2, compared.before.figures.together.cm2, 1);
    EXPECT_EQ(compared.areas[0].shared, 0);
}

TEST_P(CompareOn, PartnersAreFoundByPlaceWhateverTheirIdsAndOrder) {
    PainArea old_belly = belly(), old_thigh = thigh(), new_belly = belly(0.3f), new_thigh = thigh();
    old_belly.worst = 8, old_thigh.worst = 3, new_belly.worst = 2, new_thigh.worst = 6;
    new_belly.id = 2, new_thigh.id = 1;
    const Comparison compared = of(chart_of({old_belly, old_thigh}), chart_of({new_belly, new_thigh}));
    ASSERT_EQ(compared.areas.size(), 2u);
    EXPECT_EQ(compared.areas[0].after, 0) << "the thigh, which is worst now";
    EXPECT_EQ(compared.areas[0].before, 1);
    EXPECT_EQ(compared.areas[0].worst.difference(), 3);
    EXPECT_EQ(compared.areas[1].before, 0);
    EXPECT_EQ(compared.areas[1].worst.difference(), -6);
    for (const ComparedArea& area : compared.areas) EXPECT_EQ(area.change, AreaChange::as_before);
}

TEST_P(CompareOn, WhatWasNotAskedHasNoDifference) {
    PainArea before = belly(), after = belly();
    before.now = 5, after.now = 3.5f, before.usual = 4;
    const ComparedArea area = of(chart_of({before}), chart_of({after})).areas.at(0);
    EXPECT_FLOAT_EQ(area.now.difference().value(), -1.5f);
    EXPECT_FALSE(area.usual.difference());
    EXPECT_TRUE(area.worst.empty());
}

TEST_P(CompareOn, AnEdgeInCommonMakesNoPartners) {
    // Two discs a little less than two radii apart.
    const Comparison compared = of(chart_of({belly(-5)}), chart_of({belly(5)}));
    ASSERT_EQ(compared.areas.size(), 2u);
    EXPECT_EQ(compared.areas[0].change, AreaChange::new_);
    EXPECT_GT(compared.areas[0].shared, 0);
    EXPECT_LT(compared.areas[0].shared, least_shared);
}

TEST_P(CompareOn, ASmallAreaWithinALargeOneTakesNotItsPartner) {
    const PainArea inside = spot(7, 0, 108, 2);
    const Comparison compared = of(chart_of({belly()}), chart_of({inside, belly()}));
    ASSERT_EQ(compared.areas.size(), 2u);
    EXPECT_EQ(compared.areas[0].change, AreaChange::new_);
    EXPECT_NEAR(compared.areas[0].shared, 1, 0.01f) << "where it hurt before";
    EXPECT_EQ(compared.areas[1].change, AreaChange::as_before);
    EXPECT_NEAR(compared.skin.new_.cm2, compared.after.figures.areas[0].cm2, 1);
    EXPECT_LT(compared.skin.stayed.cm2, compared.after.figures.areas[1].cm2 - 10) << "no place is both";
    EXPECT_EQ(compared.skin.gone.cm2, 0);
}

TEST_P(CompareOn, WhatStillHurtsByAnotherAreaIsNotGone) {
    const PainArea inside = spot(7, 0, 108, 2);
    const Comparison compared = of(chart_of({belly(), inside}), chart_of({belly()}));
    EXPECT_EQ(compared.areas.at(1).change, AreaChange::gone);
    EXPECT_NEAR(compared.areas.at(1).shared, 1, 0.01f);
    EXPECT_EQ(compared.skin.gone.cm2, 0);
}

TEST_P(CompareOn, TheSameSizeElsewhereIsAChange) {
    const ComparedArea area = of(chart_of({belly()}), chart_of({belly(0, 101.5f)})).areas.at(0);
    EXPECT_EQ(area.change, AreaChange::changed);
    EXPECT_LT(area.jaccard, redraw_jaccard);
}

TEST_P(CompareOn, ChartsWithoutAreasCompareToNothing) {
    const Comparison compared = of({}, {});
    EXPECT_TRUE(compared.areas.empty());
    EXPECT_EQ(compared.jaccard, 0);
    EXPECT_TRUE(compared.findings.empty());
}

TEST_P(CompareOn, FindingsMatchByPointAndSideOrByNearness) {
    const auto at_point = [](ItemId id, const char* point, Side side) {
        return Finding{.id = id, .muscle = "trapezius_upper", .point = point, .side = side};
    };
    const auto free_place = [&](ItemId id, float x, float y, const char* muscle = "") {
        return Finding{.id = id, .muscle = muscle, .anchor = front(x, y), .side = Side::left};
    };
    Drawing before, after;
    for (const Finding& one : {at_point(1, "TrP1", Side::left), at_point(2, "TrP1", Side::right), free_place(3, 9, 66),
                               free_place(4, 9, 70), free_place(5, 9, 40, "tibialis_anterior")})
        before.findings = before.findings.with(one);
    for (const Finding& one : {free_place(11, 9, 69), at_point(12, "TrP1", Side::right),
                               at_point(13, "TrP2", Side::left), free_place(14, 9, 40, "peroneus_longus")})
        after.findings = after.findings.with(one);
    std::vector<std::pair<ItemId, ItemId>> pairs;
    for (const ComparedFinding& one : of(before, after).findings)
        pairs.emplace_back(one.before ? one.before->id : 0, one.after ? one.after->id : 0);
    EXPECT_THAT(pairs, ElementsAre(std::pair(4, 11), std::pair(2, 12), std::pair(0, 13), std::pair(0, 14),
                                   std::pair(1, 0), std::pair(3, 0), std::pair(5, 0)));
}

TEST_P(CompareOn, TheBackOfAHandIsNotItsPalm) {
    // Where the arm is thinner than places are far apart.
    for (int step = 0; step < 25 * 20; ++step) {
        const float x = 30 + static_cast<float>(step % 25), y = 65 + static_cast<float>(step / 25);
        const auto palm = body.query().raycast({x, y, 300}, {0, 0, -1}),
                   back = body.query().raycast({x, y, -300}, {0, 0, 1});
        if (!palm || !back || palm->normal.z < 0.7f || back->normal.z > -0.7f ||
            distance(palm->position, back->position) > same_place_cm)
            continue;
        Drawing before, after;
        before.findings = before.findings.with({.id = 1, .anchor = anchor_of(*palm, body)});
        after.findings = after.findings.with({.id = 1, .anchor = anchor_of(*back, body)});
        EXPECT_EQ(of(before, after).findings.size(), 2u);
        return;
    }
    FAIL() << "no hand where one should be";
}

TEST(ExtentChange, OfNothingIsNoChange) {
    EXPECT_FALSE(extent_change(0, 12));
    EXPECT_FLOAT_EQ(extent_change(100, 50).value(), -0.5f);
}

}  // namespace
}  // namespace myomap
