#include "ui/keys.h"

#include <gtest/gtest.h>

#include <map>

#include "offscreen_ui.h"

namespace myomap {
namespace {

TEST(KeyTable, EveryKeyIsKnownAndMeansOneThing) {
    std::map<std::string, std::string> seen;
    for (const KeyBinding& binding : key_table()) {
        EXPECT_FALSE(binding.what.empty());
        const auto all = presses(binding);
        const auto commas = static_cast<size_t>(std::count(binding.keys.begin(), binding.keys.end(), ' '));
        EXPECT_EQ(all.size(), commas + 1) << binding.keys;
        for (const KeyPress& press : all) {
            const auto [at, fresh] = seen.emplace(to_text(press), binding.what);
            EXPECT_TRUE(fresh) << to_text(press) << " is both " << at->second << " and " << binding.what;
        }
    }
}

TEST(KeyTable, ParsesWhatItPrints) {
    for (const char* text : {"ctrl+z", "ctrl+shift+z", "left", "f1", "/", "ctrl++", "escape", "return"}) {
        const auto press = parse_key(text);
        ASSERT_TRUE(press) << text;
        EXPECT_EQ(to_text(*press), text);
    }
    EXPECT_FALSE(parse_key("no such key"));
    EXPECT_FALSE(parse_key(""));
}

TEST(Keys, LettersDoNothingWhileTyping) {
    OffscreenUi window;
    window.state.tree.typing = true;
    EXPECT_FALSE(press_key(window.ui, *parse_key("d")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::light);
    window.state.tree.typing = false;
    EXPECT_TRUE(press_key(window.ui, *parse_key("d")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::dark);
    EXPECT_TRUE(press_key(window.ui, *parse_key("ctrl+z")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::light);
}

TEST(Keys, EscapeClosesOneThingAtATime) {
    OffscreenUi window;
    window.ui.act([&](Document& d) { return select_muscle(d, window.scene, 0); });
    window.state.tree.query = "neck";
    window.state.overlay = Overlay::help;
    const KeyPress escape = *parse_key("escape");
    press_key(window.ui, escape);
    EXPECT_EQ(window.state.overlay, Overlay::none);
    EXPECT_EQ(window.state.tree.query, "neck");
    press_key(window.ui, escape);
    EXPECT_EQ(window.state.tree.query, "");
    EXPECT_FALSE(chosen_muscle(window.ui.document().selection).empty());
    press_key(window.ui, escape);
    EXPECT_TRUE(chosen_muscle(window.ui.document().selection).empty());
}

TEST(Keys, ADragIsAStepOfItsOwnBeforeTheNextAction) {
    OffscreenUi window;
    press_key(window.ui, *parse_key("1"));
    const Document before = window.ui.document();
    turn(window.state.undo.scratch(), {100, 0}, 800);
    window.state.pending = "Turn the body";
    const Document turned = window.ui.document();
    press_key(window.ui, *parse_key("d"));
    window.state.undo.undo();
    EXPECT_EQ(window.ui.document(), turned);
    window.state.undo.undo();
    EXPECT_EQ(window.ui.document(), before);
}

}  // namespace
}  // namespace myomap
