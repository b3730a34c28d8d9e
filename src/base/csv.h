#pragma once
// Cells of tables that spreadsheets open.

#include <string>
#include <string_view>

namespace myomap {

// A cell of words, as RFC 4180 has it: in quotes where it has a sign that means something there. Words that a
// spreadsheet would take for a formula get an apostrophe in front: a name "=HYPERLINK(...)" must do nothing.
std::string csv_cell(std::string_view words);

}  // namespace myomap
