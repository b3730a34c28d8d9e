#include "body/anchor.h"

#include <limits>
#include <random>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

// Points of the body's skin, met by rays from all around.
std::vector<SkinPoint> places_on(const Body& body) {
    std::mt19937 random(7);
    const auto number = [&](float low, float high) { return low + (high - low) * float(random() % 10'000) / 1e4f; };
    std::vector<SkinPoint> places;
    while (places.size() < 300) {
        const glm::vec3 from{number(-200, 200), number(0, 180), number(-200, 200)};
        const glm::vec3 to{number(-20, 20), number(0, 175), number(-5, 5)};
        if (const auto hit = body.query().raycast(from, to - from)) places.push_back(*hit);
    }
    return places;
}

// A square of two triangles, split along one diagonal or the other.
Body square(std::vector<std::uint32_t> triangles) {
    SkinAsset skin;
    skin.positions = {{0, 0, 0}, {10, 0, 0}, {10, 10, 2}, {0, 10, 0}};
    skin.normals.assign(4, {0, 0, 1});
    skin.triangles = std::move(triangles);
    skin.mirror = {1, 0, 3, 2};
    return Body(BodyId::adult_male, std::move(skin), {});
}

TEST(Anchor, ComesBackToWhereItWasMade) {
    for (const BodyId id : body_ids) {
        const Body& body = test::body(id);
        for (const SkinPoint& place : places_on(body)) {
            const SkinAnchor anchor = anchor_of(place, body);
            ASSERT_TRUE(is_valid(anchor, topology_of(body.skin())));
            const SkinPoint back = resolve(anchor, body);
            ASSERT_LT(glm::distance(back.position, place.position), 1e-3f);
            ASSERT_GT(glm::dot(back.normal, place.normal), 0.999f);
            ASSERT_EQ(back.triangle, place.triangle);
        }
    }
}

TEST(Anchor, IsTheSamePlaceOnTheOtherBody) {
    const Body &male = test::body(BodyId::adult_male), &female = test::body(BodyId::adult_female);
    ASSERT_EQ(topology_of(male.skin()), topology_of(female.skin()));
    EXPECT_NE(topology_of(male.skin()).hash, 0u);
    for (const SkinPoint& place : places_on(male)) {
        const SkinAnchor anchor = anchor_of(place, male);
        const SkinPoint there = resolve(anchor, female);
        const auto* corner = &male.skin().triangles[3 * size_t{place.triangle}];
        const auto& at = female.skin().positions;
        const glm::vec3 expected =
            (1 - place.u - place.v) * at[corner[0]] + place.u * at[corner[1]] + place.v * at[corner[2]];
        ASSERT_LT(glm::distance(there.position, expected), 1e-3f);
        EXPECT_EQ(anchor_of(there, female).vertices, anchor.vertices);
    }
}

TEST(Anchor, IsTheSameWhateverCornerAndTriangleComesFirst) {
    const Body one = square({0, 1, 2, 0, 2, 3}), other = square({2, 3, 0, 1, 2, 0});
    for (const glm::vec2 p : {glm::vec2{6, 2}, {2, 6}, {9, 8.5f}}) {
        const auto hit = one.query().raycast({p, 50}, {0, 0, -1}), again = other.query().raycast({p, 50}, {0, 0, -1});
        ASSERT_TRUE(hit && again);
        const SkinAnchor a = anchor_of(*hit, one), b = anchor_of(*again, other);
        EXPECT_EQ(a.vertices, b.vertices);
        EXPECT_NEAR(a.second, b.second, 2e-5f);
        EXPECT_NEAR(a.third, b.third, 2e-5f);
        EXPECT_LT(glm::distance(resolve(a, other).position, hit->position), 1e-3f);
        EXPECT_NE(resolve(a, other).triangle, hit->triangle);
    }
}

TEST(Anchor, KeepsItsPlaceWhereAFaceIsSplitTheOtherWay) {
    const Body one = square({0, 1, 2, 0, 2, 3}), other = square({0, 1, 3, 1, 2, 3});
    const auto hit = one.query().raycast({7, 3, 50}, {0, 0, -1});
    ASSERT_TRUE(hit);
    const SkinPoint there = resolve(anchor_of(*hit, one), other);
    EXPECT_LT(glm::distance(there.position, hit->position), 1e-3f);
    EXPECT_NEAR(glm::length(there.normal), 1, 1e-5f);
}

TEST(Anchor, RefusesWhatIsNoPlace) {
    const SkinTopology topology{1, 10};
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(is_valid({{1, 2, 9}, 0.5f, 0.5f}, topology));
    for (const SkinAnchor& bad : {SkinAnchor{{1, 2, 10}, 0, 0},
                                  {{2, 1, 3}, 0, 0},
                                  {{1, 1, 3}, 0, 0},
                                  {{1, 2, 3}, 0.7f, 0.7f},
                                  {{1, 2, 3}, -0.1f, 0},
                                  {{1, 2, 3}, nan, 0},
                                  {{1, 2, 3}, 0, nan}})
        EXPECT_FALSE(is_valid(bad, topology));
    EXPECT_EQ(to_text(SkinTopology{0xabc, 1}), "0000000000000abc");
}

}  // namespace
}  // namespace myomap
