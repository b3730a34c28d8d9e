#include "ui/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <SDL.h>

#include "ui/keys.h"

namespace myomap {
namespace {

using testing::HasSubstr;

std::string error_of(std::string_view text) {
    try {
        parse_script(text, "x.script");
    } catch (const ScriptError& error) {
        return error.what();
    }
    return "";
}

TEST(Script, ReadsCommandsAndSkipsComments) {
    const auto commands = parse_script(
        "# a comment\n\nresize 800 600\r\n  click @tree/trapezius_upper right\n"
        "drag 1 2 30 40\ntype stiff neck\nexpect undo \"Select a/b\"\n"
        "click @chart+0.25,0.5",
        "x.script");
    ASSERT_EQ(commands.size(), 6u);
    EXPECT_EQ(commands[0].size, (glm::ivec2{800, 600}));
    EXPECT_EQ(commands[1].places[0].item, "tree/trapezius_upper");
    EXPECT_EQ(commands[1].number, SDL_BUTTON_RIGHT);
    EXPECT_EQ(commands[1].line, 4);
    EXPECT_EQ(commands[2].places[1].at, (glm::vec2{30, 40}));
    EXPECT_EQ(commands[3].text, "stiff neck");
    EXPECT_EQ(commands[4].text, "Select a/b");
    EXPECT_EQ(commands[5].places[0].item, "chart");
    EXPECT_EQ(commands[5].places[0].offset, (glm::vec2{0.25f, 0.5f}));
}

TEST(Script, NamesTheLineOfAMistake) {
    EXPECT_THAT(error_of("wait\njump 3"), HasSubstr("x.script:2: there is no command \"jump\""));
    EXPECT_THAT(error_of("click 1"), HasSubstr("x.script:1: expected a pixel"));
    EXPECT_THAT(error_of("click a b"), HasSubstr("got \"a\""));
    EXPECT_THAT(error_of("click 1 2 third"), HasSubstr("left, right or middle"));
    EXPECT_THAT(error_of("wait 5"), HasSubstr("more on the line"));
    EXPECT_THAT(error_of("key hyper+q"), HasSubstr("no key \"hyper+q\""));
    EXPECT_THAT(error_of("resize 1 1"), HasSubstr("100 to 8192"));
    EXPECT_THAT(error_of("resize 8000 8000"), HasSubstr("16 million pixels"));
    EXPECT_THAT(error_of("wait\nwheel 5 5 -2147483648"), HasSubstr("x.script:2: expected from -100 to 100 steps"));
    for (const char* other : {"../a.png", "/tmp/a.png", "notes.txt", ".png", ".a.png"})
        EXPECT_THAT(error_of(std::string("screenshot ") + other), HasSubstr("in the script's folder")) << other;
    EXPECT_EQ(error_of("screenshot the chart.png"), "");
    EXPECT_THAT(error_of("expect weather fine"), HasSubstr("\"weather\""));
    EXPECT_THAT(error_of("type"), HasSubstr("expected a text"));
    EXPECT_THAT(error_of("click @chart+x"), HasSubstr("fractions"));
}

TEST(ScriptRecorder, WritesWhatParseReads) {
    ScriptRecorder recorder;
    const auto button = [&](Uint32 type, int x, int y, int clicks) {
        SDL_Event e{};
        e.type = type;
        e.button.button = SDL_BUTTON_LEFT;
        e.button.clicks = static_cast<Uint8>(clicks);
        e.button.x = x;
        e.button.y = y;
        recorder.record(e, false);
    };
    button(SDL_MOUSEBUTTONDOWN, 10, 20, 1);
    button(SDL_MOUSEBUTTONUP, 11, 20, 1);
    button(SDL_MOUSEBUTTONDOWN, 10, 20, 1);
    button(SDL_MOUSEBUTTONUP, 110, 70, 1);
    button(SDL_MOUSEBUTTONDOWN, 10, 20, 2);
    button(SDL_MOUSEBUTTONUP, 10, 20, 2);
    for (const char* letter : {"n", "e"}) {
        SDL_Event e{};
        e.type = SDL_TEXTINPUT;
        SDL_strlcpy(e.text.text, letter, sizeof e.text.text);
        recorder.record(e, true);
    }
    SDL_Event key{};
    key.type = SDL_KEYDOWN;
    key.key.keysym.sym = SDLK_z;
    key.key.keysym.mod = KMOD_LCTRL;
    recorder.record(key, true);
    key.key.keysym = {};
    key.key.keysym.sym = SDLK_d;
    recorder.record(key, true);
    recorder.record(key, false);
    EXPECT_EQ(recorder.text(), "click 11 20\ndrag 10 20 110 70\ndouble 10 20\ntype ne\nkey ctrl+z\nkey d\n");
    EXPECT_EQ(parse_script(recorder.text(), "x").size(), 6u);
}

TEST(ScriptRecorder, PlaysEveryKeyThatItRecords) {
    ASSERT_EQ(SDL_InitSubSystem(SDL_INIT_VIDEO), 0) << SDL_GetError();
    for (int code = 0; code < SDL_NUM_SCANCODES; ++code)
        for (const int mod :
             {int{KMOD_NONE}, int{KMOD_LCTRL}, KMOD_LCTRL | KMOD_LSHIFT, int{KMOD_RALT}, int{KMOD_NUM}}) {
            SDL_Event event{};
            event.type = SDL_KEYDOWN;
            event.key.keysym.scancode = static_cast<SDL_Scancode>(code);
            event.key.keysym.sym = SDL_GetKeyFromScancode(event.key.keysym.scancode);
            event.key.keysym.mod = static_cast<Uint16>(mod);
            ScriptRecorder recorder;
            recorder.record(event, false);
            if (recorder.text().empty()) continue;  // a modifier alone, a sign, a key without a name
            const auto commands = parse_script(recorder.text(), "x.script");
            ASSERT_EQ(commands.size(), 1u) << recorder.text();
            // Of two keys with one name either will do.
            const auto played = parse_key(commands[0].text);
            ASSERT_TRUE(played) << recorder.text();
            EXPECT_EQ(to_text(*played), to_text(press_of(event.key.keysym, true)));
        }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

TEST(ScriptRecorder, KeepsTheBlanksAndQuotesThatAreTyped) {
    for (const std::string typed : {" ", "a b", " lead", "trail ", "\"quoted\"", "\"", "élévateur"}) {
        ScriptRecorder recorder;
        for (const char c : typed) {
            SDL_Event e{};
            e.type = SDL_TEXTINPUT;
            e.text.text[0] = c;
            recorder.record(e, true);
        }
        const auto commands = parse_script(recorder.text(), "x.script");
        ASSERT_EQ(commands.size(), 1u) << typed;
        EXPECT_EQ(commands[0].text, typed);
    }
}

}  // namespace
}  // namespace myomap
