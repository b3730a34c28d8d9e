#pragma once
// A chart as a page to print, hand over and file: the body as a picture at print resolution, every mark and word as
// vectors, what is shown in words, its sources, and how far to trust it.

#include <cstdint>
#include <optional>
#include <vector>

#include "export/chart_painter.h"
#include "export/paper.h"
#include "report/words.h"

namespace myomap {

// Paper is white: the document's theme does not matter. Text that does not fit beside the chart goes on to further
// pages. `drawn`, where given, becomes the chart's picture. Throws PageError, RenderError.
std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const Document& document, Paper paper, bool landscape,
                                   float dpi, std::optional<Wording> wording = {}, Picture* drawn = nullptr);

// Its first page, as large as fits into `room` pixels. Throws likewise.
Image pdf_page_preview(ChartPainter& painter, const Document& document, Paper paper, bool landscape, glm::ivec2 room,
                       std::optional<Wording> wording = {});

}  // namespace myomap
