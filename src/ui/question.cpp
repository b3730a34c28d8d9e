#include "ui/question.h"

#include <utility>

#include "ui/ui.h"

namespace myomap {

void ask(Ui& ui, Question question) {
    UiState& state = ui.state;
    question.under = state.overlay == Overlay::question ? Overlay::none : state.overlay;
    state.questions.push_back(std::move(question));
    state.focus.use_keyboard();  // Enter answers it, whatever led to it
    state.overlay = Overlay::question;
}

void answer_question(Ui& ui, std::size_t index) {
    UiState& state = ui.state;
    const Question question = std::move(state.questions.front());
    state.questions.pop_front();
    state.overlay = index == 0 ? question.under : Overlay::none;
    if (const auto& act = question.answers[index].act) act(ui);
    if (!state.questions.empty()) state.overlay = Overlay::question;
}

}  // namespace myomap
