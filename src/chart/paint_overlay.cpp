#include "chart/paint_overlay.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>

#include "base/text.h"
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
    if (mark.badge)
        draw_glyph(canvas, *mark.badge, mark.at + scale * glm::vec2{6, -6}, 4.6f * scale,
                   {palette.marker, halo, 1.6f * scale, 2.2f * scale});
    if (mark.label.empty()) return;
    const float size = (strong ? 13 : 11) * scale, reach = (strong ? 9 : 7) * scale;
    const float ahead = mark.number_on_left ? -reach - canvas.width(mark.label, size, FontWeight::semibold) : reach;
    const glm::vec2 at = mark.at + glm::vec2{ahead, mark.number_below ? size : -0.35f * reach};
    // The number stands on skin or on red.
    canvas.edged_text(at, mark.label, size, FontWeight::semibold, palette.marker, halo, scale);
}

class Part {
public:
    // `folded`: words that are said in the picture, for a name of plain letters.
    Part(Canvas& canvas, std::string_view kind, std::string_view exact = {}, std::string_view folded = {})
        : canvas_(canvas.names_parts() ? &canvas : nullptr) {
        if (canvas_) canvas_->begin_part(std::string(kind) + std::string(exact) + fold(folded));
    }
    ~Part() {
        if (canvas_) canvas_->end_part();
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

private:
    Canvas* canvas_;
};

// The marks that stand back, or those that do not.
void paint_marks(const Picture& picture, bool quiet, const ChartPalette& palette, Canvas& canvas) {
    const Part part(canvas, quiet ? "other-marks" : "marks");
    for (const Mark& mark : picture.marks) {
        if ((mark.emphasis == Emphasis::quiet) != quiet) continue;
        // A drawing's own has a number; a trigger point may be on both sides.
        const bool of_atlas = mark.item.find('/') != std::string::npos;
        const Part one(canvas, "mark-", of_atlas ? mark.item + "-" + to_text(mark.side) : mark.item);
        paint_mark(mark, picture.scale, palette, canvas);
    }
}

void paint_arrow(const Arrow& arrow, float scale, const ChartPalette& palette, Canvas& canvas) {
    constexpr Color halo{0xffffffd8};
    const glm::vec2 end = arrow.path.back(), before = arrow.path[arrow.path.size() - 2];
    const glm::vec2 ahead = end == before ? glm::vec2{0, 1} : normalize(end - before), aside{-ahead.y, ahead.x};
    for (const auto& [width, color] : {std::pair{4.6f, halo}, {2.2f, palette.marker}}) {
        for (size_t i = 0; i + 1 < arrow.path.size(); ++i)
            canvas.line(arrow.path[i], arrow.path[i + 1], width * scale, color);
        for (const float side : {-1.f, 1.f})
            canvas.line(end, end + scale * (-9.f * ahead + side * 5.f * aside), width * scale, color);
    }
}

// Paper under a text that may stand on the body.
void plate(Canvas& canvas, glm::vec2 baseline, std::string_view text, float size, FontWeight weight, Color color) {
    if (text.empty()) return;
    const float pad = 0.35f * size;
    canvas.rectangle({baseline.x - pad, baseline.y - size, canvas.width(text, size, weight) + 2 * pad, 1.4f * size},
                     pad, color);
}

// Between two views, so that they do not read as one body: beside and over each view that has a neighbour there.
void part_views(const Picture& picture, Canvas& canvas, Color color) {
    const float s = picture.scale, inset = 6 * s;
    for (const PictureView& view : picture.views) {
        const Rect b = with_gutters(view);
        std::optional<float> left, top;  // where the nearest one ends
        for (const PictureView& other : picture.views) {
            const Rect a = with_gutters(other);
            const bool level = a.y < b.y + b.height && b.y < a.y + a.height;
            if (level && a.x + a.width <= b.x) left = std::max(left.value_or(0), a.x + a.width);
            const bool in_column = a.x < b.x + b.width && b.x < a.x + a.width;
            if (in_column && a.y + a.height <= b.y) top = std::max(top.value_or(0), a.y + a.height);
        }
        if (left) {
            const float x = 0.5f * (*left + b.x);
            canvas.line({x, b.y + inset}, {x, b.y + b.height - inset}, 0.8f * s, color);
        }
        if (top) {
            const float y = 0.5f * (*top + b.y);
            canvas.line({b.x + inset, y}, {b.x + b.width - inset, y}, 0.8f * s, color);
        }
    }
}

void outline(const Rect& r, float width, Color color, Canvas& canvas) {
    const glm::vec2 low{r.x, r.y}, high{r.x + r.width, r.y + r.height};
    for (const auto& [from, to] : {std::pair{low, glm::vec2{high.x, low.y}},
                                   {glm::vec2{high.x, low.y}, high},
                                   {high, glm::vec2{low.x, high.y}},
                                   {glm::vec2{low.x, high.y}, low}})
        canvas.line(from, to, width, color);
}

void paint_views(const Picture& picture, const ChartPalette& palette, Canvas& canvas) {
    const float s = picture.scale;
    const Part part(canvas, "views");
    part_views(picture, canvas, with_alpha(palette.outline, 0x90));
    for (const PictureView& view : picture.views) {
        const Part one(canvas, "view-", "", view.title);
        const glm::vec2 at{view.rect.x + 6 * s, view.rect.y + 19 * s};
        plate(canvas, at, view.title, 13 * s, FontWeight::semibold, with_alpha(palette.background, 0xd0));
        canvas.text(at, view.title, 13 * s, FontWeight::semibold, palette.text);
    }
    for (const PictureView& view : picture.views) {
        for (size_t i = 0; i + 1 < view.outline.size(); i += 2)
            if (std::ranges::none_of(picture.insets,
                                     [&](const Inset& inset) { return inset.small.rect.contains(view.outline[i]); }))
                canvas.line(view.outline[i], view.outline[i + 1], 0.9f * s, palette.outline);
    }
    for (const Inset& inset : picture.insets) {
        outline(inset.small.rect, 1 * s, with_alpha(palette.outline, 0xb0), canvas);
        outline(inset.frame, 1.4f * s, palette.text, canvas);
    }
}

void paint_leaders(const Picture& picture, const ChartPalette& palette, Canvas& canvas) {
    const float s = picture.scale;
    const Part part(canvas, "leaders");
    for (const Label& label : picture.labels) {
        const Part one(canvas, "leader-", "", join(label.lines, " "));
        for (const Leader& leader : label.leaders) {
            canvas.line(leader.from, leader.to, 3 * s, with_alpha(palette.panel, 0xc0));
            canvas.line(leader.from, leader.to, 1 * s, palette.leader);
            canvas.circle(leader.to, 3.6f * s, with_alpha(palette.panel, 0xd0));
            canvas.circle(leader.to, 2.4f * s, palette.leader);
        }
    }
}

void paint_labels(const Picture& picture, const ChartPalette& palette, Canvas& canvas) {
    const float s = picture.scale;
    const Part part(canvas, "labels");
    for (const Label& label : picture.labels) {
        const Part one(canvas, "label-", "", join(label.lines, " "));
        canvas.rectangle(label.box, 4 * s, label.is_tag ? palette.text : palette.panel);
        const float size = label_text_px * s, padding = label_padding_px * s;
        float baseline = label.box.y + 0.5f * padding + size;
        const auto line = [&](std::string_view text, FontWeight weight, Color color) {
            const float left = label.flush_right
                                   ? label.box.x + label.box.width - padding - canvas.width(text, size, weight)
                                   : label.box.x + padding;
            canvas.text({left, baseline}, text, size, weight, color);
            baseline += label_line_height * size;
        };
        for (const std::string& text : label.lines)
            line(text, FontWeight::semibold, label.is_tag ? palette.background : palette.text);
        if (!label.detail.empty()) line(label.detail, FontWeight::regular, palette.quiet_text);
    }
}

// Where the patient's right and left are.
void paint_sides(const Picture& picture, const ChartPalette& palette, Canvas& canvas) {
    const float s = picture.scale, size = 12 * s;
    const Part part(canvas, "sides");
    for (const PictureView& view : picture.views) {
        const float baseline = view.rect.y + view.rect.height - 7 * s;
        const float left_width = canvas.width(view.left_text, size, FontWeight::regular);
        const float right_width = canvas.width(view.right_text, size, FontWeight::regular);
        // Where there is no room for both, one says it all.
        const bool both = left_width + right_width + 24 * s <= view.rect.width;
        for (const auto& [text, x] :
             {std::pair{&view.left_text, view.rect.x + 6 * s},
              std::pair{&view.right_text, view.rect.x + view.rect.width - 6 * s - right_width}}) {
            if (!both && text == &view.right_text) continue;
            plate(canvas, {x, baseline}, *text, size, FontWeight::regular, with_alpha(palette.background, 0xd0));
            canvas.text({x, baseline}, *text, size, FontWeight::regular, palette.quiet_text);
        }
    }
}

}  // namespace

void paint_overlay(const Picture& picture, Canvas& canvas) {
    const ChartPalette& palette = chart_palette(picture.theme);
    const float s = picture.scale;
    paint_views(picture, palette, canvas);
    {
        const Part part(canvas, "arrows");
        for (const Arrow& arrow : picture.arrows) paint_arrow(arrow, s, palette, canvas);
    }
    paint_marks(picture, true, palette, canvas);
    paint_leaders(picture, palette, canvas);
    paint_marks(picture, false, palette, canvas);
    paint_labels(picture, palette, canvas);
    paint_sides(picture, palette, canvas);
    if (!picture.imprint.empty()) {
        const Part part(canvas, "imprint");
        canvas.text({12 * s, static_cast<float>(picture.size.y) - 7 * s}, picture.imprint, 11 * s, FontWeight::regular,
                    palette.quiet_text);
    }
    const Part part(canvas, "legend");
    for (const LegendEntry& entry : picture.legend) {
        if (entry.swatch_rect.width <= 0) continue;
        const Part one(canvas, "legend-", "", entry.text);
        draw_swatch(canvas, entry.swatch, entry.swatch_rect, picture.style, palette);
        canvas.text(entry.text_at, entry.text, 12 * s, FontWeight::regular, palette.text);
    }
}

}  // namespace myomap
