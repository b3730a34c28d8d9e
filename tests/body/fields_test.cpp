#include "body/fields.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::at, test::between, test::mirror;

class FieldsOnBodies : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());

    SparseField painted(Stroke stroke, Side side = Side::left) const { return paint(body, {&stroke, 1}, side); }
    float value_at(const SparseField& field, const PointSpec& spec, Side side = Side::left) const {
        return field.at(resolve_on_skin(body, spec, side).vertex);
    }
    // The skin that a ray through p along `direction` meets first from the far end.
    SkinPoint skin_from(const glm::vec3& p, const glm::vec3& direction) const {
        return body.query().raycast(p - 60.f * direction, direction).value();
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, FieldsOnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(FieldsOnBodies, SpotIsFullInTheMiddleAndEndsAtItsRadius) {
    const SparseField field = painted({.path = {at("t7_spinous")}, .radius_cm = {4}});
    const SkinPoint centre = resolve_on_skin(body, at("t7_spinous"), Side::left);
    ASSERT_FALSE(field.empty());
    EXPECT_FLOAT_EQ(field.at(centre.vertex), 1);
    for (size_t i = 0; i < field.size(); ++i) {
        const float distance = glm::distance(body.skin().positions[field.vertices[i]], centre.position);
        EXPECT_LT(distance, 5.25f);
        if (distance < 2.7f) {
            EXPECT_GT(field.values[i], 250);
        }
        if (field.values[i] >= 128) {
            EXPECT_LT(distance, 4.05f);
        }
    }
}

TEST_P(FieldsOnBodies, PalmLeavesTheDorsumAlone) {
    const PointSpec palm = between(at("radius_distal_volar"), at("metacarpal3_head"), 0.6f);
    const glm::vec3 hand = resolve_on_skin(body, palm, Side::left).position;
    const SkinPoint front = skin_from(hand, {0, 0, -1}), back = skin_from(hand, {0, 0, 1});
    const SparseField field = paint(body, std::vector{SkinPath{{front}, {2.5f}, false}});
    EXPECT_GT(field.at(front.vertex), 0.9f);
    EXPECT_EQ(field.at(back.vertex), 0);
    for (const std::uint32_t vertex : field.vertices) EXPECT_GT(body.skin().normals[vertex].z, -0.75f);
}

TEST_P(FieldsOnBodies, FrontOfTheForearmLeavesTheBackAlone) {
    const glm::vec3 elbow = resolve_deep(body, at("capitulum"), Side::left);
    const glm::vec3 wrist = resolve_deep(body, at("lunate_dorsal"), Side::left);
    std::vector<SkinPoint> front, back;
    for (const float t : {0.25f, 0.5f, 0.75f}) {
        front.push_back(skin_from(glm::mix(elbow, wrist, t), {0, 0, -1}));
        back.push_back(skin_from(glm::mix(elbow, wrist, t), {0, 0, 1}));
    }
    const float radius = 2.5f;
    const SparseField field = paint(body, std::vector{lay_on_skin(body, front, {&radius, 1})});
    for (const SkinPoint& point : front) EXPECT_GT(field.at(point.vertex), 0.9f);
    for (const SkinPoint& point : back) EXPECT_EQ(field.at(point.vertex), 0);
}

TEST_P(FieldsOnBodies, ThroughReachesTheOtherFace) {
    const glm::vec3 hand =
        resolve_on_skin(body, between(at("radius_distal_volar"), at("metacarpal3_head"), 0.6f), Side::left).position;
    const SkinPoint front = skin_from(hand, {0, 0, -1}), back = skin_from(hand, {0, 0, 1});
    const SparseField field = paint(body, std::vector{SkinPath{{front}, {1.5f}, true}});
    EXPECT_GT(field.at(front.vertex), 0.9f);
    EXPECT_GT(field.at(back.vertex), 0.5f);
    // A column, not a ball: it does not reach along the hand.
    for (const std::uint32_t vertex : field.vertices) {
        EXPECT_LT(std::abs(body.skin().positions[vertex].y - front.position.y), 4.f);
    }
}

TEST_P(FieldsOnBodies, PaintDoesNotJumpToTheNextFinger) {
    const SparseField field =
        painted({.path = {at("index_finger_pip_joint"), at("index_finger_dip_joint"), at("index_finger_tip")},
                 .radius_cm = {1.2f},
                 .through = true});
    EXPECT_GT(value_at(field, at("index_finger_dip_joint")), 0.9f);
    EXPECT_EQ(value_at(field, at("middle_finger_dip_joint")), 0);
    EXPECT_EQ(value_at(field, at("middle_finger_tip")), 0);
    EXPECT_EQ(value_at(field, at("thumb_tip")), 0);
}

TEST_P(FieldsOnBodies, TheOtherSideStaysEmpty) {
    const Stroke stroke{.path = {at("greater_trochanter"), at("lateral_epicondyle_femur")}, .radius_cm = {4}};
    for (const Side side : {Side::left, Side::right}) {
        const SparseField field = painted(stroke, side);
        ASSERT_FALSE(field.empty());
        for (const std::uint32_t vertex : field.vertices) {
            EXPECT_EQ(body.skin().positions[vertex].x > 0, side == Side::left);
        }
    }
}

TEST_P(FieldsOnBodies, MirroredIsTheSameOnTheRight) {
    const Stroke stroke{.path = {at("mastoid_process"), at("c5_transverse_process")}, .radius_cm = {1.5f}};
    const SparseField left = painted(stroke), right = mirrored(body.skin(), left);
    EXPECT_EQ(left.size(), right.size());
    EXPECT_TRUE(std::ranges::is_sorted(right.vertices));
    EXPECT_GT(value_at(right, at("mastoid_process"), Side::right), 0.9f);
    EXPECT_EQ(mirrored(body.skin(), right), left);
    // Painting the right side directly comes out alike.
    const SparseField direct = painted(stroke, Side::right);
    EXPECT_NEAR(static_cast<double>(direct.size()), static_cast<double>(right.size()),
                0.05 * static_cast<double>(right.size()));
}

TEST_P(FieldsOnBodies, MirrorStrokeCrossesTheMidline) {
    const SparseField field = painted({.path = {at("l3_spinous"), mirror(at("psis"))}, .radius_cm = {2}});
    EXPECT_GT(value_at(field, at("psis"), Side::right), 0.9f);
    EXPECT_EQ(value_at(field, at("psis"), Side::left), 0);
}

TEST_P(FieldsOnBodies, LongPathStaysOnTheSkinWithoutGaps) {
    const Stroke stroke{.path = {at("greater_trochanter"), at("lateral_epicondyle_femur"), at("lateral_malleolus")},
                        .radius_cm = {3, 2, 1.5f}};
    const SkinPath path = lay_on_skin(body, stroke, Side::left);
    ASSERT_GT(path.points.size(), 60u);
    ASSERT_EQ(path.points.size(), path.radius_cm.size());
    for (size_t i = 1; i < path.points.size(); ++i) {
        EXPECT_LE(glm::distance(path.points[i].position, path.points[i - 1].position), 1.3f);
    }
    EXPECT_FLOAT_EQ(path.radius_cm.front(), 3);
    EXPECT_FLOAT_EQ(path.radius_cm.back(), 1.5f);
}

TEST(SparseField, UniteTakesTheStronger) {
    const SparseField a{{1, 5, 9}, {10, 200, 30}}, b{{2, 5, 9}, {7, 100, 31}};
    const SparseField both = unite(a, b);
    EXPECT_EQ(both, (SparseField{{1, 2, 5, 9}, {10, 7, 200, 31}}));
    EXPECT_EQ(unite(a, {}), a);
    EXPECT_EQ(unite({}, b), b);
    EXPECT_EQ(both.at(3), 0);
    EXPECT_FLOAT_EQ(both.at(5), 200 / 255.f);
}

}  // namespace
}  // namespace myomap
