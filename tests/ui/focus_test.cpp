// The keyboard's way through the window, without a pointer.

#include "ui/focus.h"

#include <set>

#include <gtest/gtest.h>

#include "offscreen_ui.h"
#include "ui/keys.h"
#include "ui/shell.h"

namespace myomap {
namespace {

using Key = Focus::Key;

// A bar with two buttons and a group of three, a list below it.
void draw_window(Focus& focus, bool menu = false) {
    focus.begin_frame();
    focus.enter_pane(2);  // drawn first, visited last
    focus.enter_group("list");
    focus.add({.name = "row/1", .folds = true});
    focus.add({.name = "row/2"});
    focus.add({.name = "row/2/chip", .minor = true});
    focus.add({.name = "row/3"});
    focus.enter_group("");
    focus.enter_pane(1);
    focus.add({.name = "undo"});
    focus.enter_group("side");
    focus.add({.name = "side/right"});
    focus.add({.name = "side/both", .chosen = true});
    focus.add({.name = "side/left"});
    focus.enter_group("");
    if (menu)
        for (const char* name : {"menu/a", "menu/b"}) focus.add({.name = name, .layer = Focus::Layer::menu});
    focus.end_frame();
}

std::string after(Focus& focus, Key key, bool menu = false) {
    focus.key(key, false);
    draw_window(focus, menu);
    return focus.ringed() ? focus.at() : "none";
}

TEST(Focus, TabGoesThroughThePanesAndEntersAGroupAtWhatIsChosen) {
    Focus focus;
    draw_window(focus);
    EXPECT_EQ(focus.ringed(), nullptr);
    EXPECT_EQ(after(focus, Key::next), "undo");
    EXPECT_EQ(after(focus, Key::next), "side/both");
    EXPECT_EQ(after(focus, Key::next), "row/1");
    EXPECT_EQ(after(focus, Key::next), "undo") << "and around";
    EXPECT_EQ(after(focus, Key::previous), "row/1");
}

TEST(Focus, ArrowsStayInTheGroupAndChipsLieSideways) {
    Focus focus;
    draw_window(focus);
    EXPECT_FALSE(focus.key(Key::down, false)) << "without a ring arrows mean what they always do";
    for (int i = 0; i < 3; ++i) focus.key(Key::next, false);
    EXPECT_EQ(after(focus, Key::down), "row/2");
    EXPECT_EQ(after(focus, Key::right), "row/2/chip");
    EXPECT_EQ(after(focus, Key::left), "row/2");
    EXPECT_EQ(after(focus, Key::down), "row/3");
    EXPECT_EQ(after(focus, Key::down), "row/3");
    EXPECT_EQ(after(focus, Key::home), "row/1");
    EXPECT_EQ(after(focus, Key::end), "row/3");
    EXPECT_EQ(after(focus, Key::next), "undo");
    EXPECT_EQ(after(focus, Key::previous), "row/3") << "back to where it was";
}

TEST(Focus, PressAndFoldReachTheOneThatHasIt) {
    Focus focus;
    draw_window(focus);
    EXPECT_FALSE(focus.key(Key::press, false));
    for (int i = 0; i < 3; ++i) after(focus, Key::next);
    EXPECT_TRUE(focus.key(Key::press, false));
    focus.begin_frame();
    EXPECT_FALSE(focus.add({.name = "undo"}).pressed);
    EXPECT_TRUE(focus.add({.name = "row/1", .folds = true}).pressed);
    EXPECT_FALSE(focus.add({.name = "row/1", .folds = true}).pressed) << "once";
    focus.end_frame();
    EXPECT_TRUE(focus.key(Key::left, false));
    focus.begin_frame();
    EXPECT_EQ(focus.add({.name = "row/1", .folds = true}).fold, -1);
}

TEST(Focus, AMenuTakesTheKeyboardAndGivesItBack) {
    Focus focus;
    draw_window(focus);
    after(focus, Key::next);
    draw_window(focus, true);
    EXPECT_EQ(focus.at(), "menu/a");
    EXPECT_EQ(after(focus, Key::down, true), "menu/b");
    EXPECT_EQ(after(focus, Key::next, true), "menu/a") << "nothing else can be reached";
    EXPECT_EQ(after(focus, Key::previous, true), "menu/b");
    draw_window(focus);
    draw_window(focus);
    EXPECT_EQ(focus.at(), "undo");
}

// A text with a link in it, beside a list.
void draw_card(Focus& focus, bool dialog = false) {
    focus.begin_frame();
    if (dialog) focus.add({.name = "dialog/save", .filled = true, .layer = Focus::Layer::dialog});
    if (dialog) focus.add({.name = "dialog/close", .layer = Focus::Layer::dialog});
    focus.enter_pane(1);
    focus.add({.name = "list"});
    focus.enter_pane(2);
    focus.add({.name = "text", .scrolls = true});
    focus.enter_group("points");
    focus.add({.name = "point/1"});
    focus.add({.name = "point/2"});
    focus.enter_group("");
    focus.add({.name = "link"});
    focus.end_frame();
}

TEST(Focus, ArrowsInATextScrollItAndLeaveItsPlace) {
    Focus focus;
    draw_card(focus);
    for (int i = 0; i < 4; ++i) focus.key(Key::next, false), draw_card(focus);
    ASSERT_EQ(focus.at(), "link");
    for (const Key key : {Key::down, Key::page_up, Key::home}) {
        EXPECT_TRUE(focus.key(key, false));
        focus.begin_frame();
        const Focus::Got got = focus.add({.name = "text", .scrolls = true});
        EXPECT_TRUE(got.moved);
        EXPECT_EQ(got.scroll, key);
        EXPECT_FALSE(focus.add({.name = "text", .scrolls = true}).moved) << "once";
        draw_card(focus);
        EXPECT_EQ(focus.at(), "link");
    }
    EXPECT_TRUE(focus.key(Key::left, false)) << "nothing else may take it for a key of its own";
    focus.key(Key::previous, false), draw_card(focus);
    focus.key(Key::down, false), draw_card(focus);
    EXPECT_EQ(focus.at(), "point/2");
    focus.go("list");
    EXPECT_FALSE(focus.key(Key::down, false)) << "it stands in no text";
}

TEST(Focus, ADialogThatAKeyOpenedShowsItsRingAtOnce) {
    for (const bool by_key : {true, false}) {
        Focus focus;
        draw_card(focus);
        if (by_key)
            focus.use_keyboard();
        else
            focus.use_pointer();
        draw_card(focus, true);
        EXPECT_EQ(focus.at(), "dialog/save");
        EXPECT_EQ(focus.ringed() != nullptr, by_key);
        draw_card(focus);
        EXPECT_EQ(focus.ringed(), nullptr) << "there was none before";
    }
}

TEST(Focus, NothingBehindADialogHasARing) {
    Focus focus;
    draw_card(focus);
    focus.key(Key::next, false), draw_card(focus);
    ASSERT_NE(focus.ringed(), nullptr);
    draw_card(focus, true);
    ASSERT_NE(focus.ringed(), nullptr);
    EXPECT_EQ(focus.ringed()->name, "dialog/save");
    focus.go("list");
    EXPECT_EQ(focus.ringed(), nullptr);
    draw_card(focus);
    ASSERT_NE(focus.ringed(), nullptr);
    EXPECT_EQ(focus.ringed()->name, "list");
}

// Every control that the window shows has its turn, but for those that do nothing now.
TEST(Focus, ReachesEveryControl) {
    OffscreenUi window;
    window.items.watch(true);
    window.ui.act([&](Document& d) { return select_muscle(d, window.scene, 0); });
    const auto draw = [&] { window.draw(2, [&] { window.shell.draw(window.ui, {1280, 800}); }); };
    draw();
    std::set<std::string> reached, shown;
    const auto collect = [&] {
        for (const auto& one : window.items.shown())
            if (!one.text) shown.insert(one.what);
    };
    collect();
    const std::set<std::string> at_first = shown;
    const auto press = [&](const char* key) {
        press_key(window.ui, *parse_key(key));
        draw();
        reached.insert(window.state.focus.at());
    };
    std::string first;
    for (int i = 0; i < 60; ++i) {
        press("tab");
        const std::string door = window.state.focus.at();
        if (first.empty()) first = door;
        if (i > 0 && door == first) break;
        if (window.state.focus.ringed()->group.empty()) continue;
        press("home");
        for (std::string before; before != window.state.focus.at();) {
            before = window.state.focus.at();
            press("down");
            if (window.state.focus.at() != before) continue;
            press("right");
        }
    }
    const std::set<std::string> disabled{"top/redo", "layer/back"};
    for (const std::string& name : at_first) EXPECT_EQ(reached.contains(name), !disabled.contains(name)) << name;
    EXPECT_TRUE(reached.contains("chart"));
    EXPECT_TRUE(reached.contains("card/text"));
}

}  // namespace
}  // namespace myomap
