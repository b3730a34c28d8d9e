// The picture that a window opens with.

#include <fstream>

#include <gtest/gtest.h>
#include <stb/stb_image.h>
#include <unistd.h>

#include "offscreen_ui.h"
#include "ui/shell.h"
#include "ui/window.h"

namespace myomap {
namespace {

class OpeningWindow : public testing::Test {
protected:
    // Tests of this class run side by side, each in a process of its own.
    std::filesystem::path folder =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("opening_window." + std::to_string(::getpid()));
    std::filesystem::path file = folder / "myomap" / "opening.picture";

    void SetUp() override {
        std::filesystem::create_directories(folder);
        setenv("XDG_CACHE_HOME", folder.c_str(), 1);
        setenv("SDL_VIDEODRIVER", "offscreen", 1);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    Opening opening() const { return {file, read_opening_picture(file)}; }
    static void frame(OffscreenUi& window) {
        window.draw(1, [&] { draw_chart_panel(window.ui, {0, 0, 800, 600}); });
    }
    // What one window leaves for the next.
    Image keep() const {
        OffscreenUi window({1280, 800}, {file, {}});
        frame(window);
        window.chart.want_fine();
        frame(window);
        window.chart.keep_for_opening(window.context.resources);
        return window.renderer.read_back();
    }
    // The kept picture, all in one colour that no chart has.
    void repaint() const {
        const OpeningPicture kept = *read_opening_picture(file);
        Image magenta{kept.size, {}};
        for (size_t i = 0; i < kept.rgba.size(); i += 4) magenta.rgba.insert(magenta.rgba.end(), {255, 0, 255, 255});
        ASSERT_TRUE(write_opening_picture(file, kept.key, magenta));
    }

    WindowOptions playing(const char* script) const {
        std::ofstream(folder / "x.script") << script;
        WindowOptions options;
        options.size = {1280, 800};
        options.scale = 1;
        options.script = folder / "x.script";
        options.quit_after_script = true;
        options.use_settings = false;
        return options;
    }
    static int run(const WindowOptions& options) {
        return run_window([] { return WindowContent{OffscreenUi::shared_context()}; }, options);
    }
    std::uint64_t kept_key() const {
        const auto kept = read_opening_picture(file);
        return kept ? kept->key : 0;
    }
};

TEST_F(OpeningWindow, ShowsTheKeptPictureAndThenDrawsItsOwn) {
    const Image drawn = keep();
    ASSERT_TRUE(std::filesystem::exists(file));
    repaint();
    OffscreenUi window({1280, 800}, opening());
    window.platform.begin_frame();
    draw_chart_panel(window.ui, {0, 0, 800, 600});
    ASSERT_TRUE(window.platform.end_frame(0, folder / "first.png"));
    EXPECT_EQ(window.renderer.views_drawn(), 0);
    int width = 0, height = 0, channels = 0;
    unsigned char* pixels = stbi_load((folder / "first.png").c_str(), &width, &height, &channels, 3);
    ASSERT_NE(pixels, nullptr);
    const unsigned char* middle = pixels + 3 * (300 * width + 410);
    EXPECT_EQ(middle[0], 255);
    EXPECT_EQ(middle[1], 0);
    EXPECT_EQ(middle[2], 255);
    stbi_image_free(pixels);

    EXPECT_TRUE(window.chart.needs_fine());
    window.chart.want_fine();
    frame(window);
    EXPECT_EQ(window.renderer.views_drawn(), 4);
    EXPECT_EQ(window.renderer.read_back().rgba, drawn.rgba);
    EXPECT_FALSE(window.chart.needs_fine());
}

TEST_F(OpeningWindow, DrawsWhenItShowsSomethingElse) {
    keep();
    OffscreenUi window({1280, 800}, opening());
    window.state.history.scratch().view.theme = Theme::dark;
    frame(window);
    EXPECT_EQ(window.renderer.views_drawn(), 4);
}

TEST_F(OpeningWindow, DrawsWhatIsDoneInItsFirstFrames) {
    keep();
    OffscreenUi window({1280, 800}, opening());
    frame(window);
    EXPECT_EQ(window.renderer.views_drawn(), 0);
    window.state.history.scratch().view.theme = Theme::dark;
    frame(window);
    EXPECT_EQ(window.renderer.views_drawn(), 4);
}

TEST_F(OpeningWindow, IsKeptForWhatTheNextStartShows) {
    ASSERT_EQ(run(playing("")), 0);
    const std::uint64_t light = kept_key();
    ASSERT_NE(light, 0u);
    ASSERT_EQ(run(playing("click @tree/trapezius_upper/TrP1\n")), 0);
    EXPECT_EQ(kept_key(), light) << "a start chooses nothing";
    ASSERT_EQ(run(playing("key d\nexpect theme dark\n")), 0);
    EXPECT_NE(kept_key(), light) << "the next start has the theme of now";
}

TEST_F(OpeningWindow, WithADamagedFileOpensAllTheSame) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "not a picture";
    ASSERT_EQ(run(playing("")), 0);
    EXPECT_NE(kept_key(), 0u);
}

}  // namespace
}  // namespace myomap
