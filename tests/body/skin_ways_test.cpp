// Ways over the skin, on the real bodies.

#include "body/skin_ways.h"

#include <cmath>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

class SkinWaysOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Bodies, SkinWaysOn, testing::ValuesIn(body_ids));

TEST_P(SkinWaysOn, AreAtLeastAsLongAsTheStraightLineAndNotMuchLongerOverAShortStretch) {
    const SkinAsset& skin = body.skin();
    const SkinPoint from = body.query().closest({14, 0.82f * body.height_cm(), 0});
    const SkinWays ways(body, from);
    int near = 0;
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) {
        const float straight = glm::distance(from.position, skin.positions[v]);
        ASSERT_GE(ways.length(v), straight - 0.01f);
        if (straight > 3 && straight < 5 && dot(skin.normals[v], from.normal) > 0.8f) {
            ++near;
            EXPECT_LE(ways.length(v), 1.7f * straight);
        }
    }
    EXPECT_GT(near, 10);
}

TEST_P(SkinWaysOn, LeadFromThePlaceToTheVertexOverTheSkin) {
    const SkinPoint from = body.query().closest({14, 0.82f * body.height_cm(), 0});
    const SkinPoint to = body.query().closest({7, 0.95f * body.height_cm(), 6});
    const SkinWays ways(body, from);
    const std::vector<SkinPoint> way = ways.to(to.vertex);
    ASSERT_GT(way.size(), 3u);
    EXPECT_EQ(way.front().position, from.position);
    EXPECT_EQ(way.back().vertex, to.vertex);
    float length = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const float step = glm::distance(way[i - 1].position, way[i].position);
        EXPECT_LT(step, 4);
        length += step;
    }
    EXPECT_LE(length, ways.length(to.vertex) + 0.1f);
    EXPECT_GT(length, 0.8f * ways.length(to.vertex));
}

}  // namespace
}  // namespace myomap
