#include "finder/overlay.h"

#include <algorithm>

#include "chart/drawing_paint.h"
#include "chart/zone_paint.h"

namespace myomap {

Fit lay_over(const SparseField& drawn, const SparseField& pattern) {
    Fit laid;
    const auto add = [](SparseField& field, std::uint32_t vertex, std::uint8_t value) {
        if (value == 0) return;
        field.vertices.push_back(vertex);
        field.values.push_back(value);
    };
    const auto rest = [](std::uint8_t value) { return static_cast<std::uint8_t>(255 - value); };
    for (size_t d = 0, p = 0; d < drawn.size() || p < pattern.size();) {
        const bool of_drawn = p >= pattern.size() || (d < drawn.size() && drawn.vertices[d] <= pattern.vertices[p]);
        const bool of_pattern = d >= drawn.size() || (p < pattern.size() && pattern.vertices[p] <= drawn.vertices[d]);
        const std::uint32_t vertex = of_drawn ? drawn.vertices[d] : pattern.vertices[p];
        const std::uint8_t in_drawing = of_drawn ? drawn.values[d] : std::uint8_t{0};
        const std::uint8_t in_pattern = of_pattern ? pattern.values[p] : std::uint8_t{0};
        add(laid.hit, vertex, std::min(in_drawing, in_pattern));
        add(laid.missed, vertex, std::min(in_drawing, rest(in_pattern)));
        add(laid.beyond, vertex, std::min(in_pattern, rest(in_drawing)));
        d += of_drawn;
        p += of_pattern;
    }
    return laid;
}

Fit lay_over(const Scene& scene, BodyId body, const SparseField& drawn, const Found& found) {
    return lay_over(drawn, pattern_of(scene, body, found.ref, found.side, found.level).any);
}

Paint drawn_paint() {
    PainArea area;
    area.qualities = {PainQuality::aching};
    area.depth = PainDepth::skin;
    return pain_paint(area);
}

Paint met_paint(const ChartPalette& palette) { return zone_paint(ZoneKind::essential, Confidence::high, palette); }

Paint undrawn_paint(const ChartPalette& palette) {
    return {.fill = with_alpha(palette.essential, 0x20),
            .pattern = Pattern::slanted_lines,
            .ink = palette.essential,
            .border = Border::line,
            .edge = palette.essential,
            .border_px = 1.2f,
            .film_fill = 0.5f,
            .film_edge = 0.9f};
}

}  // namespace myomap
