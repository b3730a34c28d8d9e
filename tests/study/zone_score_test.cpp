#include "study/zone_score.h"

#include <gtest/gtest.h>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "body/areas.h"
#include "finder/point_pattern.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::body;

PointPattern pattern(const char* id, BodyId on = BodyId::adult_male, Side side = Side::left) {
    return pattern_of(test::scene(), on, *test::atlas().find_point(id), side);
}

// A disc on the front of the thigh, that far up from where the plain one lies.
PointPattern disc(float up_cm, float radius_cm) {
    const Body& of = body(BodyId::adult_male);
    const glm::vec3 thigh{10, 0.38f * of.height_cm(), 30};
    const auto at = of.query().raycast(thigh + glm::vec3{0, up_cm, 0}, {0, 0, -1});
    const SparseField field = spot(of, *at, radius_cm).field;
    return {field, field};
}

class EveryPattern : public testing::TestWithParam<BodyId> {};

TEST_P(EveryPattern, PaintedAsItLiesScoresOne) {
    for (const PointRef ref : test::atlas().all_points()) {
        const PointPattern own = pattern_of(test::scene(), GetParam(), ref);
        if (own.essential.empty()) continue;
        const ZoneScore score = score_zone(body(GetParam()), own.essential, own);
        EXPECT_FLOAT_EQ(score.score, 1) << test::atlas().full_id(ref);
        EXPECT_GE(score.asked, 0.5f) << test::atlas().full_id(ref);
        EXPECT_FALSE(score.wrong_side);
    }
}
INSTANTIATE_TEST_SUITE_P(Bodies, EveryPattern, testing::Values(BodyId::adult_male, BodyId::adult_female),
                         test::name_of);

TEST(ZoneScore, FallsAsTheZoneIsShifted) {
    const PointPattern own = disc(0, 5);
    const Body& of = body(BodyId::adult_male);
    float before = 1;
    EXPECT_FLOAT_EQ(score_zone(of, disc(0, 5).essential, own).score, 1);
    for (const float shift : {3.f, 5.f, 7.f, 9.f}) {
        const float score = score_zone(of, disc(shift, 5).essential, own).score;
        EXPECT_LT(score, before) << shift << " cm";
        before = score;
    }
    EXPECT_LT(score_zone(of, disc(11, 5).essential, own).score, 0.02f) << "by its own width";
}

TEST(ZoneScore, TooLargeAndTooSmallCostAlike) {
    const PointPattern own = disc(0, 5);
    const Body& of = body(BodyId::adult_male);
    const ZoneScore large = score_zone(of, disc(0, 9).essential, own),
                    small = score_zone(of, disc(0, 2).essential, own);
    EXPECT_FLOAT_EQ(large.found, 1);
    EXPECT_LT(large.in_zone, 0.6f);
    EXPECT_FLOAT_EQ(small.in_zone, 1);
    EXPECT_LT(small.found, 0.5f);
    // A centimetre is no error.
    EXPECT_GT(score_zone(of, disc(0, 5.9f).essential, own).in_zone, 0.97f);
    EXPECT_GT(score_zone(of, disc(0, 4.1f).essential, own).found, 0.97f);
}

TEST(ZoneScore, ALateralZoneMirroredIsOnTheWrongSide) {
    const SkinAsset& skin = body(BodyId::adult_male).skin();
    for (const char* id : {"trapezius_upper/TrP1", "infraspinatus/TrP1", "levator_scapulae/TrP1"}) {
        const PointPattern own = pattern(id);
        const ZoneScore score = score_zone(body(BodyId::adult_male), mirrored(skin, own.essential), own);
        EXPECT_TRUE(score.wrong_side) << id;
        EXPECT_EQ(score.score, 0) << id;
        const ZoneScore both =
            score_zone(body(BodyId::adult_male), unite(own.essential, mirrored(skin, own.essential)), own);
        EXPECT_FALSE(both.wrong_side) << id;
        EXPECT_NEAR(both.in_zone, 0.5f, 0.1f) << id;
    }
}

TEST(ZoneScore, AMidlineZoneCountsAsItLies) {
    // A disc on the breastbone is of both sides.
    const Body& of = body(BodyId::adult_male);
    const auto at = of.query().raycast({0, 0.72f * of.height_cm(), 40}, {0, 0, -1});
    const SparseField field = spot(of, *at, 5).field;
    const PointPattern own{field, field};
    const ZoneScore score = score_zone(of, mirrored(of.skin(), field), own);
    EXPECT_FALSE(score.wrong_side);
    EXPECT_GT(score.score, 0.98f);
}

TEST(ZoneScore, AThinZoneIsAskedForByHalfNotByNothing) {
    // A strip of 1.6 cm down the front of the thigh: a centimetre from either border would leave nothing of it.
    const Body& of = body(BodyId::adult_male);
    const auto strip = [&](float from_cm, float to_cm) {
        std::vector<SkinPoint> points;
        for (const float up : {from_cm, to_cm})
            points.push_back(*of.query().raycast(glm::vec3{10, 0.38f * of.height_cm() + up, 30}, {0, 0, -1}));
        return paint(of, std::array{lay_on_skin(of, points, std::array{0.8f})});
    };
    const PointPattern own{strip(-10, 10), strip(-10, 10)};
    const ZoneScore all = score_zone(of, own.essential, own), upper = score_zone(of, strip(0, 10), own);
    EXPECT_FLOAT_EQ(all.score, 1);
    EXPECT_GE(all.asked, 0.5f);
    EXPECT_LT(all.asked, 0.7f);
    EXPECT_NEAR(upper.found, 0.5f, 0.12f);
    EXPECT_GT(score_zone(of, disc(0, 8).essential, disc(0, 8)).asked, 0.7f) << "a wide zone loses only its rim";
}

TEST(ZoneScore, SpilloverIsAllowedButNotAsked) {
    const PointPattern own = pattern("trapezius_upper/TrP1");
    const ZoneScore all = score_zone(body(BodyId::adult_male), own.any, own);
    EXPECT_FLOAT_EQ(all.score, 1);
    EXPECT_LT(all.dice, 1);
}

TEST(ZoneScore, NothingPaintedScoresNothing) {
    const ZoneScore score = score_zone(body(BodyId::adult_male), {}, pattern("trapezius_upper/TrP1"));
    EXPECT_EQ(score.score, 0);
    EXPECT_EQ(grade_of(score), Grade::again);
}

TEST(ZoneScore, IsGradedByItsLimits) {
    const auto grade = [](float score) { return grade_of({.score = score}); };
    EXPECT_EQ(grade(0.59f), Grade::again);
    EXPECT_EQ(grade(0.60f), Grade::hard);
    EXPECT_EQ(grade(0.67f), Grade::hard);
    EXPECT_EQ(grade(0.68f), Grade::good);
    EXPECT_EQ(grade(1), Grade::good) << "easy is for the learner to say";
}

}  // namespace
}  // namespace myomap
