#include "body/skin_query.h"

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

// A closed box of 20 x 40 x 10 cm, 12 triangles, so that every answer can be worked out by hand.
SkinAsset box() {
    SkinAsset skin;
    for (int i = 0; i < 8; ++i) {
        skin.positions.push_back({i & 1 ? 10.f : -10.f, i & 2 ? 40.f : 0.f, i & 4 ? 5.f : -5.f});
        skin.normals.push_back(glm::normalize(skin.positions.back() - glm::vec3{0, 20, 0}));
        skin.mirror.push_back(static_cast<std::uint32_t>(i ^ 1));
    }
    skin.triangles = {4, 5, 7, 4, 7, 6, 1, 0, 2, 1, 2, 3, 5, 1, 3, 5, 3, 7,
                      0, 4, 6, 0, 6, 2, 6, 7, 3, 6, 3, 2, 0, 1, 5, 0, 5, 4};
    skin.occlusion.assign(8, 1.f);
    skin.visible_from.assign(8, 0);
    return skin;
}

TEST(SkinQuery, RayHitsTheNearFaceOfABox) {
    const SkinAsset skin = box();
    const SkinQuery query(skin);
    const auto hit = query.raycast({3, 12, 100}, {0, 0, -1});
    ASSERT_TRUE(hit);
    EXPECT_NEAR(glm::distance(hit->position, glm::vec3(3, 12, 5)), 0, 1e-4);
    EXPECT_LT(hit->triangle, 2u);
    const auto from_behind = query.raycast({3, 12, -100}, {0, 0, 2});
    ASSERT_TRUE(from_behind);
    EXPECT_NEAR(from_behind->position.z, -5, 1e-4);
}

TEST(SkinQuery, RayBesideTheBoxMisses) {
    const SkinAsset skin = box();
    EXPECT_FALSE(SkinQuery(skin).raycast({10.5f, 12, 100}, {0, 0, -1}));
    EXPECT_FALSE(SkinQuery(skin).raycast({3, 12, 100}, {0, 0, 1}));
}

TEST(SkinQuery, ClosestPointOfABox) {
    const SkinAsset skin = box();
    const SkinQuery query(skin);
    EXPECT_NEAR(glm::distance(query.closest({3, 12, 9}).position, glm::vec3(3, 12, 5)), 0, 1e-4);     // a face
    EXPECT_NEAR(glm::distance(query.closest({12, 20, 8}).position, glm::vec3(10, 20, 5)), 0, 1e-4);   // an edge
    EXPECT_NEAR(glm::distance(query.closest({30, 60, 30}).position, glm::vec3(10, 40, 5)), 0, 1e-4);  // a corner
    EXPECT_NEAR(glm::distance(query.closest({3, 12, 4}).position, glm::vec3(3, 12, 5)), 0, 1e-4);     // from inside
}

class OnBodies : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, OnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(OnBodies, RayFromTheFrontHitsTheFrontOfTheChest) {
    const Body& body = test::body(GetParam());
    const float chest = 0.74f * body.height_cm();
    const auto front = body.query().raycast({0, chest, 100}, {0, 0, -1});
    const auto back = body.query().raycast({0, chest, -100}, {0, 0, 1});
    ASSERT_TRUE(front && back);
    EXPECT_GT(front->normal.z, 0.5f);
    EXPECT_LT(back->normal.z, -0.5f);
    EXPECT_GT(front->position.z - back->position.z, 12);
}

TEST_P(OnBodies, WhatARayHitsIsTheClosestSkinToItself) {
    const Body& body = test::body(GetParam());
    for (const float y : {20.f, 60.f, 110.f, 130.f, 150.f}) {
        const auto hit = body.query().raycast({200, y, -1}, {-1, 0, 0});
        ASSERT_TRUE(hit) << y;
        EXPECT_LT(glm::distance(body.query().closest(hit->position).position, hit->position), 1e-3f) << y;
    }
}

TEST_P(OnBodies, TheFarSideIsNotVisible) {
    const Body& body = test::body(GetParam());
    const auto chest = body.query().raycast({0, 0.74f * body.height_cm(), 100}, {0, 0, -1});
    ASSERT_TRUE(chest);
    EXPECT_TRUE(body.query().visible(*chest, {0, 0, 1}));
    EXPECT_FALSE(body.query().visible(*chest, {0, 0, -1}));
}

TEST_P(OnBodies, TheArmHidesTheFlankFromTheSide) {
    const Body& body = test::body(GetParam());
    const float y = 0.66f * body.height_cm();
    const auto arm = body.query().raycast({100, y, 0}, {-1, 0, 0});
    ASSERT_TRUE(arm);
    // From between arm and trunk towards the trunk.
    const auto flank = body.query().raycast({arm->position.x - 9, y, 0}, {-1, 0, 0});
    ASSERT_TRUE(flank);
    EXPECT_GT(arm->position.x - flank->position.x, 4);
    EXPECT_TRUE(body.query().visible(*arm, {1, 0, 0}));
    EXPECT_FALSE(body.query().visible(*flank, {1, 0, 0}));
}

}  // namespace
}  // namespace myomap
