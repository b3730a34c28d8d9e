#pragma once
// Right of Study: where a question is answered, how well it was answered, what to remember, and how well one knew it.
// On the page of figures: what is due, retention, days, kinds.

#include "ui/panel.h"
#include "ui/panels/study_panel.h"

namespace myomap {

class StudyAnswerPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;

private:
    void draw_idle(Ui& ui, StudyPanel& study);
    void draw_result(Ui& ui, StudyPanel& study);
    void draw_asking(Ui& ui, StudyPanel& study);
    void draw_options(Ui& ui, StudyPanel& study);
    void draw_ticks(Ui& ui, StudyPanel& study);
    void draw_outcome(Ui& ui, StudyPanel& study);
    void draw_ticked(Ui& ui, StudyPanel& study);
    void draw_lesson(Ui& ui, StudyPanel& study);
    void draw_grades(Ui& ui, StudyPanel& study);
};

// "10 min", "6 days", "3 months".
std::string interval_words(const Ui& ui, std::chrono::minutes interval);

}  // namespace myomap
