#pragma once
// Which answers in words are so alike that a wrong one beside the right one could be defended.

#include <string>
#include <string_view>

#include "study/card.h"

namespace myomap {

// Of two nerves: they name one nerve in common, or differ in segments alone (textbooks do). Of attachments and actions:
// most words of the shorter are in the other. Else: they are the same.
bool too_alike(QuestionKind kind, std::string_view a, std::string_view b);

}  // namespace myomap
