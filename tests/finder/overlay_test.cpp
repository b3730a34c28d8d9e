#include "finder/overlay.h"

#include <gtest/gtest.h>

#include "support/real_bodies.h"

namespace myomap {
namespace {

TEST(Fit, TellsHitMissedAndBeyondApart) {
    const SparseField drawn{{1, 2, 5}, {255, 200, 100}}, pattern{{2, 3, 5}, {255, 180, 100}};
    const Fit laid = lay_over(drawn, pattern);
    EXPECT_EQ(laid.hit, (SparseField{{2, 5}, {200, 100}}));
    EXPECT_EQ(laid.missed, (SparseField{{1, 5}, {255, 100}}));
    EXPECT_EQ(laid.beyond, (SparseField{{2, 3, 5}, {55, 180, 100}}));
}

TEST(Fit, NothingDrawnIsAllBeyond) {
    const SparseField pattern{{2, 3}, {255, 180}};
    EXPECT_EQ(lay_over({}, pattern).beyond, pattern);
    EXPECT_EQ(lay_over(pattern, {}).missed, pattern);
    EXPECT_TRUE(lay_over({}, {}).hit.empty());
}

TEST(Fit, LaysTheAnswersPatternOnItsSide) {
    const PointRef ref = test::atlas().find_point("trapezius_upper/TrP1").value();
    const auto all = [&](Side side) { return pattern_of(test::scene(), BodyId::adult_male, ref, side).any; };
    const auto laid = [&](Side drawn, Side answer) {
        return lay_over(test::scene(), BodyId::adult_male, all(drawn), {.ref = ref, .side = answer});
    };
    EXPECT_EQ(laid(Side::right, Side::right).hit, all(Side::right));
    EXPECT_LT(laid(Side::left, Side::right).hit.size(), all(Side::right).size() / 10) << "but for the midline";
}

}  // namespace
}  // namespace myomap
