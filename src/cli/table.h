#pragma once
// Plain text in aligned columns.

#include <string>
#include <vector>

#include "atlas/phrases.h"

namespace myomap {

// Rows of equally many cells, the first row being the heading; two blanks between columns, none at the end of a line.
// What a file says in them is put into one line (base/text.h).
std::string text_table(std::vector<std::vector<std::string>> rows);

// A row of phrases, in another language.
std::vector<std::string> in_words(const Phrases& phrases, const std::vector<const char*>& english);

}  // namespace myomap
