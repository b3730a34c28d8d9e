#pragma once
// A chart painted into a box of a cairo page: composed, rendered, and the vector part on top.

#include "app/context.h"
#include "chart/compose.h"
#include "export/cairo_canvas.h"
#include "render/renderer.h"

namespace myomap {

struct ChartBox {
    Rect box;                   // units of the cairo context
    float pixels_per_unit = 1;  // of the rendered body: 1 on a bitmap, dpi / 72 in a PDF
    float design_px = 1;        // units of the context for one px of design, which text and marks are given in
    float corner = 0;           // rounds the box
    bool legend = true;
    std::string imprint{};     // see ComposeSize
    bool zones = true;         // see ComposeSize
    bool for_patient = false;  // see ComposeSize
    bool jpeg = false;         // for a PDF: carry the body as JPEG, far smaller and faster than deflated pixels
};

ComposeSize compose_size(const ChartBox& where);

class ChartPainter {
public:
    // Needs a current GL context through `renderer`. Both must outlive the painter. Throws ResourceError without Inter.
    ChartPainter(const Context& context, Renderer& renderer);

    // Returns what was painted. Throws RenderError.
    Picture paint(cairo_t* cr, const ChartBox& where, const Document& document);
    // A picture composed for compose_size(where). Throws likewise.
    void paint(cairo_t* cr, const ChartBox& where, const Picture& picture);

    // The bodies and their paint alone. Throws RenderError.
    Image draw(const Picture& picture);

    const Context& context() const { return context_; }
    const TextMeasure& measure() const { return measure_; }

private:
    const Context& context_;
    Renderer& renderer_;
    PangoMeasure measure_;
};

// The whole picture, as the window shows it; of a patient's chart with a line that says whose it is.
Image chart_image(ChartPainter& painter, const Document& document, glm::ivec2 size, float scale);
// That line: patient, day, examiner, that it is no diagnosis. "" for other charts.
std::string imprint_of(const Scene& scene, const Document& document);

// The same in small, as large as fits into `room` pixels: text and marks shrink with it, so everything lies where it
// will lie.
Image small_chart_image(ChartPainter& painter, const Document& document, glm::ivec2 size, float scale, glm::ivec2 room);

// RGBA <-> cairo's 32-bit pixels, in place.
void swap_red_and_blue(std::vector<std::uint8_t>& pixels);

// A cairo surface over the pixels of an image that holds cairo's byte order. `image` must outlive the surface.
SurfacePtr surface_over(Image& image);

}  // namespace myomap
