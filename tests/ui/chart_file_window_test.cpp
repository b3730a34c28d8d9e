// The chart's file in the whole window: what is asked before anything is lost, what is recovered, what is remembered.

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file_lock.h"
#include "base/read_file.h"
#include "offscreen_ui.h"
#include "ui/chart_file_actions.h"
#include "ui/keys.h"
#include "ui/panels/question_dialog.h"
#include "ui/settings.h"
#include "ui/window.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::Not;

Drawing noted(const std::string& text) {
    Drawing drawing;
    drawing.header = VisitHeader{.patient = "Somebody", .date = "2026-11-28"};
    drawing.notes = drawing.notes.with({.id = take_id(drawing), .path = {{{0, 1, 2}, 0, 0}}, .text = text});
    return drawing;
}

SkinTopology real_topology() {
    return topology_of(OffscreenUi::shared_context().scene().body(BodyId::adult_male).skin());
}

class ChartFileWindow : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("chart_window." + std::to_string(::getpid()));
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "charts");
        setenv("SDL_VIDEODRIVER", "offscreen", 1);
        setenv("HOME", (folder_ / "charts").c_str(), 1);
        setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
        setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    }
    void TearDown() override {
        unsetenv("XDG_CONFIG_HOME");
        unsetenv("XDG_STATE_HOME");
    }

    // Plays the steps in a window that begins with this drawing.
    int play(const std::string& steps, const Drawing& drawing = {}, const fs::path& chart = {}) {
        std::ofstream(folder_ / "x.script") << steps;
        WindowOptions options;
        options.size = {1280, 800};
        options.scale = 1;
        options.chart = chart;
        options.script = folder_ / "x.script";
        options.quit_after_script = true;
        Document start;
        start.drawing = drawing;
        return run_window([&] { return WindowContent{OffscreenUi::shared_context(), start}; }, options);
    }
    fs::path home(const char* name) const { return folder_ / "charts" / name; }
    static void put(const fs::path& file, const Drawing& drawing) {
        std::ofstream(file) << drawing_text(drawing, real_topology());
    }
    static std::string content(const fs::path& file) { return read_file(file, {1 << 20}); }
    static std::optional<Drawing> drawing_in(const fs::path& file) {
        return load_drawing(file, real_topology()).drawing;
    }
    size_t left() const {
        const fs::path state = folder_ / "state" / "myomap";
        return fs::exists(state) ? static_cast<size_t>(std::distance(fs::directory_iterator(state), {})) : 0;
    }

    fs::path folder_;
};

TEST_F(ChartFileWindow, QuitAsksFirst) {
    const char* steps = R"(
expect unsaved yes
expect title "Untitled • - Myomap"
key ctrl+q
expect overlay question
expect focus question/back
key enter
expect overlay none
key ctrl+q
key escape
expect overlay none
key ctrl+q
click @question/discard
expect overlay help
)";
    EXPECT_EQ(play(steps, noted("x")), 0) << "the last line is never reached";
    EXPECT_EQ(left(), 0u);
    EXPECT_TRUE(fs::is_empty(folder_ / "charts"));
}

TEST_F(ChartFileWindow, SavingOnTheWayOutAsksForANameAndThenLeaves) {
    const char* steps = R"(
key ctrl+q
click @question/save
expect overlay chart_file
key enter
expect overlay help
)";
    EXPECT_EQ(play(steps, noted("x")), 0);
    EXPECT_EQ(drawing_in(home("chart-2026-11-28.myomap")), noted("x"));
    EXPECT_EQ(left(), 0u);
}

TEST_F(ChartFileWindow, ANewChartAndAnotherOneAskFirst) {
    put(home("other.myomap"), noted("other"));
    const char* steps = R"(
key ctrl+n
click @question/back
expect unsaved yes
key ctrl+o
click @folder/file/other.myomap
expect overlay question
click @question/back
expect overlay chart_file
expect unsaved yes
click @folder/file/other.myomap
click @question/save
key ctrl+a
type mine
key enter
expect title "other.myomap - Myomap"
expect unsaved no
)";
    EXPECT_EQ(play(steps, noted("mine")), 0);
    EXPECT_EQ(drawing_in(home("mine.myomap")), noted("mine"));
}

TEST_F(ChartFileWindow, WhatWasNotSavedIsOfferedAtTheNextStart) {
    EXPECT_EQ(play("expect unsaved yes\n", noted("lost?")), 0);  // nobody is asked when a script ends
    EXPECT_EQ(left(), 1u);
    EXPECT_EQ(play("expect overlay question\nexpect focus question/later\nkey enter\nexpect unsaved no\n"), 0);
    EXPECT_EQ(left(), 1u);
    EXPECT_EQ(play(R"(
click @question/recover
expect title "Untitled • - Myomap"
key ctrl+s
key enter
expect unsaved no
)"),
              0);
    EXPECT_EQ(drawing_in(home("chart-2026-11-28.myomap")), noted("lost?"));
    EXPECT_EQ(left(), 0u);
    EXPECT_EQ(play("expect overlay none\n"), 0);
}

TEST_F(ChartFileWindow, WhatWasNotSavedCanBeDeleted) {
    EXPECT_EQ(play("wait\n", noted("lost?")), 0);
    EXPECT_EQ(play("click @question/delete\nexpect overlay none\nexpect unsaved no\n"), 0);
    EXPECT_EQ(left(), 0u);
}

TEST_F(ChartFileWindow, ADamagedChartIsSaidAndTheWindowOpens) {
    std::ofstream(home("broken.myomap")) << "{";
    EXPECT_EQ(play("expect overlay question\nkey enter\nexpect overlay none\nexpect title \"Myomap\"\n", {},
                   home("broken.myomap")),
              0);
    EXPECT_EQ(play("expect overlay question\nkey enter\nexpect title \"Untitled • - Myomap\"\n", noted("shown"),
                   home("missing.myomap")),
              0)
        << "what was shown stays";
}

TEST_F(ChartFileWindow, WhatCanBeReadOfAChartIsShown) {
    std::string text = drawing_text(noted("x"), real_topology());
    text.replace(text.find("\"kind\""), 6, "\"sort\"");
    std::ofstream(home("half.myomap")) << text;
    EXPECT_EQ(play("expect overlay question\nkey enter\nexpect title \"half.myomap - Myomap\"\nkey ctrl+s\n"
                   "expect notice \"Saved as ~/half.myomap\"\nexpect title \"half.myomap - Myomap\"\n",
                   {}, home("half.myomap")),
              0);
    EXPECT_THAT(content(home("half.myomap")), HasSubstr("\"sort\""));
}

TEST_F(ChartFileWindow, TheSameChartInTwoWindowsIsWarnedOf) {
    put(home("a.myomap"), noted("a"));
    const FileLock other(home("a.myomap"));
    EXPECT_EQ(play("expect item question/open\nkey enter\nexpect title \"Myomap\"\n", {}, home("a.myomap")), 0);
    EXPECT_EQ(play("click @question/open\nexpect title \"a.myomap - Myomap\"\n", {}, home("a.myomap")), 0);
}

TEST_F(ChartFileWindow, RemembersPathsAloneAndForgetsThemAtOnce) {
    put(home("a.myomap"), noted("a"));
    const fs::path settings = folder_ / "config" / "myomap" / "settings.json";
    EXPECT_EQ(play("wait\n", {}, home("a.myomap")), 0);
    EXPECT_EQ(read_settings(settings).recent_charts.files, std::vector{home("a.myomap")});
    EXPECT_THAT(content(settings), Not(HasSubstr("Somebody")));
    EXPECT_EQ(fs::status(settings).permissions() & fs::perms::all, fs::perms(0600));
    const std::string row = "recent/" + home("a.myomap").string();
    EXPECT_EQ(play("key ctrl+shift+o\nclick @" + row + "\nexpect title \"a.myomap - Myomap\"\n"), 0);
    fs::remove(home("a.myomap"));
    EXPECT_EQ(play("key ctrl+shift+o\nclick @" + row + "\nexpect item question/close\nkey enter\nexpect item " + row +
                   "\nclick @recent/clear\nexpect no-item " + row + "\n"),
              0);
    EXPECT_TRUE(read_settings(settings).recent_charts.files.empty());
    put(home("a.myomap"), noted("a"));
    EXPECT_EQ(play("key ctrl+shift+o\nclick @recent/keep\nkey escape\nkey ctrl+o\nclick @folder/file/a.myomap\n"), 0);
    EXPECT_FALSE(read_settings(settings).recent_charts.kept);
    EXPECT_TRUE(read_settings(settings).recent_charts.files.empty());
}

TEST_F(ChartFileWindow, AFileThatSomebodyElseWroteIsAskedAbout) {
    OffscreenUi window;
    put(home("a.myomap"), noted("a"));
    open_chart(window.ui, home("a.myomap"));
    EXPECT_EQ(chart_file_name(window.ui), "a.myomap");
    put(home("a.myomap"), noted("theirs"));
    window.ui.act([&](Document& d) {
        d.drawing = noted("mine");
        return Message("Note");
    });
    save_chart(window.ui);
    ASSERT_EQ(window.state.questions.size(), 1u);
    EXPECT_EQ(drawing_in(home("a.myomap")), noted("theirs"));
    answer_question(window.ui, 0);
    EXPECT_EQ(window.state.overlay, Overlay::none);
    save_chart(window.ui);
    answer_question(window.ui, 1);
    EXPECT_EQ(drawing_in(home("a.myomap")), noted("mine"));
    EXPECT_FALSE(chart_is_unsaved(window.ui));
}

TEST_F(ChartFileWindow, AnotherChartHasAHistoryOfItsOwnAndTheSameView) {
    OffscreenUi window;
    put(home("a.myomap"), noted("a"));
    press_key(window.ui, *parse_key("2"));
    View view = window.ui.document().view;
    view.show_all_points = false;  // as Chart has it, which opening a chart leads to
    window.ui.act([&](Document& d) {
        d.drawing = noted("first");
        d.selection = ItemSelection{1};
        return Message("Note");
    });
    open_chart(window.ui, home("a.myomap"));
    answer_question(window.ui, 1);  // not saved
    EXPECT_EQ(window.ui.document().drawing, noted("a"));
    EXPECT_EQ(window.ui.document().view, view);
    EXPECT_EQ(window.ui.modes.current().id, "chart");
    EXPECT_TRUE(is_nothing(window.ui.document().selection));
    EXPECT_FALSE(window.state.history.can_undo());
}

TEST_F(ChartFileWindow, AFailedSaveIsSaidAndKeepsWhatIsThere) {
    OffscreenUi window;
    window.ui.act([&](Document& d) {
        d.drawing = noted("mine");
        return Message("Note");
    });
    save_chart_to(window.ui, home("missing") / "a.myomap");
    ASSERT_EQ(window.state.questions.size(), 1u);
    EXPECT_THAT(to_text(window.state.questions[0].text[0]), HasSubstr("missing/a.myomap: No such file or directory"));
    EXPECT_TRUE(chart_is_unsaved(window.ui));
    for (const char* language : {"fr", "en"}) {
        window.context.set_language(Language(language));
        window.draw(3, [&] { window.shell.draw(window.ui, {1280, 800}); });
        EXPECT_TRUE(window.state.broken.empty());
        EXPECT_NE(window.items.find("question/save_as"), nullptr);
    }
    answer_question(window.ui, 1);
    EXPECT_EQ(window.state.overlay, Overlay::chart_file);
}

TEST_F(ChartFileWindow, AnAutosaveThatFailsIsSaidOnce) {
    OffscreenUi window;
    std::ofstream(folder_ / "state_is_a_file") << "";
    window.state.charts.file = ChartFile(folder_ / "state_is_a_file");
    const auto change = [&](const char* text) {
        window.ui.act([&](Document& d) {
            d.drawing = noted(text);
            return Message("Note");
        });
        EXPECT_TRUE(autosave_is_due(window.ui));
        autosave(window.ui);
        EXPECT_FALSE(autosave_is_due(window.ui));
    };
    change("one");
    EXPECT_THAT(window.state.notice, HasSubstr("state_is_a_file"));
    change("two");
    EXPECT_EQ(window.state.notice, "");
}

}  // namespace
}  // namespace myomap
