// What is promised of the ranking, on a fixed sample of the trigger points; all of them: docs/find-accuracy.md.

#include "find_accuracy/accuracy.h"

#include <cmath>

#include <gtest/gtest.h>

#include "body/areas.h"
#include "find_accuracy/redraw.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

class FindAccuracy : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, FindAccuracy, testing::ValuesIn(body_ids), test::name_of);

TEST_P(FindAccuracy, AZoneDrawnOnTheOtherFigureLeadsBackToItsMuscle) {
    constexpr size_t sample = 60;
    const AccuracyCheck check(test::scene(), GetParam());
    const std::vector<PointRef> points = check.points();
    ASSERT_GT(points.size(), 250u);
    std::vector<PointRanks> all;
    for (size_t i = 0; i < sample; ++i) all.push_back(check.ranks(points[i * points.size() / sample]));
    const Promised promised;
    for (const Weigh weigh : {Weigh::fit_and_frequency, Weigh::fit}) {
        EXPECT_GE(share_among(all, GetParam(), Drawn::as_is, 1, weigh), promised.first);
        EXPECT_GE(share_among(all, GetParam(), Drawn::as_is, 3, weigh), promised.among_three);
        for (int i = 1; i < drawn_count; ++i)
            EXPECT_GE(share_among(all, GetParam(), static_cast<Drawn>(i), 5, weigh), promised.redrawn_among_five)
                << to_text(static_cast<Drawn>(i));
    }
}

class Redraw : public testing::Test {
protected:
    const Body& body = test::body(BodyId::adult_male);
    const std::vector<float> area = seen_vertex_areas(body.skin());
    const SkinPoint thigh = body.query().raycast({9, 70, 300}, {0, 0, -1}).value();

    // Radius of the round spot that is as large.
    float radius(const SparseField& field) const {
        float sum = 0;
        for (size_t i = 0; i < field.size(); ++i)
            sum += area[field.vertices[i]] * static_cast<float>(field.values[i]) / 255;
        return std::sqrt(sum / 3.14159f);
    }
};

TEST_F(Redraw, ASpotGrowsAndShrinksByWhatIsAsked) {
    const SparseField of_four = spot(body, thigh, 4).field;
    EXPECT_NEAR(radius(grown(body, of_four, 1)), radius(of_four) + 1, 0.25f);
    EXPECT_NEAR(radius(grown(body, of_four, -1)), radius(of_four) - 1, 0.25f);
    const SparseField of_one = spot(body, thigh, 1).field;
    EXPECT_NEAR(radius(grown(body, of_one, -1)), radius(of_one) / std::sqrt(2.f), 0.3f) << "half of it stays";
}

TEST_F(Redraw, ASpotMovesWhereItIsAsked) {
    const SparseField before = spot(body, thigh, 4).field;
    const auto middle = [&](const SparseField& field) {
        glm::vec3 sum{0};
        float weight = 0;
        for (size_t i = 0; i < field.size(); ++i) {
            const float part = area[field.vertices[i]] * static_cast<float>(field.values[i]);
            sum += part * body.skin().positions[field.vertices[i]];
            weight += part;
        }
        return sum / weight;
    };
    EXPECT_NEAR(middle(shifted(body, before, Toward::up, 1)).y, middle(before).y + 1, 0.2f);
    EXPECT_NEAR(middle(shifted(body, before, Toward::down, 1)).y, middle(before).y - 1, 0.2f);
    // Of one who looks at the front of the thigh, left is the patient's right, where x falls.
    EXPECT_LT(middle(shifted(body, before, Toward::left, 1)).x, middle(before).x - 0.7f);
    EXPECT_GT(middle(shifted(body, before, Toward::right, 1)).x, middle(before).x + 0.7f);
    EXPECT_NEAR(radius(shifted(body, before, Toward::up, 1)), radius(before), 0.3f);
}

TEST_F(Redraw, DiceIsTheShareInCommon) {
    const SparseField four = spot(body, thigh, 4).field, two = spot(body, thigh, 2).field;
    EXPECT_FLOAT_EQ(dice(four, four, area), 1);
    EXPECT_NEAR(dice(four, two, area), 2 * 4 / 20.f, 0.05f);
    EXPECT_EQ(dice(four, {}, area), 0);
}

}  // namespace
}  // namespace myomap
