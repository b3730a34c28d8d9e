#pragma once
// Sentences of libraries, which come as English text, as messages that can be translated.

#include <span>
#include <string>

#include "base/message.h"

namespace myomap {

// The first of the keys that says the text, with what the text has for its blanks; the text itself where none does.
Message recognise(std::span<const char* const> keys, const std::string& text);

}  // namespace myomap
