#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/file_error.h"
#include "ui/settings.h"
#include "ui/theme.h"

namespace myomap {
namespace {

class Colours : public testing::TestWithParam<Theme> {};

TEST_P(Colours, TextCanBeReadOnEverythingItStandsOn) {
    const Colors& c = window_colors(GetParam());
    for (const ImU32 ground : {c.paper, c.surface, c.hover}) {
        EXPECT_GE(contrast(c.ink, ground), 4.5f);
        EXPECT_GE(contrast(c.quiet, ground), 4.5f);
        EXPECT_GE(contrast(c.accent, ground), 4.5f);
    }
    EXPECT_GE(contrast(c.on_selected, c.selected), 4.5f);
    EXPECT_GE(contrast(c.on_accent, c.accent), 4.5f);
    EXPECT_GE(contrast(c.notice, c.notice_paper), 4.5f);
    EXPECT_GE(contrast(c.on_tooltip, c.tooltip), 4.5f);
    EXPECT_GE(contrast(c.on_tooltip_quiet, c.tooltip), 4.5f);
    EXPECT_GE(contrast(c.control, c.surface), 3.f) << "borders of fields";
}

INSTANTIATE_TEST_SUITE_P(Themes, Colours, testing::Values(Theme::light, Theme::dark),
                         [](const auto& info) { return std::string(to_text(info.param)); });

TEST(Contrast, KnowsBlackOnWhite) { EXPECT_NEAR(contrast(IM_COL32_BLACK, IM_COL32_WHITE), 21, 0.01); }

class SettingsFile : public testing::Test {
protected:
    std::filesystem::path file =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("settings." + std::to_string(::getpid())) / "settings.json";

    void SetUp() override { std::filesystem::remove_all(file.parent_path()); }
    void write(const char* text) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
};

TEST_F(SettingsFile, ReadsWhatItWrote) {
    const Settings s{{1000, 700}, 1.25f,          Theme::dark, BodyId::adult_female, SideChoice::both, false,
                     true,        Language("fr"), true,        "/home/me/charts"};
    write_settings(file, s);
    EXPECT_EQ(read_settings(file), s);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}), 1)
        << "nothing left beside it";
}

TEST_F(SettingsFile, IgnoresWhatIsBroken) {
    EXPECT_EQ(read_settings(file), Settings{});
    for (const char* text : {"", "{", "[1, 2]", "nonsense", "\xff\xfe"}) {
        write(text);
        EXPECT_EQ(read_settings(file), Settings{}) << text;
    }
    write(R"({"width": -5, "height": "tall", "scale": 900, "theme": 3, "side": "left", "left_panel": false,
              "language": "klingon", "wording": 7})");
    Settings expected;
    expected.side = SideChoice::left;
    expected.left_open = false;
    EXPECT_EQ(read_settings(file), expected);
}

TEST_F(SettingsFile, SaysWhenItCanNotWrite) {
    write("x");
    EXPECT_THROW(write_settings(file / "below_a_file" / "settings.json", {}), FileError);
}

}  // namespace
}  // namespace myomap
