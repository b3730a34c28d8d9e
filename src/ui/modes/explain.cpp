#include "ui/modes/explain.h"

#include "base/word.h"
#include "ui/panels/explain_panel.h"

namespace myomap {

namespace {

template <int Step>
void go(Ui& ui) {
    ui.modes.panel<ExplainPanel>()->go(ui, Step);
}

void ask(Ui& ui) { ui.modes.panel<ExplainPanel>()->toggle_asks(); }

void sources(Ui& ui) { ui.modes.panel<ExplainPanel>()->toggle_sources(); }

template <Overlay Which>
void open(Ui& ui) {
    ui.state.overlay = Which;
}

void enter(Ui& ui) { ui.modes.panel<ExplainPanel>()->begin(ui); }

constexpr int all = 1000;  // more steps than a talk has

}  // namespace

ModeEntry explain_mode() {
    constexpr const char* group = word("Telling it to a patient");
    return {.id = "explain",
            .name = word("Explain"),
            .full_screen = true,
            .panels = {{"talk", word("What is told"), PanelSide::right,
                        [] { return std::unique_ptr<Panel>(std::make_unique<ExplainPanel>()); }}},
            .keys = {{group, "Right, Down, Space, PageDown", word("Next step"), false, go<1>},
                     {group, "Left, Up, PageUp, Backspace", word("Step before"), false, go<-1>},
                     {group, "Home", word("First step"), false, go<-all>},
                     {group, "End", word("Last step"), false, go<all>},
                     {group, "Q", word("What to ask or check"), false, ask},
                     {group, "E", word("Where this is from"), false, sources},
                     {group, "K", word("What is told"), false, open<Overlay::talk>},
                     {group, "Ctrl+E", word("To take home"), true, open<Overlay::handout>}},
            .enter = enter};
}

}  // namespace myomap
