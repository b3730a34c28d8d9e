#include "atlas/levels.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace myomap {
namespace {

using nlohmann::json;

TEST(Levels, AreNumberedFromTheNeckDown) {
    EXPECT_EQ(level_number("C1"), 0);
    EXPECT_EQ(level_number("T1"), 7);
    EXPECT_EQ(level_number("L5"), 23);
    for (const char* none : {"", "C0", "C8", "T13", "L6", "S1", "T", "Tx", "t4", "T4 "})
        EXPECT_FALSE(level_number(none)) << none;
    for (int i = 0; i < 24; ++i) EXPECT_EQ(level_number(level_name(i)), i);
    EXPECT_EQ(level_name(-1), "");
    EXPECT_EQ(level_name(24), "");
}

TEST(Levels, MoveTheLandmarksOfVertebraeAndRibs) {
    const json spec = {{"at", {"t11_spinous", "rib5_angle", 0.3}}, {"offset_cm", {{"lateral", 2}}}};
    const json down = {{"at", {"l1_spinous", "rib7_angle", 0.3}}, {"offset_cm", {{"lateral", 2}}}};
    EXPECT_EQ(moved_by_levels(spec, 2), down);
    EXPECT_EQ(moved_by_levels(down, -2), spec);
    EXPECT_EQ(moved_by_levels("c7_spinous", 1), json("t1_spinous"));
}

TEST(Levels, NothingRepeatsBeyondTheSpineOrWithALandmarkOfAnotherKind) {
    EXPECT_FALSE(moved_by_levels("l5_spinous", 1));
    EXPECT_FALSE(moved_by_levels("rib12_tip", 1));
    EXPECT_FALSE(moved_by_levels("rib1_angle", -1));
    EXPECT_FALSE(moved_by_levels(json{"t4_spinous", "xiphoid_tip", 0.5}, 1));
    EXPECT_FALSE(moved_by_levels("psis", 0));
}

}  // namespace
}  // namespace myomap
