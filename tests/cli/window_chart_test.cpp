// A chart given on the command line opens in the window.

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_myomap.h"

namespace myomap {
namespace {

using testing::HasSubstr;

const std::string visit = MYOMAP_SOURCE_DIR "/tests/data/chart/full_visit.myomap";

class WindowChart : public testing::Test {
protected:
    static Outcome play(const std::string& arguments, const std::string& steps) {
        const auto script = std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("chart." + std::to_string(::getpid()));
        std::ofstream(script) << steps;
        return run_myomap("--no-config --language en --play '" + script.string() + "' --quit " + arguments,
                          "SDL_VIDEODRIVER=offscreen");
    }
};

TEST_F(WindowChart, OpensByOptionAndByItsNameAlone) {
    const char* open = "expect title \"full_visit.myomap - Myomap\"\nexpect overlay none\nexpect unsaved no\n";
    EXPECT_EQ(play("'" + visit + "'", open).code, 0);
    EXPECT_EQ(play("--chart '" + visit + "'", open).code, 0);
    EXPECT_EQ(play("--side left '" + visit + "'", open).code, 0);
}

TEST_F(WindowChart, ThatIsMissingIsSaidInTheWindow) {
    const Outcome run = play("/no/such.myomap", "expect item question/close\nkey escape\nexpect title \"Myomap\"\n");
    EXPECT_EQ(run.code, 0) << run.err;
}

TEST_F(WindowChart, AnyOtherWordIsNoChart) {
    EXPECT_THAT(run_myomap("portrait").err, HasSubstr("The following argument was not expected: portrait"));
    EXPECT_EQ(run_myomap("portrait").code, 2);
    EXPECT_THAT(run_myomap("--chart a.myomap b.myomap").err, HasSubstr("excludes"));
    EXPECT_EQ(run_myomap("list --muscle soleus extra.myomap").code, 2);
}

}  // namespace
}  // namespace myomap
