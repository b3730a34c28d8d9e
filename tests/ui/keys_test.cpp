#include "ui/keys.h"

#include <gtest/gtest.h>

#include <map>

#include "offscreen_ui.h"
#include "ui/panels/tree_panel.h"
#include "ui/scale.h"

namespace myomap {
namespace {

TEST(KeyTable, EveryKeyIsKnownAndMeansOneThing) {
    OffscreenUi window;
    std::map<std::string, std::string> seen;
    for (const KeyBinding& binding : key_table(window.ui)) {
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

SDL_Keysym key_of(SDL_Scancode place, SDL_Keycode says, int mod = 0) {
    SDL_Keysym key{};
    key.scancode = place;
    key.sym = says;
    key.mod = static_cast<Uint16>(mod);
    return key;
}

TEST(Keys, LettersGoByPlaceOnKeyboardsWithoutLatinOnes) {
    const SDL_Keycode ya = 0x44f, zeta = 0x3b6, kha = 0x445;  // where an American keyboard has Z, Z and [
    EXPECT_EQ(to_text(press_of(key_of(SDL_SCANCODE_Z, ya, KMOD_LCTRL), false)), "ctrl+z");
    EXPECT_EQ(to_text(press_of(key_of(SDL_SCANCODE_Z, zeta), false)), "z");
    EXPECT_EQ(to_text(press_of(key_of(SDL_SCANCODE_LEFTBRACKET, kha), false)), "[");
    // A French keyboard's own letters stay what they say.
    EXPECT_EQ(press_of(key_of(SDL_SCANCODE_W, SDLK_z), true).key, SDLK_z);
    EXPECT_EQ(press_of(key_of(SDL_SCANCODE_2, 0xe9), true).key, 0xe9);
}

TEST(Keys, TheNumberPadIsDigitsOrArrows) {
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(press_of(key_of(static_cast<SDL_Scancode>(SDL_SCANCODE_KP_1 + i), SDLK_KP_1 + i, KMOD_NUM), true).key,
                  SDLK_1 + i);
    EXPECT_EQ(press_of(key_of(SDL_SCANCODE_KP_8, SDLK_KP_8), true).key, SDLK_UP);
    EXPECT_EQ(press_of(key_of(SDL_SCANCODE_KP_3, SDLK_KP_3), true).key, SDLK_PAGEDOWN);
}

TEST(Keys, DigitsGoByPlaceWhereTheyNeedShift) {
    const auto digit = [](const SDL_Keysym& key) { return digit_by_place(key, press_of(key, true)); };
    EXPECT_EQ(to_text(*digit(key_of(SDL_SCANCODE_1, SDLK_AMPERSAND))), "1");
    EXPECT_EQ(to_text(*digit(key_of(SDL_SCANCODE_1, SDLK_AMPERSAND, KMOD_LSHIFT))), "1");
    EXPECT_EQ(to_text(*digit(key_of(SDL_SCANCODE_0, 0xe0, KMOD_LCTRL))), "ctrl+0");
    EXPECT_FALSE(digit(key_of(SDL_SCANCODE_1, SDLK_1)));
    EXPECT_FALSE(digit(key_of(SDL_SCANCODE_A, SDLK_q)));
}

TEST(Scale, OneStepBackLeadsWhereOneWas) {
    for (const float display : {1.f, 1.25f, 2.25f, 2.75f}) {  // of which the last two are no step of ours
        const float larger = next_scale(display, display, 1);
        EXPECT_GT(larger, display);
        EXPECT_EQ(next_scale(larger, display, -1), display);
        EXPECT_EQ(next_scale(next_scale(display, display, -1), display, 1), display);
    }
    EXPECT_EQ(next_scale(3, 1, 1), 3);
    EXPECT_EQ(next_scale(0.85f, 1, -1), 0.85f);
}

TEST(Keys, LettersDoNothingWhileTyping) {
    OffscreenUi window;
    window.state.typing = true;
    EXPECT_FALSE(press_key(window.ui, *parse_key("d")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::light);
    window.state.typing = false;
    EXPECT_TRUE(press_key(window.ui, *parse_key("d")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::dark);
    EXPECT_TRUE(press_key(window.ui, *parse_key("ctrl+z")));
    EXPECT_EQ(window.ui.document().view.theme, Theme::light);
}

TEST(Keys, EscapeClosesOneThingAtATime) {
    OffscreenUi window;
    window.ui.act([&](Document& d) { return select_muscle(d, window.scene, 0); });
    TreePanel& tree = *window.modes.panel<TreePanel>();
    tree.search("neck");
    window.state.overlay = Overlay::help;
    const KeyPress escape = *parse_key("escape");
    press_key(window.ui, escape);
    EXPECT_EQ(window.state.overlay, Overlay::none);
    EXPECT_EQ(tree.query(), "neck");
    press_key(window.ui, escape);
    EXPECT_EQ(tree.query(), "");
    EXPECT_FALSE(chosen_muscle(window.ui.document().selection).empty());
    press_key(window.ui, escape);
    EXPECT_TRUE(chosen_muscle(window.ui.document().selection).empty());
}

TEST(Keys, ADragIsAStepOfItsOwnBeforeTheNextAction) {
    OffscreenUi window;
    press_key(window.ui, *parse_key("1"));
    const Document before = window.ui.document();
    turn(window.state.history.scratch(), {100, 0}, 800);
    window.state.pending = "Turn the body";
    const Document turned = window.ui.document();
    press_key(window.ui, *parse_key("d"));
    window.state.history.back();
    EXPECT_EQ(window.ui.document(), turned);
    window.state.history.back();
    EXPECT_EQ(window.ui.document(), before);
}

}  // namespace
}  // namespace myomap
