#pragma once
// A chart as a page to print, hand over and file: the body as a picture at print resolution, every mark and word as
// vectors, what is shown in words, its sources, and how far to trust it.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "export/chart_painter.h"
#include "export/letterhead.h"
#include "export/paper.h"
#include "report/words.h"

namespace myomap {

struct PageRequest {
    Paper paper = Paper::a4;
    bool landscape = false;
    float dpi = 300;                                     // of the body
    std::optional<Wording> wording{};                    // unset: what suits the selection
    std::shared_ptr<const PageLetterhead> letterhead{};  // null for none
};

// Paper is white: the document's theme does not matter. Text that does not fit beside the chart goes on to further
// pages; of a visit, what was found and done has pages of its own. `drawn`, where given, becomes the chart's picture.
// Throws PageError, RenderError.
std::vector<std::uint8_t> pdf_page(ChartPainter& painter, const Document& document, const PageRequest& request,
                                   Picture* drawn = nullptr);

// Its first page, as large as fits into `room` pixels. Throws likewise.
Image pdf_page_preview(ChartPainter& painter, const Document& document, PageRequest request, glm::ivec2 room);

}  // namespace myomap
