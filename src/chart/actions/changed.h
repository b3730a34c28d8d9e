#pragma once
// Private to the actions.

#include <utility>

#include "base/message.h"
#include "chart/document.h"

namespace myomap {

// Runs the change; its words count only when the document is another one afterwards.
template <class Change>
Message changed(Document& document, Message words, Change change) {
    const Document before = document;  // NOLINT(performance-unnecessary-copy-initialization): change() writes to it
    change();
    return document == before ? Message{} : words;
}

}  // namespace myomap
