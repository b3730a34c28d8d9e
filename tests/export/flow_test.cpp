#include "export/flow.h"

#include <gtest/gtest.h>

namespace myomap {
namespace {

std::vector<FlowBlock> blocks_of(const std::vector<float>& heights, float space = 0) {
    std::vector<FlowBlock> blocks;
    for (const float height : heights) {
        blocks.emplace_back();
        blocks.back().height = height;
        blocks.back().space_before = space;
    }
    return blocks;
}

TEST(Flow, FillsOneColumnThenTheNext) {
    const auto places = flow(blocks_of({40, 40, 40}, 5), 0, {100, 100});
    ASSERT_EQ(places.size(), 3u);
    EXPECT_EQ(places[0].column, 0);
    EXPECT_FLOAT_EQ(places[1].y, 45);
    EXPECT_EQ(places[2].column, 1);
    EXPECT_FLOAT_EQ(places[2].y, 0);  // no space at a column's top
}

TEST(Flow, StopsWhereNothingFitsAndGoesOnFromThere) {
    const auto blocks = blocks_of({60, 60, 60});
    EXPECT_EQ(flow(blocks, 0, {100, 100}).size(), 2u);
    EXPECT_EQ(flow(blocks, 2, {100}).size(), 1u);
    EXPECT_TRUE(flow(blocks, 0, {50}).empty());
    EXPECT_TRUE(flow(blocks, 0, {}).empty());
}

TEST(Flow, BalancesColumns) {
    EXPECT_NEAR(balanced_height(blocks_of({50, 50, 50, 50}), 2, 500), 100, 1);
    EXPECT_NEAR(balanced_height(blocks_of({90, 10, 10}), 2, 500), 90, 1);
    EXPECT_FLOAT_EQ(balanced_height(blocks_of({300, 300, 300}), 2, 400), 400);  // does not fit
}

}  // namespace
}  // namespace myomap
