#pragma once
// What the picture and the page of a comparison are drawn with.

#include <cstdint>
#include <vector>

#include "export/chart_painter.h"
#include "export/comparison.h"
#include "report/compare_report.h"

namespace myomap {

// The three pictures within `where`, its box a part of the context's surface, each under what it is called.
void draw_comparison(cairo_t* cr, ChartPainter& painter, const ChartBox& where, const ComparisonExport& request,
                     const CompareReport& report);

// The bytes of the page. Paper is white: the theme does not matter. Throws PageError, RenderError.
std::vector<std::uint8_t> comparison_page(ChartPainter& painter, const ComparisonExport& request);

}  // namespace myomap
