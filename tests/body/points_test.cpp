#include "body/points.h"

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::at, test::between, test::mirror, test::moved;

class PointsOnBodies : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
    float height = body.height_cm();
};
INSTANTIATE_TEST_SUITE_P(Bodies, PointsOnBodies, testing::ValuesIn(body_ids), test::name_of);

TEST_P(PointsOnBodies, EveryLandmarkLiesOnItsOwnSide) {
    for (const auto& [name, landmark] : body.landmarks().by_name) {
        const float left = body.landmark_skin(landmark, Side::left).position.x;
        const float right = body.landmark_skin(landmark, Side::right).position.x;
        if (landmark.midline) {
            EXPECT_NEAR(left, 0, 0.1f) << name;
            EXPECT_EQ(left, right) << name;
            EXPECT_NEAR(body.landmark_bone(landmark, Side::left).x, 0, 0.01f) << name;
        } else {
            // Skin over the ischial spine is the cleft itself: the only one that reaches the midline.
            EXPECT_GT(left, -0.05f) << name;
            EXPECT_LT(right, 0.05f) << name;
            EXPECT_NEAR(left, -right, 0.3f) << name;
            EXPECT_GT(body.landmark_bone(landmark, Side::left).x, 0) << name;
            EXPECT_LT(body.landmark_bone(landmark, Side::right).x, 0) << name;
        }
    }
}

TEST_P(PointsOnBodies, BonesLieInsideTheBody) {
    // Inside of a closed surface: the first skin met is met from within, whichever way one looks.
    const auto looks_out = [&](const glm::vec3& from, const glm::vec3& direction) {
        const auto hit = body.query().raycast(from, direction);
        return hit && dot(hit->normal, direction) > 0;
    };
    int outside = 0;
    for (const auto& [name, landmark] : body.landmarks().by_name) {
        if (landmark.kind == Landmark::Kind::skin) continue;
        const glm::vec3 bone = body.landmark_bone(landmark, Side::left);
        int votes = 0;
        for (const glm::vec3& direction : {glm::vec3{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, -1}}) {
            votes += looks_out(bone, direction);
        }
        if (votes < 3) {
            ++outside;
            EXPECT_LT(glm::distance(body.query().closest(bone).position, bone), 1.5f) << name;
        }
    }
    // Measured to half a centimetre; a few bones just under the skin may come out above it.
    EXPECT_LE(outside, 6);
}

TEST_P(PointsOnBodies, HeadIsAbovePelvisIsAboveFoot) {
    const auto y = [&](const char* name) { return resolve_on_skin(body, at(name), Side::left).position.y; };
    EXPECT_GT(y("mastoid_process"), y("acromion_tip"));
    EXPECT_GT(y("acromion_tip"), y("asis"));
    EXPECT_GT(y("asis"), y("patella_apex"));
    EXPECT_GT(y("patella_apex"), y("lateral_malleolus"));
    EXPECT_NEAR(y("vertex"), height, 0.3f);
}

TEST_P(PointsOnBodies, FrontAndBackAreNotSwapped) {
    const auto z = [&](const char* name) { return resolve_on_skin(body, at(name), Side::left).normal.z; };
    EXPECT_GT(z("sternum_body_mid"), 0.5f);
    EXPECT_GT(z("patella_centre_anterior"), 0.5f);
    EXPECT_LT(z("t7_spinous"), -0.5f);
    EXPECT_LT(z("calcaneal_tuberosity"), -0.3f);
}

TEST_P(PointsOnBodies, BetweenLiesBetweenAndOnTheSkin) {
    const SkinPoint c7 = resolve_on_skin(body, at("c7_spinous"), Side::left);
    const SkinPoint acromion = resolve_on_skin(body, at("acromion_tip"), Side::left);
    const SkinPoint middle = resolve_on_skin(body, between(at("c7_spinous"), at("acromion_tip"), 0.45f), Side::left);
    EXPECT_GT(middle.position.x, c7.position.x + 3);
    EXPECT_LT(middle.position.x, acromion.position.x - 3);
    EXPECT_LT(glm::distance(body.query().closest(middle.position).position, middle.position), 0.01f);
}

TEST_P(PointsOnBodies, OffsetsFollowThePatientsSides) {
    const PointSpec outward = moved(at("t7_spinous"), {.lateral = 5});
    EXPECT_NEAR(resolve_on_skin(body, outward, Side::left).position.x, 5 * height / 173.4f, 0.8f);
    EXPECT_NEAR(resolve_on_skin(body, outward, Side::right).position.x, -5 * height / 173.4f, 0.8f);
    const float higher = resolve_on_skin(body, moved(at("t7_spinous"), {.superior = 4}), Side::left).position.y;
    EXPECT_NEAR(higher - resolve_on_skin(body, at("t7_spinous"), Side::left).position.y, 4 * height / 173.4f, 0.5f);
}

TEST_P(PointsOnBodies, MirrorIsTheOtherSide) {
    const SkinPoint left = resolve_on_skin(body, at("psis"), Side::left);
    const SkinPoint mirrored = resolve_on_skin(body, mirror(at("psis")), Side::left);
    EXPECT_EQ(mirrored.vertex, resolve_on_skin(body, at("psis"), Side::right).vertex);
    EXPECT_NEAR(mirrored.position.x, -left.position.x, 0.1f);
}

TEST_P(PointsOnBodies, DeepStaysInTheDepth) {
    const PointSpec spec{.landmark = "femoral_head_centre", .deep = true};
    const glm::vec3 deep = resolve_deep(body, spec, Side::left);
    EXPECT_GT(glm::distance(deep, body.query().closest(deep).position), 5);
    EXPECT_EQ(resolve_deep(body, spec, Side::right).x, -deep.x);
}

TEST_P(PointsOnBodies, EveryTriggerPointLiesOnThisBodysSkin) {
    const AtlasFields fields(test::atlas(), body);
    for (const PointRef ref : test::atlas().all_points()) {
        for (const Side side : {Side::left, Side::right}) {
            const SkinPoint place = fields.place(ref, side);
            const std::string id = test::atlas().full_id(ref);
            EXPECT_LT(glm::distance(body.query().closest(place.position).position, place.position), 0.2f) << id;
            const float x = side == Side::left ? place.position.x : -place.position.x;
            EXPECT_GT(x, -0.05f) << id << ", " << to_text(side);
        }
    }
}

TEST(Points, UnknownLandmarkIsNamed) {
    const Body& body = test::body(BodyId::adult_male);
    try {
        resolve_on_skin(body, at("third_elbow"), Side::left);
        FAIL() << "nothing thrown";
    } catch (const UnknownLandmark& error) {
        EXPECT_NE(std::string(error.what()).find("third_elbow"), std::string::npos);
    }
}

}  // namespace
}  // namespace myomap
