#include "ui/modes/study.h"

#include "base/word.h"
#include "ui/panels/study_answer_panel.h"
#include "ui/panels/study_bar.h"
#include "ui/panels/study_panel.h"
#include "ui/tools/brush_tool.h"

namespace myomap {

namespace {

StudyPanel& study(Ui& ui) { return *ui.modes.panel<StudyPanel>(); }

template <int Index>
void tool(Ui& ui) {
    ui.modes.take_up(ui, ui.modes.rail()[Index]->id);
}

template <int Step>
void radius(Ui& ui) {
    step_radius(ui, Step);
}

// While an answer is shown: how well it was known. While four are: the one that is chosen.
template <int Number>
void number(Ui& ui) {
    StudySession& session = study(ui).session();
    if (session.step() == StudyStep::answered) return session.regrade(static_cast<Grade>(Number));
    if (session.step() != StudyStep::asking || (session.question().by_name && !study(ui).four)) return;
    if (asked_of(session.question().card.kind) == AskedOf::complaint) return;
    session.answer_with_option(Number - 1);
    if (session.step() == StudyStep::answered) study(ui).answered(ui);
}

void done(Ui& ui) { study(ui).done(ui); }
void again(Ui& ui) { study(ui).paint_again(ui); }
void figures(Ui& ui) {
    study(ui).show_page(ui, study(ui).page() == StudyPage::figures ? StudyPage::learn : StudyPage::figures);
}

void enter(Ui& ui) { study(ui).enter(ui); }
void leave(Ui& ui) { study(ui).leave(ui); }

}  // namespace

ModeEntry study_mode() {
    constexpr const char* group = word("Studying");
    return {.id = "study",
            .name = word("Study"),
            .panels = {{"decks", word("Decks"), PanelSide::left,
                        [] { return std::unique_ptr<Panel>(std::make_unique<StudyPanel>()); }},
                       {"answer", word("The question"), PanelSide::right,
                        [] { return std::unique_ptr<Panel>(std::make_unique<StudyAnswerPanel>()); }}},
            .keys = {{group, "Enter", word("Done; then the next card"), false, done},
                     {group, "1", word("Again, or the first of four"), false, number<1>},
                     {group, "2", word("Hard, or the second"), false, number<2>},
                     {group, "3", word("Good, or the third"), false, number<3>},
                     {group, "4", word("Easy, or the fourth"), false, number<4>},
                     {group, "Z", word("Paint again"), false, again},
                     {group, "V", word("Turn and choose"), false, tool<0>},
                     {group, "C", word("Brush"), false, tool<1>},
                     {group, "E", word("Eraser (the brush with Alt)"), false, tool<2>},
                     {group, "[", word("Thinner brush (Shift+wheel)"), false, radius<-1>},
                     {group, "]", word("Thicker brush"), false, radius<1>},
                     {group, "K", word("How well each muscle is known"), false, figures}},
            .tools = {"study_click", "study_brush", "study_erase", "turn"},
            .bar = {study_bar_height, draw_study_bar},
            .hints = word("1\u20134 grade  \u00b7  Enter next  \u00b7  Z paint again  \u00b7  F1 keys"),
            .enter = enter,
            .leave = leave};
}

}  // namespace myomap
