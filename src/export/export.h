#pragma once
// One chart to a file: PNG (the picture of the window) or PDF (a page to print and file).

#include <filesystem>
#include <string>

#include "app/context.h"
#include "export/paper.h"
#include "render/renderer.h"

namespace myomap {

struct ChartExport {
    Document document;
    std::filesystem::path path;  // the suffix chooses the format: .png or .pdf
    glm::ivec2 size{1280, 800};  // PNG: pixels
    float scale = 1;             // PNG: of text and marks
    Paper paper = Paper::a4;     // PDF
    bool landscape = false;      // PDF
    float dpi = 300;             // PDF: of the body's picture
};

// "png" or "pdf" of a path, in lower case; throws PageError for any other suffix.
std::string export_format(const std::filesystem::path& path);

// Throws PageError (nothing is left behind), RenderError or ResourceError.
void export_chart(const Context& context, Renderer& renderer, const ChartExport& request);

}  // namespace myomap
