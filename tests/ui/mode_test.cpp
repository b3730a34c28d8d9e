#include "ui/mode.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include "app/context.h"
#include "offscreen_ui.h"
#include "ui/built_in.h"
#include "ui/modes/explore.h"
#include "ui/script.h"
#include "ui/undo.h"
#include "ui/widgets.h"
#include "ui/window.h"

namespace myomap {
namespace {

// What happened in the mode of the tests below, in order.
std::string log;

class TallyPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override {
        begin_pane(ui, "tally", rect, ui.colors().paper, 16);
        if (text_button(ui, "tally/add", nullptr, "Add", ButtonKind::plain)) ++count_;
        for (int i = 0; i < count_; ++i) ui.items.add("tally/" + std::to_string(i + 1), rect);
        end_pane();
    }
    bool escape(Ui&) override { return std::exchange(count_, 0) > 0; }
    void add(int more) { count_ += more; }

private:
    int count_ = 0;
};

class StampTool : public Tool {
public:
    bool press(Ui&, const Pointer& pointer) override {
        log += pointer.hit.skin ? "press on skin;" : "press;";
        return true;
    }
    bool drag(Ui&, const Pointer&) override {
        if (!log.ends_with("drag;")) log += "drag;";
        return true;
    }
    bool release(Ui& ui, const Pointer& pointer) override {
        log += pointer.dragged ? "release after drag;" : "release;";
        if (auto* panel = ui.modes.panel<TallyPanel>(); panel && !pointer.dragged) panel->add(1);
        return true;
    }
    bool hover(Ui& ui, const Pointer&) override {
        ui.state.status = "stamp";
        return true;
    }
    void overlay(Ui& ui, const Picture& picture, Canvas& canvas) override {
        canvas.circle({40, 40}, 12, {0x12ab34ff});
        ui.items.add("stamp/overlay", {0, 0, static_cast<float>(picture.size.x), 10});
    }
};

ModeEntry tally_mode() {
    return {.id = "tally",
            .name = "Tally",
            .undo = UndoActsOn::drawing,
            .panels = {{"tally", "Tally", PanelSide::left,
                        [] { return std::unique_ptr<Panel>(std::make_unique<TallyPanel>()); }}},
            .keys = {{"Tally", "K", "Add two", false, [](Ui& ui) { ui.modes.panel<TallyPanel>()->add(2); }}},
            .tools = {"stamp", "turn"},
            .enter = [](Ui&) { log += "enter;"; },
            .leave = [](Ui&) { log += "leave;"; }};
}

Modes explore_and_tally() {
    std::vector<ModeEntry> modes = built_in_modes();
    modes.push_back(tally_mode());
    std::vector<ToolEntry> tools = built_in_tools();
    tools.push_back({"stamp", "Stamp", [] { return std::unique_ptr<Tool>(std::make_unique<StampTool>()); }});
    return {std::move(modes), std::move(tools)};
}

int play(const std::string& script, const std::string& name) {
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    const std::filesystem::path file = std::filesystem::path(MYOMAP_TEST_OUTPUT) / (name + ".script");
    std::ofstream(file) << script;
    static const std::unique_ptr<Context> context = open_context();
    WindowOptions options;
    options.size = {1280, 800};
    options.scale = 1;
    options.language = Language();
    options.script = file;
    options.quit_after_script = true;
    options.use_settings = false;
    log.clear();
    return run_window([&] { return WindowContent{.context = *context, .modes = explore_and_tally()}; }, options);
}

TEST(Mode, OneOfSomebodysOwnWorksThroughTheEventLoop) {
    EXPECT_EQ(play(R"(
expect mode explore
expect item tree/region/head_neck
expect no-item tally/add
click @mode/tally
expect mode tally
expect item tally/add
expect no-item tree/region/head_neck
expect no-item card
click @tally/add
expect item tally/1
expect no-item tally/2
key k
expect item tally/3
click @chart
expect item tally/4
move @chart
expect status "stamp"
expect item stamp/overlay
drag 500 300 700 400
expect selected none
key escape
expect no-item tally/1
key ctrl+1
expect mode explore
expect no-item stamp/overlay
key k
key ctrl+6
expect no-item tally/1
)",
                   "own_mode"),
              0);
    EXPECT_EQ(log.substr(0, 6), "enter;");
    EXPECT_NE(log.find("release;"), std::string::npos);
    EXPECT_NE(log.find("drag;release after drag;"), std::string::npos) << log;
    EXPECT_NE(log.find("leave;enter;"), std::string::npos) << log;
}

TEST(Mode, WhatAPanelRemembersIsThereAgain) {
    EXPECT_THROW(play("type_nothing_yet\n", "bad"), ScriptError);
    EXPECT_EQ(play(R"(
key ctrl+6
key k
key ctrl+1
expect item card
key ctrl+6
expect item tally/2
)",
                   "kept"),
              0);
}

TEST(Mode, UndoIsOfTheDrawingWhereAModeDrawsAndOfTheLastChoiceInExplore) {
    EXPECT_EQ(play(R"(
key d
expect theme dark
key ctrl+6
key ctrl+z
expect theme dark
expect undo ""
key alt+left
expect theme light
key alt+right
expect theme dark
key ctrl+1
expect undo "Dark theme"
key ctrl+z
expect theme light
)",
                   "undo_by_mode"),
              0);
}

TEST(Mode, ASmallWindowHasAMenuInPlaceOfTheSwitch) {
    EXPECT_EQ(play(R"(
resize 800 600
expect no-item mode/tally
click @mode
expect item mode/tally
click @mode/tally
expect mode tally
expect item tally/add
)",
                   "small"),
              0);
}

TEST(Mode, AFaultyTableIsRefused) {
    ModeEntry unknown = tally_mode();
    EXPECT_THROW(Modes({unknown}, built_in_tools()), std::invalid_argument);
    ModeEntry crowded = explore_mode();
    crowded.panels.push_back(crowded.panels.front());
    EXPECT_THROW(Modes({crowded}, built_in_tools()), std::invalid_argument);
}

TEST(Mode, TheToolThatIsChosenIsAskedFirst) {
    Modes modes = explore_and_tally();
    EXPECT_EQ(modes.chosen_tool(), "pick");
    Tool* turn = modes.tools()[1];
    modes.choose_tool("turn");
    EXPECT_EQ(modes.chosen_tool(), "turn");
    EXPECT_EQ(modes.tools()[0], turn);
    modes.choose_tool("stamp");
    EXPECT_EQ(modes.chosen_tool(), "turn") << "Explore has no stamp";
}

}  // namespace
}  // namespace myomap
