#include "finder/drawing_query.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/real_bodies.h"

namespace myomap {
namespace {

PainArea region(const char* id, Side side, ItemId item) {
    PainArea area;
    area.id = item;
    area.regions = {{.id = id, .side = side}};
    return area;
}

class DrawingQuery : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, DrawingQuery, testing::ValuesIn(body_ids), test::name_of);

TEST_P(DrawingQuery, OneAreaIsAPartOfTheWholeDrawing) {
    const Scene& scene = test::scene_with_regions();
    Drawing drawing;
    drawing.areas = drawing.areas.with(region("temple", Side::right, 1)).with(region("calf", Side::left, 2));
    const Query all = query_of(scene, drawing, GetParam()), temple = query_of(scene, drawing.areas[0], GetParam());
    ASSERT_FALSE(temple.field.empty());
    EXPECT_TRUE(all.whole && temple.whole);
    EXPECT_EQ(all.field, unite(temple.field, query_of(scene, drawing.areas[1], GetParam()).field));
    EXPECT_TRUE(query_of(scene, Drawing{}, GetParam()).field.empty());
    // Each side's pain leads to that side's points.
    const Finder finder(scene, GetParam());
    EXPECT_EQ(finder.find(temple, std::nullopt, 1).at(0).side, Side::right);
}

TEST_P(DrawingQuery, WhatWasNotDrawnSpeaksAgainstAPattern) {
    const Scene& scene = test::scene_with_regions();
    const Finder finder(scene, GetParam());
    // Temporalis has the temple and little else; upper trapezius has it at the end of a long way up the neck.
    Query temple = query_of(scene, region("temple", Side::left, 1), GetParam());
    const auto score = [&](const char* id) {
        for (const Found& found : finder.find(temple, Side::left, 1000))
            if (test::atlas().full_id(found.ref) == id) return found.score / found.explained;
        return 0.f;
    };
    const float drawn = score("trapezius_upper/TrP1") / score("temporalis/TrP2");
    temple.whole = false;
    EXPECT_LT(drawn, 0.9f * score("trapezius_upper/TrP1") / score("temporalis/TrP2"));
}

TEST_P(DrawingQuery, FrequencyPartsOnlyThoseThatFitAlike) {
    const Scene& scene = test::scene_with_regions();
    const Finder finder(scene, GetParam());
    const Query query = query_of(scene, region("calf", Side::left, 1), GetParam());
    const auto with = finder.find(query, Side::left, 1000), without = finder.find(query, Side::left, 1000, Weigh::fit);
    ASSERT_EQ(with.size(), without.size());
    for (const Found& one : with) {
        const auto same = std::ranges::find(without, one.ref, &Found::ref);
        ASSERT_NE(same, without.end());
        EXPECT_GE(one.score, 0.9f * same->score - 1e-6f);
        EXPECT_LE(one.score, same->score);
        EXPECT_EQ(one.explained, same->explained);
    }
}

}  // namespace
}  // namespace myomap
