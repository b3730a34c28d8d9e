#pragma once
// Right of Study, on its page of figures: what is due, retention against the aim, days, kinds of question. Everything
// that is drawn also stands there as a number in words.

namespace myomap {

struct Ui;
class StudyPanel;

void draw_study_figures(Ui& ui, StudyPanel& study);

}  // namespace myomap
