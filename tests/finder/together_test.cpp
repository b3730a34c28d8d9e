#include "finder/together.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "finder/point_pattern.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::UnorderedElementsAre;

class TogetherOnBodies : public testing::TestWithParam<BodyId> {
protected:
    const Finder finder{test::scene(), GetParam()};

    SparseField essential(const char* id, Side side = Side::left) const {
        return pattern_of(test::scene(), GetParam(), test::atlas().find_point(id).value(), side).essential;
    }
    Together explain(const std::vector<SparseField>& fields) const {
        Query query{.field = {}, .words = {}, .whole = true};
        for (const SparseField& field : fields) query.field = unite(query.field, field);
        return explain_together(test::scene(), finder, GetParam(), query);
    }
    // "soleus left"
    std::vector<std::string> muscles(const Together& together) const {
        std::vector<std::string> named;
        for (const TogetherPart& part : together.parts)
            named.push_back(test::atlas().muscle(part.ref).id + " " + to_text(part.side));
        return named;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, TogetherOnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(TogetherOnBodies, OnePointIsEnoughForItsOwnZone) {
    const Together together = explain({essential("infraspinatus/TrP1")});
    EXPECT_THAT(muscles(together), UnorderedElementsAre("infraspinatus left"));
    EXPECT_TRUE(together.enough);
    EXPECT_FALSE(together.much_beyond);
    EXPECT_FLOAT_EQ(together.parts[0].adds, together.explained);
}

TEST_P(TogetherOnBodies, TwoZonesFarApartNeedTwoPointsWhicheverSide) {
    const Together together = explain({essential("infraspinatus/TrP1"), essential("soleus/TrP1", Side::right)});
    ASSERT_EQ(together.parts.size(), 2u);
    EXPECT_THAT(muscles(together), UnorderedElementsAre("infraspinatus left", "soleus right"));
    EXPECT_GE(together.explained, 0.9f);
    EXPECT_GE(together.parts[0].explained, together.parts[1].explained);
    EXPECT_NEAR(together.parts[0].adds + together.parts[1].adds, together.explained, 1e-4f);
    for (const TogetherPart& part : together.parts) {
        EXPECT_GT(part.pattern_share, 0.2f);
        EXPECT_LE(part.adds, part.explained + 1e-4f);
    }
}

TEST_P(TogetherOnBodies, PointsOfOneMuscleMayStandTogether) {
    const Together together = explain({essential("temporalis/TrP1"), essential("temporalis/TrP4")});
    EXPECT_TRUE(together.enough);
    std::set<PointRef> refs;
    for (const TogetherPart& part : together.parts) refs.insert(part.ref);
    EXPECT_EQ(refs.size(), together.parts.size());
    EXPECT_LE(together.parts.size(), 2u);
}

TEST_P(TogetherOnBodies, ThreeZonesFarApartNeedThree) {
    const Together together =
        explain({essential("infraspinatus/TrP1"), essential("rectus_femoris/TrP1"), essential("soleus/TrP1")});
    EXPECT_EQ(together.parts.size(), 3u);
    EXPECT_TRUE(together.enough);
}

// Many patterns lie on the temple and cover more of the drawing than any that has the great toe.
TEST_P(TogetherOnBodies, WhatManyPatternsShareHidesNothingElse) {
    const Together together = explain({essential("temporalis/TrP2"), essential("extensor_hallucis_longus/TrP1")});
    EXPECT_TRUE(together.enough);
    EXPECT_EQ(together.parts.size(), 2u);
}

TEST_P(TogetherOnBodies, WhatThreeCannotExplainIsSaid) {
    const Together together =
        explain({essential("infraspinatus/TrP1"), essential("infraspinatus/TrP1", Side::right),
                 essential("tibialis_anterior/TrP1"), essential("tibialis_anterior/TrP1", Side::right),
                 essential("psoas_major/distal"), essential("gluteus_medius/TrP1"),
                 essential("gluteus_medius/TrP1", Side::right)});
    EXPECT_EQ(together.parts.size(), 3u);
    EXPECT_FALSE(together.enough);
    EXPECT_GT(together.explained, 0.3f);
    EXPECT_LT(together.explained, 0.9f);
}

TEST_P(TogetherOnBodies, NothingDrawnIsNothingExplained) { EXPECT_TRUE(explain({}).parts.empty()); }

// A small spot is covered by any pattern of its place, but every one of them goes far beyond it.
TEST_P(TogetherOnBodies, ASpotIsExplainedWithMuchBeyond) {
    const Body& body = test::body(GetParam());
    const Query query =
        spot(body, body.landmark_skin(body.landmarks().by_name.at("greater_trochanter"), Side::left), 1);
    const Together together = explain({query.field});
    ASSERT_FALSE(together.parts.empty());
    EXPECT_TRUE(together.much_beyond);
}

}  // namespace
}  // namespace myomap
