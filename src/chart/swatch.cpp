#include "chart/swatch.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/glyphs.h"

namespace myomap {

namespace {

constexpr float design_height = 16;  // of a legend's swatch

class Sample {
public:
    Sample(Canvas& canvas, const Paint& paint, const Rect& box, Color ink)
        : canvas_(canvas), paint_(paint), box_(box), s_(box.height / design_height), ink_(ink) {}

    void pattern() {
        const PatternLook& look = look_of(paint_.pattern);
        if (look.kind == PatternLook::Kind::glyphs) glyphs(look.step_px * s_);
        if (look.kind != PatternLook::Kind::lines) return;
        const float step = look.step_px * s_, width = look.size * step;
        if (look.zigzag > 0) {
            zigzags(step, width, look.turn, look.zigzag * step);
            return;
        }
        lines(step, width, look.turn);
        if (look.crossed) lines(step, width, look.turn + 90);
    }

    // Parallel lines, `turn` degrees up from across, each cut where it leaves the box.
    void lines(float step, float width, float turn) {
        const float angle = turn * 0.01745329f;
        const glm::vec2 along{std::cos(angle), -std::sin(angle)}, across{std::sin(angle), std::cos(angle)};
        const glm::vec2 half{box_.width / 2, box_.height / 2}, middle = glm::vec2{box_.x, box_.y} + half;
        const float reach = std::abs(across.x) * half.x + std::abs(across.y) * half.y;
        const int count = std::max(1, static_cast<int>(std::lround(2 * reach / step)));
        for (int i = 0; i < count; ++i) {
            const glm::vec2 start =
                (-reach + (static_cast<float>(i) + 0.5f) * 2 * reach / static_cast<float>(count)) * across;
            float from = -1e6f, to = 1e6f;
            for (int axis = 0; axis < 2; ++axis) {
                if (std::abs(along[axis]) < 1e-4f) continue;
                const float a = (-half[axis] - start[axis]) / along[axis], b = (half[axis] - start[axis]) / along[axis];
                from = std::max(from, std::min(a, b));
                to = std::min(to, std::max(a, b));
            }
            if (from < to) canvas_.line(middle + start + from * along, middle + start + to * along, width, ink_);
        }
    }

    // As lines across or upright, each swinging `swing` to either side; the last swing ends inside the box.
    void zigzags(float step, float width, float turn, float swing) {
        const bool upright = turn > 45;
        const float length = upright ? box_.height : box_.width, height = upright ? box_.width : box_.height;
        const int count = std::max(1, static_cast<int>(std::lround(height / step)));
        const int swings = std::max(2, static_cast<int>(std::lround(length / (zigzag_wave * step / 2))));
        for (int i = 0; i < count; ++i) {
            const float middle = height * (static_cast<float>(i) + 0.5f) / static_cast<float>(count);
            const auto corner = [&](int at) {
                const float along = length * static_cast<float>(at) / static_cast<float>(swings);
                const float across = middle + (at % 2 ? swing : -swing);
                return glm::vec2{box_.x, box_.y} + (upright ? glm::vec2{across, along} : glm::vec2{along, across});
            };
            for (int at = 0; at < swings; ++at) canvas_.line(corner(at), corner(at + 1), width, ink_);
        }
    }

    void frame(bool broken, float width, Color color) {
        const glm::vec2 a{box_.x, box_.y}, b{box_.x + box_.width, box_.y}, c = b + glm::vec2{0, box_.height},
                                                                           d{box_.x, c.y};
        for (const auto& [from, to] : {std::array{a, b}, {b, c}, {c, d}, {d, a}}) {
            if (!broken) {
                canvas_.line(from, to, width, color);
                continue;
            }
            const float length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
            const int dashes = std::max(1, static_cast<int>(std::lround(length / (6.5f * s_))));
            for (int i = 0; i < dashes; ++i) {
                const float start = (static_cast<float>(i) + 0.22f) / static_cast<float>(dashes);
                canvas_.line(from + start * (to - from),
                             from + (start + 0.56f / static_cast<float>(dashes)) * (to - from), width, color);
            }
        }
    }

private:
    Canvas& canvas_;
    const Paint& paint_;
    Rect box_;
    float s_;
    Color ink_;

    // Whole ones in staggered rows.
    void glyphs(float step) {
        const int rows = std::max(2, static_cast<int>(std::lround(box_.height / step)));
        const int columns = std::max(2, static_cast<int>(std::lround(box_.width / step)));
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns - row % 2; ++column)
                glyph({box_.x + box_.width * (static_cast<float>(column) + 0.5f + 0.5f * static_cast<float>(row % 2)) /
                                    static_cast<float>(columns),
                       box_.y + box_.height * (static_cast<float>(row) + 0.5f) / static_cast<float>(rows)},
                      look_of(paint_.pattern).size * step);
    }

    // Another direction at each place, the same each time.
    static glm::vec2 turned(glm::vec2 at) {
        const float angle = 3.14159f * (0.37f * at.x + 0.71f * at.y);
        return {std::cos(angle), std::sin(angle)};
    }

    void ring(glm::vec2 at, float radius, float width) {
        constexpr int sides = 14;
        const auto corner = [&](int i) {
            const float angle = 6.2831853f * static_cast<float>(i) / sides;
            return at + radius * glm::vec2{std::cos(angle), std::sin(angle)};
        };
        for (int i = 0; i < sides; ++i) canvas_.line(corner(i), corner(i + 1), width, ink_);
    }

    // As glyphs.frag draws them.
    void glyph(glm::vec2 at, float reach) {
        switch (paint_.pattern) {
            case Pattern::solid:
            case Pattern::lines:
            case Pattern::slanted_lines:
            case Pattern::upright_lines:
            case Pattern::grid:
            case Pattern::zigzag:
            case Pattern::upright_zigzag:
            case Pattern::falling_lines:
            case Pattern::diamonds:
            case Pattern::wide_lines:
            case Pattern::wide_upright_lines:
                break;
            case Pattern::dots:
            case Pattern::large_dots:
            case Pattern::stipple:
                canvas_.circle(at, 1.07f * reach, ink_);
                break;
            case Pattern::arrow_heads:
                for (const float up : {-0.72f, 0.72f})
                    canvas_.line(at + reach * glm::vec2{-0.45f, up}, at + reach * glm::vec2{0.5f, 0}, 0.42f * reach,
                                 ink_);
                break;
            case Pattern::triangles: {
                const std::array corners{at + reach * glm::vec2{0, -0.95f}, at + reach * glm::vec2{0.86f, 0.62f},
                                         at + reach * glm::vec2{-0.86f, 0.62f}};
                canvas_.polygon(corners, ink_);
                break;
            }
            case Pattern::squares: {
                const float half = 0.74f * reach;
                canvas_.rectangle({at.x - half, at.y - half, 2 * half, 2 * half}, 0, ink_);
                break;
            }
            case Pattern::ringed_dots:
                canvas_.circle(at, 0.34f * reach, ink_);
                ring(at, 0.84f * reach, 0.24f * reach);
                break;
            case Pattern::large_rings:
            case Pattern::rings:
                ring(at, 0.8f * reach, 0.36f * reach);
                break;
            case Pattern::plus_signs:
                for (const glm::vec2 arm : {glm::vec2{0.92f, 0}, {0, 0.92f}})
                    canvas_.line(at - reach * arm, at + reach * arm, 0.44f * reach, ink_);
                break;
            case Pattern::loose_dashes: {
                const glm::vec2 half = 0.95f * reach * turned(at);
                canvas_.line(at - half, at + half, 0.42f * reach, ink_);
                break;
            }
            case Pattern::paired_strokes:
                for (const float beside : {-0.42f, 0.42f})
                    canvas_.line(at + reach * glm::vec2{beside, -0.86f}, at + reach * glm::vec2{beside, 0.86f},
                                 0.36f * reach, ink_);
                break;
        }
    }
};

// Where a second line goes round the first, that one lies within.
Rect inside_of(const Paint& paint, const Rect& box) {
    const float by = paint.border == Border::twofold ? 2.6f * box.height / design_height : 0;
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

// On a piece of skin, so that it has the colour that it has on the body.
void shaded(Canvas& canvas, const Paint& paint, const Rect& box, Color skin) {
    const float s = box.height / design_height;
    const bool drawn_border = is_drawn(paint.border);
    canvas.rectangle(box, drawn_border ? 0 : 3 * s, skin);
    const Rect inner = inside_of(paint, box);
    Sample sample(canvas, paint, inner, paint.ink);
    canvas.rectangle(inner, drawn_border ? 0 : 3 * s, paint.fill);
    sample.pattern();
    if (drawn_border) sample.frame(paint.border == Border::broken, paint.border_px * s, paint.edge);
    if (paint.border == Border::twofold) Sample(canvas, paint, box, paint.ink).frame(false, s, paint.edge);
}

// Covering paint is hatched, a tint toned, a pattern inked.
void lined(Canvas& canvas, const Paint& paint, const Rect& box, Color ink) {
    const float s = box.height / design_height;
    Sample sample(canvas, paint, inside_of(paint, box), ink);
    if (is_tint(paint))
        canvas.rectangle(box, 0, with_alpha(ink, 0x42));
    else if (covers(paint))
        sample.lines(3.9f * s, 2.2f * s, 45);
    else
        sample.pattern();
    if (covers(paint) || is_tint(paint)) sample.frame(false, s, ink);
    if (is_drawn(paint.border)) sample.frame(paint.border == Border::broken, paint.border_px * s, ink);
    if (paint.border == Border::twofold) Sample(canvas, paint, box, ink).frame(false, s, ink);
}

}  // namespace

void draw_swatch(Canvas& canvas, const Swatch& swatch, const Rect& box, Style style, const ChartPalette& palette) {
    if (const Paint* paint = std::get_if<Paint>(&swatch)) {
        if (style == Style::line_art)
            lined(canvas, *paint, box, palette.text);
        else
            shaded(canvas, *paint, box, palette.skin);
        return;
    }
    const float s = box.height / design_height;
    // Others are hollow or light within: they keep the ink and the rim that they have on the body.
    // On a dark ground they would turn inside out: they stand on skin there.
    const bool dark = (palette.background.rgba >> 24) < 0x80;
    if (dark) canvas.circle({box.x + 0.5f * box.width, box.y + 0.5f * box.height}, 8 * s, palette.skin);
    const bool is_cross = !dark && std::get<Glyph>(swatch) == Glyph::cross;
    draw_glyph(canvas, std::get<Glyph>(swatch), {box.x + 0.5f * box.width, box.y + 0.5f * box.height}, 4.5f * s,
               {.ink = is_cross ? palette.text : palette.marker,
                .halo = is_cross ? Color{0} : Color{0xffffffff},
                .halo_px = 1.6f * s,
                .stroke_px = 2.2f * s});
}

}  // namespace myomap
