#pragma once
// Undo as the mode that is on means it: of the drawing, or of what was chosen last. See UndoActsOn.

#include "base/message.h"

namespace myomap {

struct Ui;

bool can_undo(const Ui& ui);
bool can_redo(const Ui& ui);
void undo(Ui& ui);
void redo(Ui& ui);
// What undo() would take back; empty when nothing.
const Message& undo_message(const Ui& ui);

}  // namespace myomap
