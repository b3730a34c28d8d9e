// Six steps of the talk as the screen shows them.

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "../cli/run_myomap.h"
#include "pictures.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

TEST(Golden, SixStepsOfTheTalk) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "golden" / "steps";
    fs::remove_all(folder);
    const Outcome run = run_myomap(
        "explain --point trapezius_upper/TrP1 --only muscle,spot,felt,needling,effects,plan "
        "--size 960x600 --scale 0.75 -o '" +
        folder.string() + "/'");
    EXPECT_EQ(run.code, 0) << run.err;
    for (const char* id : {"muscle", "spot", "felt", "needling", "effects", "plan"})
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().filename().string().ends_with(std::string("-") + id + ".png"))
                test::expect_as_approved(entry.path(), (std::string("step_") + id).c_str());
}

}  // namespace
}  // namespace myomap
