#include "ui/undo.h"

#include "ui/mode.h"
#include "ui/ui.h"

namespace myomap {

namespace {

bool of_drawing(const Ui& ui) { return ui.modes.current().undo == UndoActsOn::drawing; }

}  // namespace

bool can_undo(const Ui& ui) {
    const DocumentHistory& history = ui.state.history;
    return of_drawing(ui) ? history.can_undo() : history.can_go_back();
}

bool can_redo(const Ui& ui) {
    const DocumentHistory& history = ui.state.history;
    return of_drawing(ui) ? history.can_redo() : history.can_go_forward();
}

void undo(Ui& ui) {
    ui.settle();
    of_drawing(ui) ? ui.state.history.undo() : ui.state.history.back();
}

void redo(Ui& ui) {
    ui.settle();
    of_drawing(ui) ? ui.state.history.redo() : ui.state.history.forward();
}

const Message& undo_message(const Ui& ui) {
    return of_drawing(ui) ? ui.state.history.undo_message() : ui.state.history.back_message();
}

}  // namespace myomap
