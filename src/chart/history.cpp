#include "chart/history.h"

namespace myomap {

DocumentHistory::DocumentHistory(Document start)
    : scratch_(std::move(start)), drawing_(scratch_.drawing), standpoint_(standpoint()) {}

void DocumentHistory::commit(const Message& message) {
    drawing_.commit(scratch_.drawing, message);
    standpoint_.commit(standpoint(), message);
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
