// Text: the whole chart or card in words, for a record or a screen reader. UTF-8, wrapped, without tables or lines.

#include <algorithm>
#include <string>
#include <string_view>

#include "base/word.h"
#include "chart/palette.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "export/plain_text.h"
#include "report/paragraphs.h"

namespace myomap {

namespace {

std::vector<Paragraph> paragraphs(const ChartPainter& painter, const ChartExport& request) {
    const Scene scene = painter.context().scene();
    const Report report =
        make_report(scene, request.document,
                    {.wording = request.wording.value_or(suited_wording(request.document)), .only_shown = true});
    return paragraphs_of(scene, request.document, report);
}

std::vector<std::uint8_t> text_chart(ChartPainter& painter, const ChartExport& request) {
    const std::string text = plain_text(paragraphs(painter, request));
    return {text.begin(), text.end()};
}

// The first lines on a sheet, as a reader would set them.
Image text_preview(ChartPainter& painter, const ChartExport& request, glm::ivec2 room) {
    constexpr float design_width = 520, margin = 28, size = 12;
    const ChartPalette& palette = chart_palette(Theme::light);
    const float scale = static_cast<float>(room.x) / design_width;
    Image image{room, {}};
    image.rgba.assign(static_cast<size_t>(room.x) * static_cast<size_t>(room.y) * 4, 255);
    const SurfacePtr surface = surface_over(image);
    {
        const CairoPtr cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), scale, scale);
        float y = margin;
        for (const Paragraph& one : paragraphs(painter, request)) {
            if (y > static_cast<float>(room.y) / scale) break;
            const bool is_title = one.kind == Paragraph::Kind::title, is_heading = one.kind == Paragraph::Kind::heading;
            if (is_heading) y += size;
            const TextBlock block(
                cr.get(),
                {{one.text,
                  {is_title ? 1.4f * size : size, is_title || is_heading ? FontWeight::semibold : FontWeight::regular,
                   palette.text}}},
                design_width - 2 * margin);
            block.draw(cr.get(), {margin, y});
            y += block.height() + 0.3f * size;
        }
    }
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

}  // namespace

extern const Exporter text_exporter;  // in the table of exporter.cpp
const Exporter text_exporter{.id = "txt",
                             .suffix = ".txt",
                             .name = word("Plain text"),
                             .takes_wording = true,
                             .chart = text_chart,
                             .preview = text_preview};

}  // namespace myomap
