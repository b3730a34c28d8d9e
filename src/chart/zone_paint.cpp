#include "chart/zone_paint.h"

namespace myomap {

Color darker(Color color, float share, unsigned alpha) {
    std::uint32_t dark = alpha;
    for (int shift = 8; shift < 32; shift += 8) {
        const auto part = static_cast<float>(color.rgba >> shift & 0xff);
        dark |= static_cast<std::uint32_t>(share * part + 0.5f) << shift;
    }
    return {dark};
}

Paint zone_paint(ZoneKind kind, Confidence confidence, const ChartPalette& palette) {
    Paint paint{.fill = with_alpha(palette.essential, 0xe6),
                .border = Border::rim,
                .edge = darker(palette.essential, 0.68f, 0x80),
                .border_px = 2.5f,
                .film_fill = 0.82f,
                .film_edge = 0.9f};
    if (kind == ZoneKind::spillover)
        paint = {.fill = with_alpha(palette.spillover, 0x24),
                 .pattern = Pattern::stipple,
                 .ink = palette.spillover,
                 .border = Border::rim,
                 .edge = with_alpha(palette.spillover, 0),
                 .border_px = 1.5f,
                 .film_fill = 0.45f,
                 .film_edge = 0.5f};
    if (confidence == Confidence::low) {
        paint.border = Border::broken;
        paint.border_px = 1.6f;
        paint.edge = kind == ZoneKind::essential ? darker(palette.essential, 0.45f, 0xff) : palette.spillover;
        // A full fill would drown the border, and look as sure as the others.
        if (kind == ZoneKind::essential) paint.fill = with_alpha(palette.essential, 0x90);
    }
    return paint;
}

}  // namespace myomap
