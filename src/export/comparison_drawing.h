#pragma once
// The three pictures of a comparison beside each other, on a bitmap and on paper alike.

#include "export/chart_painter.h"
#include "export/comparison_request.h"
#include "report/compare_report.h"

namespace myomap {

// Within `where`, its box a part of the context's surface, each under what it is called. Throws RenderError.
void draw_comparison(cairo_t* cr, ChartPainter& painter, const ChartBox& where, const ComparisonExport& request,
                     const CompareReport& report);

}  // namespace myomap
