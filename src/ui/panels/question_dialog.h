#pragma once
// Shows the first of the questions that wait (ui/question.h).

namespace myomap {

struct Ui;

void draw_question_dialog(Ui& ui);

}  // namespace myomap
