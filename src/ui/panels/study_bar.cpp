#include "ui/panels/study_bar.h"

#include <string>

#include <fmt/format.h>

#include "base/word.h"
#include "ui/mode.h"
#include "ui/panels/study_panel.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

struct BarWords {
    std::string small, title;
};

std::string clock_words(std::chrono::seconds time) {
    return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

BarWords bar_words(const Ui& ui) {
    StudyPanel& panel = *ui.modes.panel<StudyPanel>();
    StudySession& session = panel.session();
    if (panel.page() == StudyPage::figures)
        return {std::string(ui.say("Chance of recall today, by the weakest pattern of each muscle")),
                std::string(ui.say("How well each muscle is known"))};
    if (session.step() == StudyStep::idle) {
        const Plan& plan = session.plan();
        std::string title(ui.say("What do you want to learn?"));
        if (session.learner() && plan.cards.empty())
            title =
                plan.limit_reached ? ui.say("That is enough for today.") : ui.say("Nothing is due in this deck today.");
        if (session.learner() && plan.cards.empty() && plan.next_step)
            title = ui.scene.phrase_count(
                word("The next card comes again in {} minutes."),
                static_cast<std::size_t>(
                    std::chrono::ceil<std::chrono::minutes>(*plan.next_step - session.now()).count()));
        return {std::string(ui.say("Choose a deck on the left, or click a muscle")), title};
    }
    std::string small = session.question().kind;
    if (session.in_exam())
        return {
            small + " \u00b7 " +
                ui.scene.phrase(word("exam, question {} of {}"), {std::to_string(session.exam_number() + 1),
                                                                  std::to_string(session.exam()->questions.size())}) +
                " \u00b7 " + clock_words(session.exam_time()),
            session.question().title};
    if (session.in_first_lesson())
        small += " \u00b7 " +
                 ui.scene.phrase(word("first lesson, {} of {}"), {std::to_string(session.first_lesson_step() + 1),
                                                                  std::to_string(StudySession::first_lesson_steps)});
    else if (const int left = static_cast<int>(session.plan().cards.size()); left > 0)
        small += " \u00b7 " + ui.scene.phrase(word("card {} of {} today"), {std::to_string(session.number_today()),
                                                                            std::to_string(session.all_today())});
    return {small, session.question().title};
}

}  // namespace

float study_bar_height(const Ui& ui, float width) {
    const BarWords words = bar_words(ui);
    return ui.px(14 + 20 + 14) + text_size(ui, Face::title, words.title, width - ui.px(32)).y;
}

void draw_study_bar(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "study bar", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, rect.y + rect.height - ui.px(1)}, {rect.x + rect.width, rect.y + rect.height}, c.line);
    const BarWords words = bar_words(ui);
    const float x = rect.x + ui.px(16);
    draw_text(ui, list, {x, rect.y + ui.px(12)}, Face::small, c.quiet,
              fit(ui, Face::small, words.small, rect.width - ui.px(32)));
    draw_text(ui, list, {x, rect.y + ui.px(32)}, Face::title, c.ink, words.title, rect.width - ui.px(32));
    end_pane();
    StudyPanel& panel = *ui.modes.panel<StudyPanel>();
    if (panel.session().in_exam()) ui.state.wake_ms = 1000;
    panel.update(ui);
}

}  // namespace myomap
