#include "chart/glyphs.h"

#include <array>
#include <cmath>
#include <numbers>

namespace myomap {

namespace {

constexpr Color paper{0xffffffff}, teal{0x1f7a8cff};

void cross(Canvas& canvas, glm::vec2 at, float arm, float width, Color color) {
    canvas.line(at + glm::vec2{-arm, -arm}, at + glm::vec2{arm, arm}, width, color);
    canvas.line(at + glm::vec2{-arm, arm}, at + glm::vec2{arm, -arm}, width, color);
}

void triangle(Canvas& canvas, glm::vec2 at, float reach, Color color) {
    const std::array corners{at + reach * glm::vec2{0, -1}, at + reach * glm::vec2{0.95f, 0.72f},
                             at + reach * glm::vec2{-0.95f, 0.72f}};
    canvas.polygon(corners, color);
}

void left_half(Canvas& canvas, glm::vec2 at, float radius, Color color) {
    std::array<glm::vec2, 13> corners;
    for (size_t i = 0; i < corners.size(); ++i) {
        const float angle = std::numbers::pi_v<float> * (0.5f + static_cast<float>(i) / (corners.size() - 1));
        corners[i] = at + radius * glm::vec2{std::cos(angle), std::sin(angle)};
    }
    canvas.polygon(corners, color);
}

void square(Canvas& canvas, glm::vec2 at, float reach, Color color) {
    canvas.rectangle({at.x - reach, at.y - reach, 2 * reach, 2 * reach}, 0, color);
}

void diamond(Canvas& canvas, glm::vec2 at, float reach, Color color) {
    const std::array corners{at + reach * glm::vec2{0, -1}, at + reach * glm::vec2{1, 0}, at + reach * glm::vec2{0, 1},
                             at + reach * glm::vec2{-1, 0}};
    canvas.polygon(corners, color);
}

// A cut with its stitches.
void scar(Canvas& canvas, glm::vec2 at, float reach, float width, Color color) {
    canvas.line(at + reach * glm::vec2{-1.1f, 0}, at + reach * glm::vec2{1.1f, 0}, width, color);
    for (const float x : {-0.6f, 0.f, 0.6f})
        canvas.line(at + reach * glm::vec2{x, -0.6f}, at + reach * glm::vec2{x, 0.6f}, width, color);
}

}  // namespace

void draw_glyph(Canvas& canvas, Glyph glyph, glm::vec2 at, float reach, const GlyphInk& look) {
    const bool rimmed = (look.halo.rgba & 0xff) != 0;
    const float outer = reach + 0.5f * look.halo_px;
    switch (glyph) {
        case Glyph::cross:
            if (rimmed) cross(canvas, at, reach, look.stroke_px + look.halo_px, look.halo);
            cross(canvas, at, reach, look.stroke_px, look.ink);
            break;
        case Glyph::disc:
            if (rimmed) canvas.circle(at, outer, look.halo);
            canvas.circle(at, reach, look.ink);
            break;
        case Glyph::ring:
        case Glyph::half_disc:
            if (rimmed) canvas.circle(at, outer, look.halo);
            canvas.circle(at, reach, look.ink);
            canvas.circle(at, reach - 0.9f * look.stroke_px, paper);
            if (glyph == Glyph::half_disc) left_half(canvas, at, reach - 0.5f * look.stroke_px, look.ink);
            break;
        case Glyph::tick:
            if (rimmed) canvas.circle(at, outer, look.halo);
            canvas.circle(at, reach, teal);
            canvas.line(at + reach * glm::vec2{-0.45f, 0.02f}, at + reach * glm::vec2{-0.1f, 0.38f},
                        0.7f * look.stroke_px, paper);
            canvas.line(at + reach * glm::vec2{-0.1f, 0.38f}, at + reach * glm::vec2{0.48f, -0.32f},
                        0.7f * look.stroke_px, paper);
            break;
        case Glyph::triangle:
            if (rimmed) triangle(canvas, at, outer + 0.5f * look.halo_px, look.halo);
            triangle(canvas, at, reach, look.ink);
            triangle(canvas, at + glm::vec2{0, 0.06f * reach}, reach - 1.5f * look.stroke_px, paper);
            break;
        case Glyph::square:
            if (rimmed) square(canvas, at, 0.8f * outer, look.halo);
            square(canvas, at, 0.8f * reach, look.ink);
            break;
        case Glyph::scar:
            if (rimmed) scar(canvas, at, reach, look.stroke_px + look.halo_px, look.halo);
            scar(canvas, at, reach, 0.8f * look.stroke_px, look.ink);
            break;
        case Glyph::swelling:
            if (rimmed) canvas.circle(at, outer, look.halo);
            canvas.circle(at, reach, look.ink);
            canvas.circle(at, reach - 0.8f * look.stroke_px, paper);
            canvas.circle(at, 0.4f * reach, look.ink);
            break;
        case Glyph::bruise:
            if (rimmed) diamond(canvas, at, 1.15f * outer, look.halo);
            diamond(canvas, at, 1.15f * reach, look.ink);
            diamond(canvas, at, 0.45f * reach, paper);
            break;
        case Glyph::clear:
            if (rimmed) canvas.circle(at, outer, look.halo);
            canvas.circle(at, reach, look.ink);
            canvas.circle(at, reach - 0.6f * look.stroke_px, paper);
            canvas.line(at + reach * glm::vec2{-0.42f, 0.02f}, at + reach * glm::vec2{-0.1f, 0.36f},
                        0.7f * look.stroke_px, look.ink);
            canvas.line(at + reach * glm::vec2{-0.1f, 0.36f}, at + reach * glm::vec2{0.45f, -0.3f},
                        0.7f * look.stroke_px, look.ink);
            break;
    }
}

}  // namespace myomap
