#include "export/comparison_drawing.h"

#include "chart/palette.h"

namespace myomap {

namespace {

// Of design.
constexpr float column_gap_px = 18, heading_px = 15, heading_room_px = 30, heading_inset_px = 18;

}  // namespace

void draw_comparison(cairo_t* cr, ChartPainter& painter, const ChartBox& where, const ComparisonExport& request,
                     const CompareReport& report) {
    const Scene scene = painter.context().scene();
    const ChartPalette& palette = chart_palette(request.view.theme);
    const float u = where.design_px, gap = column_gap_px * u;
    const float width = (where.box.width - 2 * gap) / 3;
    ChartBox column = where;
    column.box = {where.box.x, where.box.y + heading_room_px * u, width, where.box.height - heading_room_px * u};
    ComposeSize size = compose_size(column);
    size.subjects = request.subjects;
    const std::array<Picture, 3> pictures =
        compose_comparison(scene, request.comparison, request.view, size, painter.measure());
    const std::array headings{report.before, report.after, report.difference};
    CairoCanvas canvas(cr);
    for (size_t i = 0; i < pictures.size(); ++i) {
        column.box.x = where.box.x + static_cast<float>(i) * (width + gap);
        painter.paint(cr, column, pictures[i]);
        const TextBlock heading(cr, {{headings[i], {heading_px * u, FontWeight::semibold, palette.text}}},
                                width - heading_inset_px * u, 1);
        heading.draw(cr, {column.box.x + heading_inset_px * u, where.box.y + 6 * u});
        if (i == 0) continue;
        const float x = column.box.x - 0.5f * gap;
        canvas.line({x, where.box.y + 6 * u}, {x, where.box.y + where.box.height - 6 * u}, 0.8f * u, palette.outline);
    }
}

}  // namespace myomap
