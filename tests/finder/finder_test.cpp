#include "finder/finder.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "atlas/levels.h"
#include "atlas/regions.h"
#include "body/region_map.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::HasSubstr;

class FinderOnBodies : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
    const Atlas& atlas = test::atlas();
    const Finder finder{test::scene(), GetParam()};

    Query at(const char* landmark, float radius_cm = 3, Side side = Side::left) const {
        return spot(body, body.landmark_skin(body.landmarks().by_name.at(landmark), side), radius_cm);
    }
    const Found* of(const std::vector<Found>& all, const std::string& id) const {
        const auto found = std::ranges::find(all, atlas.find_point(id).value(), &Found::ref);
        return found == all.end() ? nullptr : &*found;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, FinderOnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(FinderOnBodies, APatternIsFoundByItsOwnZones) {
    for (const PointRef ref : atlas.all_points()) {
        if (atlas.point(ref).response != Response::pain) continue;
        SparseField essential;
        const auto& zones = atlas.point(ref).zones;
        for (size_t i = 0; i < zones.size(); ++i)
            if (zones[i].kind == ZoneKind::essential)
                essential = unite(essential, test::scene().body_fields(GetParam()).point(ref).zones[i]);
        if (essential.empty()) continue;
        const bool right = atlas.point(ref).sides == OnSides::right;
        if (right) essential = mirrored(body.skin(), essential);
        const auto all = finder.find({essential}, right ? Side::right : Side::left, 1000);
        const Found* found = of(all, atlas.full_id(ref));
        ASSERT_NE(found, nullptr) << atlas.full_id(ref);
        EXPECT_EQ(found->zone, ZoneKind::essential) << atlas.full_id(ref);
        EXPECT_NEAR(found->explained, 1, 1e-4) << atlas.full_id(ref);
        EXPECT_GE(found->score, 0.99f * 0.7f * 0.85f) << atlas.full_id(ref);  // a rare cause, little focus
    }
}

TEST_P(FinderOnBodies, AnswersAreSortedWithinBoundsAndLimited) {
    const auto all = finder.find(at("pterion"), std::nullopt, 1000);
    ASSERT_GT(all.size(), 5u);
    EXPECT_TRUE(std::ranges::is_sorted(all, std::greater{}, &Found::score));
    for (const Found& found : all) {
        EXPECT_GT(found.score, 0);
        EXPECT_LE(found.score, 1);
        EXPECT_GE(found.explained, found.score);
        EXPECT_LE(found.explained, 1);
        EXPECT_GT(found.pattern_share, 0);
        EXPECT_LE(found.pattern_share, 1);
        EXPECT_THAT(reason_words(test::scene(), {}, found), HasSubstr("the spot"));
    }
    const auto first = finder.find(at("pterion"), std::nullopt, 2);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[1].ref, all[1].ref);
    EXPECT_TRUE(finder.find(at("pterion"), std::nullopt, 0).empty());
    EXPECT_TRUE(finder.find({}, std::nullopt, 10).empty());
}

TEST_P(FinderOnBodies, TheRightIsTheMirrorOfTheLeft) {
    const auto left = finder.find(at("pterion"), Side::left, 5);
    const auto right = finder.find(at("pterion", 3, Side::right), Side::right, 5);
    ASSERT_EQ(left.size(), right.size());
    for (size_t i = 0; i < left.size(); ++i) {
        EXPECT_EQ(left[i].ref, right[i].ref);
        EXPECT_NEAR(left[i].score, right[i].score, 0.01f);
        EXPECT_EQ(right[i].side, Side::right);
    }
    // A one-sided pattern is no answer to a pain on the other side.
    EXPECT_EQ(of(finder.find(at("pterion"), Side::right, 1000), "trapezius_upper/TrP1"), nullptr);
}

TEST_P(FinderOnBodies, EssentialComesBeforeSpilloverOfTheSamePattern) {
    const PointRef ref = atlas.find_point("trapezius_upper/TrP1").value();
    const auto& zones = atlas.point(ref).zones;
    const PointFields& fields = test::scene().body_fields(GetParam()).point(ref);
    float score[2] = {0, 0};
    for (size_t i = 0; i < zones.size(); ++i) {
        const auto all = finder.find({fields.zones[i]}, Side::left, 1000);
        const Found* found = of(all, "trapezius_upper/TrP1");
        ASSERT_NE(found, nullptr);
        score[static_cast<size_t>(zones[i].kind)] = found->score;
    }
    EXPECT_GT(score[static_cast<size_t>(ZoneKind::essential)], 1.5f * score[static_cast<size_t>(ZoneKind::spillover)]);
    EXPECT_GT(score[static_cast<size_t>(ZoneKind::spillover)], 0);
}

TEST_P(FinderOnBodies, TwoSpotsPreferThePatternThatHasBoth) {
    // The upper trapezius sends pain to the neck behind the ear and to the temple, the temporalis to the temple only.
    const Query both{unite(at("pterion", 2).field, at("mastoid_process", 2).field), "temple and neck"};
    const auto all = finder.find(both, Side::left, 1000);
    const Found* trapezius = of(all, "trapezius_upper/TrP1");
    const Found* temporalis = of(all, "temporalis/TrP2");
    ASSERT_NE(trapezius, nullptr);
    EXPECT_THAT(reason_words(test::scene(), both, *trapezius), HasSubstr("temple and neck"));
    ASSERT_NE(temporalis, nullptr);
    EXPECT_GT(trapezius->score, temporalis->score);
}

TEST_P(FinderOnBodies, APointThatBringsNoPainStaysAtTheEnd) {
    for (const PointRef ref : atlas.all_points()) {
        if (atlas.point(ref).response != Response::autonomic) continue;
        const Side side = atlas.point(ref).sides == OnSides::right ? Side::right : Side::left;
        const SparseField zone = test::scene().body_fields(GetParam()).zone(ref, 0, side);
        const auto all = finder.find({zone}, side, 1000);
        const Found* found = of(all, atlas.full_id(ref));
        ASSERT_NE(found, nullptr) << atlas.full_id(ref);
        EXPECT_LT(found->score, 0.25f);
        EXPECT_THAT(reason_words(test::scene(), {}, *found), HasSubstr("than pain"));
    }
}

TEST_P(FinderOnBodies, OverARegionNoMuscleIsMissedWhoseEssentialZoneCoversATenthOfIt) {
    const RegionSet regions = load_regions(MYOMAP_SOURCE_DIR "/data/regions.json", test::landmarks().names()).set;
    const RegionMap map(regions, body);
    std::map<RegionRef, std::set<int>> expected;
    for (const PointRef ref : atlas.all_points()) {
        const auto& zones = atlas.point(ref).zones;
        for (int i = 0; i < static_cast<int>(zones.size()); ++i)
            if (zones[static_cast<size_t>(i)].kind == ZoneKind::essential)
                for (const auto& share : map.shares(test::scene().body_fields(GetParam()).zone(ref, i, Side::left)))
                    if (share.of_region >= 0.1f) expected[share.ref].insert(ref.muscle);
    }
    EXPECT_GT(expected.size(), 60u);
    for (const auto& [region, muscles] : expected) {
        std::set<int> found;
        for (const Found& one : best_of_muscles(finder.find({map.field(region)}, std::nullopt, 10000), 0))
            found.insert(one.ref.muscle);
        for (const int muscle : muscles)
            EXPECT_TRUE(found.contains(muscle)) << atlas.muscles[static_cast<size_t>(muscle)].id << " for "
                                                << regions.regions[static_cast<size_t>(region.region)].id;
    }
}

TEST_P(FinderOnBodies, ASegmentalMuscleIsFoundAtEachLevelAndNamedOnce) {
    for (const char* level : {"T2", "T6", "T8", "T10"}) {
        std::string landmark = std::string(level) + "_spinous";
        landmark[0] = 't';
        const auto all = finder.find(at(landmark.c_str(), 2), Side::left, 1000);
        for (const char* id : {"multifidi_thoracic/T4_T5", "rotatores_thoracolumbar/segment"}) {
            const Found* found = of(all, id);
            ASSERT_NE(found, nullptr) << id << " at " << level;
            // Spinous processes slope: the zone of a level lies on its own process and the next one.
            const int off = level_number(level_of(atlas, *found)).value() - level_number(level).value();
            EXPECT_LE(std::abs(off), 1) << id << " at " << level;
            EXPECT_EQ(std::ranges::count(all, found->ref, &Found::ref), 1) << id;
            EXPECT_THAT(reason_words(test::scene(), {}, *found),
                        HasSubstr("at the level of " + level_of(atlas, *found)));
        }
    }
    // Any other point has no level to speak of.
    const auto temple = finder.find(at("pterion"), Side::left, 1);
    EXPECT_EQ(level_of(atlas, temple.at(0)), "");
    EXPECT_THAT(reason_words(test::scene(), {}, temple.at(0)), testing::Not(HasSubstr("level")));
}

TEST_P(FinderOnBodies, APointOfOneSideIsNoAnswerOnTheOther) {
    const PointRef mcburney = atlas.find_point("rectus_abdominis/McBurney").value();
    const Query left{test::scene().body_fields(GetParam()).zone(mcburney, 0, Side::left)};
    const Query right{test::scene().body_fields(GetParam()).zone(mcburney, 0, Side::right)};
    EXPECT_EQ(of(finder.find(left, std::nullopt, 1000), "rectus_abdominis/McBurney"), nullptr);
    const auto all = finder.find(right, std::nullopt, 1000);
    const Found* found = of(all, "rectus_abdominis/McBurney");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->side, Side::right);
}

}  // namespace
}  // namespace myomap
