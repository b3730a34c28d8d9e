#include "chart/paint_overlay.h"

#include <utility>

#include "chart/glyphs.h"
#include "chart/labels.h"
#include "chart/palette.h"
#include "chart/swatch.h"

namespace myomap {

namespace {

void paint_mark(const Mark& mark, float scale, const ChartPalette& palette, Canvas& canvas) {
    constexpr Color halo{0xffffffd8};
    const bool strong = mark.emphasis == Emphasis::strong;
    switch (mark.emphasis) {
        case Emphasis::quiet:
            draw_glyph(canvas, mark.glyph, mark.at, 2.6f * scale,
                       {.ink = palette.quiet_marker, .halo = {0}, .stroke_px = 1.1f * scale});
            return;
        case Emphasis::normal:
            draw_glyph(canvas, mark.glyph, mark.at, 4.2f * scale, {palette.marker, halo, 1.9f * scale, 1.7f * scale});
            break;
        case Emphasis::strong: {
            const float stroke = mark.hidden ? 1.2f : 2.6f;
            draw_glyph(
                canvas, mark.glyph, mark.at, 6.2f * scale,
                {palette.marker, mark.hidden ? with_alpha(halo, 0x70) : halo, (5.4f - stroke) * scale, stroke * scale});
            break;
        }
    }
    const float size = (strong ? 13 : 11) * scale, reach = (strong ? 9 : 7) * scale;
    const glm::vec2 at = mark.at + glm::vec2{reach, -0.35f * reach};
    // The number stands on skin or on red; a light edge keeps it readable on both.
    for (const glm::vec2 shift : {glm::vec2{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        canvas.text(at + scale * shift, mark.label, size, FontWeight::semibold, halo);
    }
    canvas.text(at, mark.label, size, FontWeight::semibold, palette.marker);
}

// Paper under a text that may stand on the body.
void plate(Canvas& canvas, glm::vec2 baseline, std::string_view text, float size, FontWeight weight, Color color) {
    if (text.empty()) return;
    const float pad = 0.35f * size;
    canvas.rectangle({baseline.x - pad, baseline.y - size, canvas.width(text, size, weight) + 2 * pad, 1.4f * size},
                     pad, color);
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
    for (const Mark& mark : picture.marks) {
        if (mark.emphasis == Emphasis::quiet) paint_mark(mark, s, palette, canvas);
    }
    for (const Label& label : picture.labels) {
        canvas.line(label.leader_from, label.leader_to, 2.8f * s, with_alpha(palette.panel, 0xc0));
        canvas.line(label.leader_from, label.leader_to, 1.1f * s, palette.leader);
        canvas.circle(label.leader_to, 2.2f * s, palette.leader);
    }
    for (const Mark& mark : picture.marks) {
        if (mark.emphasis != Emphasis::quiet) paint_mark(mark, s, palette, canvas);
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
    for (const LegendEntry& entry : picture.legend) {
        if (entry.swatch_rect.width <= 0) continue;
        draw_swatch(canvas, entry.swatch, entry.swatch_rect, picture.style, palette);
        canvas.text(entry.text_at, entry.text, 12 * s, FontWeight::regular, palette.text);
    }
}

}  // namespace myomap
