#include "chart/paint_overlay.h"

#include <algorithm>
#include <utility>

#include "chart/labels.h"
#include "chart/palette.h"

namespace myomap {

namespace {

Color with_alpha(Color color, unsigned alpha) { return {(color.rgba & 0xffffff00u) | alpha}; }

void cross(Canvas& canvas, glm::vec2 at, float arm, float width, Color color) {
    canvas.line(at + glm::vec2{-arm, -arm}, at + glm::vec2{arm, arm}, width, color);
    canvas.line(at + glm::vec2{-arm, arm}, at + glm::vec2{arm, -arm}, width, color);
}

void paint_marker(const Marker& marker, float scale, const ChartPalette& palette, Canvas& canvas) {
    const Color halo{0xffffffd8};
    switch (marker.style) {
        case MarkerStyle::quiet:
            cross(canvas, marker.at, 2.6f * scale, 1.1f * scale, palette.quiet_marker);
            break;
        case MarkerStyle::same_muscle:
            cross(canvas, marker.at, 4.2f * scale, 3.6f * scale, halo);
            cross(canvas, marker.at, 4.2f * scale, 1.7f * scale, palette.marker);
            break;
        case MarkerStyle::selected:
            cross(canvas, marker.at, 6.2f * scale, 5.4f * scale, marker.hidden ? with_alpha(halo, 0x70) : halo);
            cross(canvas, marker.at, 6.2f * scale, (marker.hidden ? 1.2f : 2.6f) * scale, palette.marker);
            break;
    }
    if (marker.style == MarkerStyle::quiet) return;
    const float size = (marker.style == MarkerStyle::selected ? 13 : 11) * scale;
    const float reach = (marker.style == MarkerStyle::selected ? 9 : 7) * scale;
    const glm::vec2 at = marker.at + glm::vec2{reach, -0.35f * reach};
    // The number stands on skin or on red; a light edge keeps it readable on both.
    for (const glm::vec2 shift : {glm::vec2{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        canvas.text(at + scale * shift, marker.label, size, FontWeight::semibold, halo);
    }
    canvas.text(at, marker.label, size, FontWeight::semibold, palette.marker);
}

// Paper under a text that may stand on the body.
void plate(Canvas& canvas, glm::vec2 baseline, std::string_view text, float size, FontWeight weight, Color color) {
    if (text.empty()) return;
    const float pad = 0.35f * size;
    canvas.rectangle({baseline.x - pad, baseline.y - size, canvas.width(text, size, weight) + 2 * pad, 1.4f * size},
                     pad, color);
}

// As lines.frag draws them: hatched, dotted, toned.
void paint_line_swatch(const LegendEntry& entry, float scale, const ChartPalette& palette, Canvas& canvas) {
    const Rect& r = entry.swatch_rect;
    const auto frame = [&] {
        const glm::vec2 a{r.x, r.y}, b{r.x + r.width, r.y}, c{r.x + r.width, r.y + r.height}, d{r.x, r.y + r.height};
        for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, d}, {d, a}})
            canvas.line(from, to, scale, palette.text);
    };
    switch (entry.swatch) {
        case LegendSwatch::essential:
            for (float x = r.x - r.height; x < r.x + r.width; x += 5.5f * scale) {
                const float from = std::max(x, r.x), to = std::min(x + r.height, r.x + r.width);
                if (to > from)
                    canvas.line({from, r.y + r.height - (from - x)}, {to, r.y + r.height - (to - x)}, 2.2f * scale,
                                palette.text);
            }
            frame();
            break;
        case LegendSwatch::area:
            canvas.rectangle(r, 0, with_alpha(palette.text, 0x42));
            frame();
            break;
        default:
            frame();
            break;
    }
}

void paint_swatch(const LegendEntry& entry, float scale, const ChartPalette& palette, Canvas& canvas) {
    const Rect& r = entry.swatch_rect;
    switch (entry.swatch) {
        case LegendSwatch::essential:
            canvas.rectangle(r, 3 * scale, palette.essential);
            break;
        case LegendSwatch::spillover:
            canvas.rectangle(r, 3 * scale, with_alpha(palette.spillover, 0x20));
            for (int row = 0; row < 3; ++row) {
                for (int column = 0; column < 5 - row % 2; ++column) {
                    canvas.circle(
                        {r.x + r.width * (static_cast<float>(column) + 0.5f + 0.5f * static_cast<float>(row % 2)) / 5,
                         r.y + r.height * (static_cast<float>(row) + 0.5f) / 3},
                        1.5f * scale, palette.spillover);
                }
            }
            break;
        case LegendSwatch::area:
            canvas.rectangle(r, 3 * scale, with_alpha(palette.area, 0x70));
            break;
        case LegendSwatch::region:
            canvas.rectangle(r, 3 * scale, with_alpha(palette.region, 0x80));
            break;
        case LegendSwatch::marker:
            cross(canvas, {r.x + 0.5f * r.width, r.y + 0.5f * r.height}, 4.5f * scale, 2.2f * scale, palette.text);
            break;
    }
}

}  // namespace

void paint_overlay(const Picture& picture, Canvas& canvas) {
    const ChartPalette& palette = chart_palette(picture.theme);
    const float s = picture.scale;
    const float side_px = 12 * s;
    for (const PictureView& view : picture.views) {
        const glm::vec2 at{view.rect.x + 6 * s, view.rect.y + 19 * s};
        plate(canvas, at, view.title, 13 * s, FontWeight::semibold, with_alpha(palette.background, 0xd0));
        canvas.text(at, view.title, 13 * s, FontWeight::semibold, palette.text);
    }
    for (const Marker& marker : picture.markers) {
        if (marker.style == MarkerStyle::quiet) paint_marker(marker, s, palette, canvas);
    }
    for (const Label& label : picture.labels) {
        canvas.line(label.leader_from, label.leader_to, 2.8f * s, with_alpha(palette.panel, 0xc0));
        canvas.line(label.leader_from, label.leader_to, 1.1f * s, palette.leader);
        canvas.circle(label.leader_to, 2.2f * s, palette.leader);
    }
    for (const Marker& marker : picture.markers) {
        if (marker.style != MarkerStyle::quiet) paint_marker(marker, s, palette, canvas);
    }
    for (const Label& label : picture.labels) {
        canvas.rectangle(label.box, 4 * s, palette.panel);
        const float text_px = 13 * s, detail_px = 12 * s;
        glm::vec2 at{label.box.x + 5 * s, label.box.y + 3 * s + text_px};
        for (const std::string& line : label.lines) {
            canvas.text(at, line, text_px, FontWeight::semibold, palette.text);
            at.y += label_line_height * text_px;
        }
        canvas.text(at, label.detail, detail_px, FontWeight::regular, palette.quiet_text);
    }
    for (const PictureView& view : picture.views) {
        const float baseline = view.rect.y + view.rect.height - 7 * s;
        const float right_width = canvas.width(view.right_text, side_px, FontWeight::regular);
        for (const auto& [text, x] :
             {std::pair{&view.left_text, view.rect.x + 6 * s},
              std::pair{&view.right_text, view.rect.x + view.rect.width - 6 * s - right_width}}) {
            plate(canvas, {x, baseline}, *text, side_px, FontWeight::regular, with_alpha(palette.background, 0xd0));
            canvas.text({x, baseline}, *text, side_px, FontWeight::regular, palette.quiet_text);
        }
    }
    ChartPalette ink = palette;  // dots are black where all else is
    ink.spillover = palette.text;
    for (const LegendEntry& entry : picture.legend) {
        const bool lines = picture.style == Style::line_art;
        if (lines && (entry.swatch == LegendSwatch::essential || entry.swatch == LegendSwatch::area))
            paint_line_swatch(entry, s, palette, canvas);
        else
            paint_swatch(entry, s, lines ? ink : palette, canvas);
        canvas.text(entry.text_at, entry.text, 12 * s, FontWeight::regular, palette.text);
    }
}

}  // namespace myomap
