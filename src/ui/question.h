#pragma once
// What the user is asked or told before something goes on. Questions wait for each other; the first is shown.

#include <deque>
#include <functional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace myomap {

struct Ui;
enum class Overlay;

struct Question {
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

// Composed where it is asked, put into words where it is shown.
void ask(Ui& ui, Question question);
// The first question gets this answer.
void answer_question(Ui& ui, std::size_t index);

}  // namespace myomap
