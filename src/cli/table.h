#pragma once
// Plain text in aligned columns.

#include <string>
#include <vector>

namespace myomap {

// Rows of equally many cells, the first row being the heading; two blanks between columns, none at the end of a line.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace myomap
