#pragma once
// Paragraphs as text of 78 columns, for a record or a screen reader: UTF-8, without tables or lines.

#include <string>
#include <vector>

#include "report/paragraphs.h"

namespace myomap {

std::string plain_text(const std::vector<Paragraph>& paragraphs);

}  // namespace myomap
