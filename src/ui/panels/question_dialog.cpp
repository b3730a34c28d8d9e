#include "ui/panels/question_dialog.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "chart/message_words.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr size_t most_listed = 200;
constexpr float between = 10;  // buttons, design pixels

float button_width(const Ui& ui, const AskedUser::Answer& answer) {
    return text_size(ui, Face::strong, ui.say(answer.label)).x + ui.px(28);
}

// In one row where there is room for it, else each in a row of its own.
bool in_a_row(const Ui& ui, const AskedUser& question, float width) {
    float all = -ui.px(between);
    for (const AskedUser::Answer& one : question.answers) all += button_width(ui, one) + ui.px(between);
    return all <= width;
}

constexpr float inset = 6, after = 6;  // of a problem, design pixels

std::vector<std::string> problem_lines(const Ui& ui, const Problems& problems) {
    std::vector<std::string> lines;
    for (size_t i = 0; i < std::min(problems.size(), most_listed); ++i)
        lines.push_back(words(ui.scene, message_of(problems[i])));
    if (problems.size() > most_listed)
        lines.push_back(ui.say_count("and {} more; \u201cmyomap check\u201d lists all", problems.size() - most_listed));
    return lines;
}

void draw_problems(const Ui& ui, const std::vector<std::string>& lines, ImVec2 size) {
    ImGui::BeginChild("problems", size);
    scroll_stop(ui, "question/problems");
    for (const std::string& line : lines) {
        paragraph(ui, Face::small, ui.colors().ink, line, ui.px(inset), ui.px(inset));
        gap(ui, after);
    }
    ImGui::EndChild();
}

}  // namespace

void ask(Ui& ui, AskedUser question) {
    UiState& state = ui.state;
    question.under = state.overlay == Overlay::question ? Overlay::none : state.overlay;
    state.questions.push_back(std::move(question));
    state.focus.use_keyboard();  // Enter answers it, whatever led to it
    state.overlay = Overlay::question;
}

void answer_question(Ui& ui, std::size_t index) {
    UiState& state = ui.state;
    const AskedUser question = std::move(state.questions.front());
    state.questions.pop_front();
    state.overlay = index == 0 ? question.under : Overlay::none;
    if (const auto& act = question.answers[index].act) act(ui);
    if (!state.questions.empty()) state.overlay = Overlay::question;
}

void draw_question_dialog(Ui& ui) {
    AskedUser& question = ui.state.questions.front();
    // Not where the keyboard was in a question before it. In its first frame the dialog itself takes the keyboard.
    if (++question.frames == 2) ui.state.focus.go("question/" + std::string(question.answers.front().id), true);
    const float width =
        std::min(ui.px(question.problems.empty() ? 520 : 720), ImGui::GetIO().DisplaySize.x - ui.px(24));
    const float inner = width - ui.px(56);
    const std::string title = words(ui.scene, question.title);
    std::vector<std::string> text;
    float height = text_size(ui, Face::title, title, inner).y + ui.px(12);
    for (const Message& one : question.text) {
        text.push_back(words(ui.scene, one));
        height += text_size(ui, Face::body, text.back(), inner).y + ui.px(8);
    }
    const bool row = in_a_row(ui, question, inner);
    const float step = ui.px(36 + between);
    const float foot = (row ? 1 : static_cast<float>(question.answers.size())) * step - ui.px(between);
    const std::vector<std::string> problems = problem_lines(ui, question.problems);
    float listed = problems.empty() ? 0 : ui.px(12);
    for (const std::string& line : problems)
        listed += text_size(ui, Face::small, line, inner - 2 * ui.px(inset)).y + ui.px(after);
    height += std::min(listed, ui.px(220));
    height += ui.px(16) + foot + ui.px(56);

    size_t chosen = question.answers.size();
    const bool keep = dialog(ui, "question", {width, height}, [&] {
        const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
        const float buttons = top.y + room.y - foot;
        paragraph(ui, Face::title, ui.colors().ink, title);
        gap(ui, 12);
        for (const std::string& one : text) {
            paragraph(ui, Face::body, ui.colors().ink, one);
            gap(ui, 8);
        }
        const ImVec2 list = ImGui::GetCursorScreenPos();
        float x = top.x + room.x, y = buttons;
        for (const AskedUser::Answer& one : question.answers) x -= button_width(ui, one) + ui.px(between);
        x += ui.px(between);
        for (size_t i = 0; i < question.answers.size(); ++i) {
            const AskedUser::Answer& one = question.answers[i];
            const float own = button_width(ui, one);
            ImGui::SetCursorScreenPos({row ? x : top.x + room.x - own, y});
            const bool usual = i + 1 == question.answers.size();
            if (text_button(ui, "question/" + std::string(one.id), nullptr, ui.say(one.label),
                            usual ? ButtonKind::primary : ButtonKind::plain))
                chosen = i;
            x += own + ui.px(between);
            if (!row) y += step;
        }
        if (problems.empty()) return;
        // After the buttons, which the keyboard comes to first.
        ImGui::SetCursorScreenPos(list);
        draw_problems(ui, problems, {room.x, buttons - ui.px(16) - list.y});
    });
    if (!keep) chosen = 0;
    if (chosen < question.answers.size()) answer_question(ui, chosen);
}

}  // namespace myomap
