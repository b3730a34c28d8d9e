#include "chart/history.h"

namespace myomap {

DocumentHistory::DocumentHistory(Document start)
    : scratch_(std::move(start)), drawing_(scratch_.drawing), standpoint_(standpoint()) {}

void DocumentHistory::commit(const Message& message, Merge merge) {
    drawing_.commit(scratch_.drawing, message, merge);
    standpoint_.commit(standpoint(), message, merge);
}

// The id of an item that was taken back is not given to another one.
void DocumentHistory::undo() {
    const Drawing later = scratch_.drawing;
    drawing_.back(scratch_.drawing);
    remember_ids(scratch_.drawing, later);
}

void DocumentHistory::redo() {
    const Drawing before = scratch_.drawing;
    drawing_.forward(scratch_.drawing);
    remember_ids(scratch_.drawing, before);
}

void DocumentHistory::back() {
    Standpoint now = standpoint();
    standpoint_.back(now);
    stand(std::move(now));
}

void DocumentHistory::forward() {
    Standpoint now = standpoint();
    standpoint_.forward(now);
    stand(std::move(now));
}

void DocumentHistory::stand(Standpoint standpoint) {
    scratch_.selection = std::move(standpoint.selection);
    scratch_.view = std::move(standpoint.view);
}

}  // namespace myomap
