#include "chart/history.h"

namespace myomap {

DocumentHistory::DocumentHistory(Document start)
    : scratch_(std::move(start)), drawn_(drawn()), standpoint_(standpoint()) {}

void DocumentHistory::commit(const Message& message, Merge merge) {
    drawn_.commit(drawn(), message, merge);
    standpoint_.commit(standpoint(), message, merge);
}

void DocumentHistory::undo() {
    Drawn now = drawn();
    drawn_.back(now);
    draw(std::move(now));
}

void DocumentHistory::redo() {
    Drawn now = drawn();
    drawn_.forward(now);
    draw(std::move(now));
}

// The id of an item that was taken back is not given to another one.
void DocumentHistory::draw(Drawn drawn) {
    const Drawing before = std::move(scratch_.drawing);
    scratch_.drawing = std::move(drawn.drawing);
    scratch_.question = std::move(drawn.question);
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
