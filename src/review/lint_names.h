#pragma once
// Whether the names that charts print beside the body are there and short enough to be printed whole.

#include "atlas/atlas.h"
#include "atlas/texts.h"
#include "base/json_document.h"
#include "base/problem.h"

namespace myomap {

inline constexpr int longest_chart_name = 26;  // letters

// Of one language: `texts` as read from `document`. A warning, with its line, for each zone of the atlas without a name
// and each name of a zone or skin region that is longer.
Problems lint_names(const Atlas& atlas, const JsonDocument& document, const Texts& texts);

}  // namespace myomap
