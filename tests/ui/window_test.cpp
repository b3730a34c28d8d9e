// The whole window, driven by recorded scripts through the real event loop.

#include "ui/window.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "chart/actions/select.h"
#include "export/exporter.h"
#include "offscreen_ui.h"
#include "render/gl_context.h"

namespace myomap {
namespace {

const std::filesystem::path scripts = std::filesystem::path(MYOMAP_SOURCE_DIR) / "tests" / "ui" / "scripts";

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

WindowContent shared_content() { return {OffscreenUi::shared_context()}; }

WindowOptions playing(const std::filesystem::path& script) {
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    WindowOptions options;
    options.size = {1280, 800};
    options.scale = 1;
    options.script = script;
    options.quit_after_script = true;
    options.use_settings = false;
    return options;
}

std::vector<std::string> script_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(scripts))
        if (entry.path().extension() == ".script") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

class PlayedScript : public testing::TestWithParam<std::string> {};

TEST_P(PlayedScript, MeetsItsExpectations) {
    // What a script exports goes to a home of its own.
    const std::filesystem::path home =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("home." + std::to_string(::getpid()));
    std::filesystem::remove_all(home);
    std::filesystem::create_directories(home);
    setenv("HOME", home.c_str(), 1);
    EXPECT_EQ(run_window(shared_content, playing(scripts / (GetParam() + ".script"))), 0);
}

INSTANTIATE_TEST_SUITE_P(Scripts, PlayedScript, testing::ValuesIn(script_names()),
                         [](const auto& info) { return info.param; });

class WindowFile : public testing::Test {
protected:
    // Tests of this class run side by side, each in a process of its own.
    std::filesystem::path folder = std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("window." + std::to_string(::getpid()));

    void SetUp() override {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    std::filesystem::path script(const std::string& text) {
        std::ofstream(folder / "x.script") << text;
        return folder / "x.script";
    }
};

TEST_F(WindowFile, FailedExpectationEndsWithOne) {
    testing::internal::CaptureStderr();
    EXPECT_EQ(run_window(shared_content, playing(script("expect layout single\n"))), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("x.script:1: expected layout \"single\", got \"plate\""),
              std::string::npos);
}

TEST_F(WindowFile, MissingItemEndsWithOne) {
    testing::internal::CaptureStderr();
    EXPECT_EQ(run_window(shared_content, playing(script("click @no/such/thing\n"))), 1);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("no/such/thing"), std::string::npos);
}

TEST_F(WindowFile, WritesAScreenshotAndEnds) {
    WindowOptions options = playing("");
    options.screenshot = folder / "window.png";
    EXPECT_EQ(run_window(shared_content, options), 0);
    EXPECT_GT(std::filesystem::file_size(options.screenshot), 20'000u);
}

// Every format of the table, by its own button, as the command line would write it.
TEST_F(WindowFile, ExportDialogWritesTheShownChartInEveryFormat) {
    setenv("HOME", folder.c_str(), 1);
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    std::string steps = "click @tree/trapezius_upper/TrP1\nkey ctrl+e\nexpect overlay export\n";
    for (const Exporter* one : exporters()) {
        if (!one->preview) continue;  // not offered
        steps += "click @export/format/" + std::string(one->id) + "\n";
        if (one->takes_paper) steps += "click @export/turn/portrait\n";
        steps += "click @export/save\n";
    }
    steps += "key escape\nexpect overlay none\n";
    ASSERT_EQ(run_window(shared_content, playing(script(steps.c_str()))), 0);

    const Context& context = OffscreenUi::shared_context();
    const OffscreenGl gl;
    Renderer renderer(context.scene(), context.resources.shaders());
    for (const Exporter* one : exporters()) {
        if (!one->preview) continue;
        const std::string suffix(one->suffix);
        const std::filesystem::path written = folder / ("myomap-trapezius_upper-TrP1" + suffix);
        ChartExport request{.path = folder / ("again" + suffix), .size = {1600, 1200}};
        select_point(request.document, context.scene(), *context.atlas().find_point("trapezius_upper/TrP1"));
        export_chart(context, renderer, request);
        ASSERT_TRUE(std::filesystem::exists(written)) << written;
        EXPECT_EQ(bytes_of(written), bytes_of(request.path)) << written;
    }
    unsetenv("SOURCE_DATE_EPOCH");
}

TEST_F(WindowFile, ExportByKeyboardAloneLeavesAChart) {
    setenv("HOME", folder.c_str(), 1);
    ASSERT_EQ(run_window(shared_content, playing(scripts / "keyboard.script")), 0);
    EXPECT_GT(std::filesystem::file_size(folder / "myomap-soleus-TrP1.png"), 20'000u);
}

TEST_F(WindowFile, ExportAsksBeforeItReplacesAFile) {
    setenv("HOME", folder.c_str(), 1);
    std::ofstream(folder / "myomap.png") << "old";
    const char* refused = R"(
key ctrl+e
click @export/save
expect item replace/yes
expect no-item export/path
click @replace/back
expect item export/path
click @export/save
key escape
expect item export/path
expect overlay export
)";
    ASSERT_EQ(run_window(shared_content, playing(script(refused))), 0);
    EXPECT_EQ(bytes_of(folder / "myomap.png"), "old");
    ASSERT_EQ(run_window(shared_content, playing(script("key ctrl+e\nclick @export/save\nclick @replace/yes\n"
                                                        "expect item export/done\n"))),
              0);
    EXPECT_GT(std::filesystem::file_size(folder / "myomap.png"), 1000u);
}

TEST_F(WindowFile, EnterInTheFieldOfTheFileSaves) {
    setenv("HOME", folder.c_str(), 1);
    const char* steps = R"(
key ctrl+e
key tab
key tab
key tab
expect focus export/path
key end
key enter
expect item export/done
expect focus export/save
key shift+tab
key shift+tab
key shift+tab
key shift+tab
expect focus export/path
key enter
expect item replace/yes
expect focus replace/back
key escape
expect focus export/save
)";
    ASSERT_EQ(run_window(shared_content, playing(script(steps))), 0);
    EXPECT_GT(std::filesystem::file_size(folder / "myomap.png"), 1000u);
}

TEST_F(WindowFile, ExportForgetsWhatItSaidWhenThePathIsEdited) {
    setenv("HOME", folder.c_str(), 1);
    EXPECT_EQ(run_window(shared_content, playing(script("key ctrl+e\nclick @export/save\nexpect item export/done\n"
                                                        "click @export/path\ntype x\nexpect no-item export/done\n"))),
              0);
}

TEST_F(WindowFile, ExportRemembersTheFolderThatWasChosen) {
    setenv("HOME", folder.c_str(), 1);
    setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);
    std::filesystem::create_directories(folder / "visits" / "charts");
    std::filesystem::create_directories(folder / ".hidden");
    WindowOptions options = playing(script(R"(
key ctrl+e
click @export/folder
expect no-item folder/in/.hidden
click @folder/in/visits
click @folder/in/charts
click @folder/up
expect item folder/in/charts
click @folder/in/charts
click @folder/use
click @export/save
expect item export/done
)"));
    options.use_settings = true;
    ASSERT_EQ(run_window(shared_content, options), 0);
    EXPECT_TRUE(std::filesystem::exists(folder / "visits" / "charts" / "myomap.png"));
    options.script = script("key ctrl+e\nclick @export/format/pdf\nclick @export/save\n");
    ASSERT_EQ(run_window(shared_content, options), 0);
    EXPECT_TRUE(std::filesystem::exists(folder / "visits" / "charts" / "myomap.pdf"));
    // A folder that has gone: home.
    std::filesystem::remove_all(folder / "visits");
    ASSERT_EQ(run_window(shared_content, options), 0);
    EXPECT_TRUE(std::filesystem::exists(folder / "myomap.pdf"));
    unsetenv("XDG_CONFIG_HOME");
}

TEST_F(WindowFile, ALetterheadIsSetInTheExportDialogAndKept) {
    setenv("HOME", folder.c_str(), 1);
    setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);
    std::ofstream(folder / "notes.png") << "no picture";
    WindowOptions options = playing(script(R"(
key ctrl+e
expect no-item export/edit_letterhead
click @export/format/pdf
expect no-item export/letterhead
click @export/edit_letterhead
click @letterhead/name
type Example Physiotherapy
click @letterhead/address1
type 1 Example Street
click @letterhead/logo
type ~/notes.png
click @letterhead/save
expect item letterhead/error
click @letterhead/back
expect no-item export/letterhead
click @export/edit_letterhead
click @letterhead/name
type Example Physiotherapy
click @letterhead/save
expect item export/letterhead
click @export/save
expect item export/done
)"));
    options.use_settings = true;
    ASSERT_EQ(run_window(shared_content, options), 0);
    EXPECT_NE(bytes_of(folder / "config/myomap/letterhead.json").find("Example Physiotherapy"), std::string::npos);
    // The next time it is there, can be left out, and is taken away.
    options.script = script(R"(
key ctrl+e
click @export/format/pdf
click @export/letterhead
click @export/edit_letterhead
click @letterhead/remove
expect no-item export/letterhead
)");
    ASSERT_EQ(run_window(shared_content, options), 0);
    EXPECT_FALSE(std::filesystem::exists(folder / "config/myomap/letterhead.json"));
    unsetenv("XDG_CONFIG_HOME");
}

TEST_F(WindowFile, WhatLoadingThrowsComesOut) {
    const auto load = []() -> WindowContent { throw std::invalid_argument("no such muscle"); };
    EXPECT_THROW(run_window(load, playing("")), std::invalid_argument);
}

TEST_F(WindowFile, WithoutADisplayItSaysSo) {
    const WindowOptions options = playing("");
    const auto said = [&] {
        try {
            run_window(shared_content, options);
        } catch (const Failure& failure) {
            return failure.message.key;
        }
        return std::string("nothing");
    };
    setenv("SDL_VIDEODRIVER", "no_such_driver", 1);
    EXPECT_TRUE(said().starts_with("No display can be opened"));
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    EXPECT_TRUE(said().starts_with("There is no display"));
}

// Study: what is there already is replaced only when it was asked for, and the result has a name of its own.
TEST_F(WindowFile, StudyAsksBeforeItReplacesAFile) {
    setenv("HOME", folder.c_str(), 1);
    std::ofstream(folder / "myomap-exam-result.csv") << "old";
    const std::string sit =
        "clock 2026-03-02T10:00:00Z\nkey ctrl+5\nclick @study/exam\nclick @study/count/5\nclick @study/exam_begin\n"
        "click @study/give_up\nclick @study/give_up\nclick @study/give_up\nclick @study/give_up\n"
        "click @study/give_up\nclick @study/result_save\nwheel @study/exam_begin -40\nclick @study/result_csv\n"
        "expect overlay question\n";
    ASSERT_EQ(run_window(shared_content, playing(script(sit + "key enter\nexpect overlay study\n"))), 0);
    EXPECT_EQ(bytes_of(folder / "myomap-exam-result.csv"), "old");
    ASSERT_EQ(run_window(shared_content, playing(script(sit + "click @question/replace\nexpect overlay study\n"))), 0);
    EXPECT_GT(std::filesystem::file_size(folder / "myomap-exam-result.csv"), 100u);
    EXPECT_FALSE(std::filesystem::exists(folder / "myomap-exam.pdf"));
}

// What can't be kept is said, and asked about when the program is to end.
TEST_F(WindowFile, StudyAsksBeforeAnswersAreLost) {
    const std::filesystem::path damaged = folder / "study.db";
    std::ofstream(damaged) << std::string(20000, 'x');
    WindowOptions options = playing(
        script("clock 2026-03-02T10:00:00Z\nkey ctrl+5\nclick @study/begin\nclick @study/name\ntype Lea\nkey enter\n"
               "click @study/close\nclick @study/begin\nclick @study/give_up\nkey ctrl+q\nexpect overlay question\n"
               "key enter\nexpect overlay none\nexpect study answered locate_point:trapezius_upper/TrP1 again\n"
               "key ctrl+1\nkey ctrl+q\nexpect overlay question\nclick @question/lose\n"));
    options.progress = damaged;
    EXPECT_EQ(run_window(shared_content, options), 0);
    EXPECT_EQ(bytes_of(damaged), std::string(20000, 'x'));
}

}  // namespace
}  // namespace myomap
