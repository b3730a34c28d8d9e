#pragma once
// A chart as a page to print, hand over and file: the body as a picture at print resolution, every mark and word as
// vectors, what is shown in words, its sources, and how far to trust it.

#include <cstdint>
#include <vector>

#include "export/chart_painter.h"
#include "export/paper.h"

namespace myomap {

// Paper is white: the document's theme does not matter. Text that does not fit beside the chart goes on to further
// pages. `drawn`, where given, becomes the chart's picture. Throws PageError, RenderError.
std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const Document& document, Paper paper, bool landscape,
                                   float dpi, Picture* drawn = nullptr);

}  // namespace myomap
