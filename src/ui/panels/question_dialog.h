#pragma once
// Asks, and shows the first of the questions that wait.

#include <cstddef>

#include "ui/question.h"

namespace myomap {

void ask(Ui& ui, AskedUser question);
// The first question gets this answer.
void answer_question(Ui& ui, std::size_t index);

void draw_question_dialog(Ui& ui);

}  // namespace myomap
