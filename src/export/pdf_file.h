#pragma once
// Drawn pages as the bytes of a PDF, with what the file says of itself.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "chart/scene.h"
#include "export/cairo_canvas.h"

namespace myomap {

struct PdfFacts {
    std::string title, subject;
    std::string keywords{};
};

// `draw` draws all pages, in points, each ended by cairo_show_page. Throws PageError.
std::vector<std::uint8_t> pdf_file(const Scene& scene, glm::vec2 size, const PdfFacts& facts,
                                   const std::function<void(cairo_t*)>& draw);

}  // namespace myomap
