#pragma once
// What the user is asked or told before something goes on. Questions wait for each other; the first is shown.
// Composed where it is asked (panels/question_dialog.h), put into words where it is shown.

#include <deque>
#include <functional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace myomap {

struct Ui;
enum class Overlay;

struct AskedUser {
    struct Answer {
        std::string_view id;  // "save"; its button is "question/save"
        const char* label;    // English, marked with word()
        std::function<void(Ui&)> act = {};
    };

    Message title;
    std::vector<Message> text;  // a paragraph each
    Problems problems;          // listed below it
    // The first loses nothing: Enter, Escape and a press beside the dialog mean it. The last is what is usually meant.
    std::vector<Answer> answers;
    Overlay under{};  // set by ask(): the first answer goes back to it
    int frames = 0;   // that it has been shown for
};

}  // namespace myomap
