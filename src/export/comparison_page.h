#pragma once
// The page of a comparison: warning signs, the picture, pain areas and findings as tables.

#include <cstdint>
#include <vector>

#include "export/chart_painter.h"
#include "export/comparison_request.h"

namespace myomap {

// Its bytes, as a PDF. Paper is white: the theme does not matter. Throws PageError, RenderError.
std::vector<std::uint8_t> comparison_page(ChartPainter& painter, const ComparisonExport& request);

}  // namespace myomap
