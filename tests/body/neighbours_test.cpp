#include "body/neighbours.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/real_bodies.h"

namespace myomap {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NeighbouringVertices, AreThoseOfTheTrianglesRoundAVertex) {
    SkinAsset two_triangles;
    two_triangles.positions.resize(5);
    two_triangles.triangles = {3, 0, 1, 1, 2, 3};  // they share an edge; vertex 4 belongs to none
    const Neighbours neighbours(two_triangles);
    EXPECT_THAT(neighbours.of(0), ElementsAre(1, 3));
    EXPECT_THAT(neighbours.of(1), ElementsAre(0, 2, 3));
    EXPECT_THAT(neighbours.of(2), ElementsAre(1, 3));
    EXPECT_THAT(neighbours.of(3), ElementsAre(0, 1, 2));
    EXPECT_THAT(neighbours.of(4), IsEmpty());
}

TEST(NeighbouringVertices, KnowEachOtherOnARealBody) {
    const SkinAsset& skin = test::scene().bodies[0]->skin();
    const Neighbours neighbours(skin);
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) {
        ASSERT_GE(neighbours.of(v).size(), 2u) << v;
        for (const std::uint32_t other : neighbours.of(v)) {
            ASSERT_NE(other, v);
            ASSERT_TRUE(std::ranges::binary_search(neighbours.of(other), v)) << v << " and " << other;
        }
    }
}

}  // namespace
}  // namespace myomap
