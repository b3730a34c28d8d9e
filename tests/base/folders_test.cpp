#include "base/folders.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(Folders, AreThoseTheEnvironmentNames) {
    setenv("HOME", "/home/x", 1);
    setenv("XDG_CONFIG_HOME", "/c", 1);
    setenv("XDG_CACHE_HOME", "", 1);
    EXPECT_EQ(config_folder(), "/c/myomap");
    EXPECT_EQ(cache_folder(), "/home/x/.cache/myomap");
    unsetenv("XDG_CONFIG_HOME");
    EXPECT_EQ(config_folder(), "/home/x/.config/myomap");
    setenv("XDG_STATE_HOME", "/s", 1);
    EXPECT_EQ(state_folder(), "/s/myomap");
    unsetenv("XDG_STATE_HOME");
    EXPECT_EQ(state_folder(), "/home/x/.local/state/myomap");
    setenv("XDG_DATA_HOME", "/d", 1);
    EXPECT_EQ(data_folder(), "/d/myomap");
    unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(data_folder(), "/home/x/.local/share/myomap");
    setenv("XDG_DATA_HOME", "d", 1);  // relative ones do not count
    EXPECT_EQ(data_folder(), "/home/x/.local/share/myomap");
    setenv("HOME", "home", 1);
    EXPECT_EQ(data_folder(), "");
    unsetenv("HOME");
    EXPECT_EQ(config_folder(), "");
}

}  // namespace
}  // namespace myomap
