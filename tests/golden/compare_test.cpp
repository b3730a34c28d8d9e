// The picture of two charts compared: what stayed, what is new and what is gone, told apart.

#include <filesystem>

#include <gtest/gtest.h>

#include "../cli/run_myomap.h"
#include "pictures.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

TEST(Golden, TwoChartsAndTheirDifference) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "golden", file = folder / "difference.png";
    fs::create_directories(folder);
    fs::remove(file);
    const std::string charts = MYOMAP_SOURCE_DIR "/tests/data/chart/";
    const Outcome run =
        run_myomap("chart compare '" + charts + "month_before.myomap' '" + charts +
                   "full_visit.myomap' --view posterior --size 720x480 --scale 0.65 -o '" + file.string() + "'");
    EXPECT_EQ(run.code, 0) << run.err;
    test::expect_as_approved(file, "difference");
}

}  // namespace
}  // namespace myomap
