#include "chart/swatch.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "chart/zone_paint.h"
#include "support/fixed_measure.h"

namespace myomap {
namespace {

// Writes down what is drawn, and how far it reaches.
class Sketch : public Canvas {
public:
    std::string strokes;
    std::vector<Color> colors;
    glm::vec2 low{1e9f}, high{-1e9f};

    void line(glm::vec2 a, glm::vec2 b, float width, Color color) override {
        note("line", color, {a, b});
        strokes += std::to_string(std::lround(width * 10));
    }
    void circle(glm::vec2 centre, float radius, Color color) override {
        note("circle", color, {centre - radius, centre + radius});
    }
    void rectangle(const Rect& r, float, Color color) override {
        note("rectangle", color, {{r.x, r.y}, {r.x + r.width, r.y + r.height}});
    }
    void polygon(std::span<const glm::vec2> corners, Color color) override {
        note("polygon", color, {corners.begin(), corners.end()});
    }
    void text(glm::vec2, std::string_view, float, FontWeight, Color) override {}
    float width(std::string_view utf8, float size, FontWeight weight) const override {
        return test::FixedMeasure().width(utf8, size, weight);
    }

private:
    void note(const char* what, Color color, const std::vector<glm::vec2>& points) {
        strokes += what;
        colors.push_back(color);
        for (const glm::vec2 p : points) {
            strokes += ' ' + std::to_string(std::lround(p.x)) + ',' + std::to_string(std::lround(p.y));
            low = min(low, p);
            high = max(high, p);
        }
    }
};

const ChartPalette& palette = chart_palette(Theme::light);

Sketch draw(const Swatch& swatch, Style style, Rect box = {0, 0, 26, 16}) {
    Sketch sketch;
    draw_swatch(sketch, swatch, box, style, palette);
    return sketch;
}

std::vector<Swatch> all_swatches() {
    std::vector<Swatch> all;
    for (int pattern = 0; pattern < pattern_count; ++pattern)
        for (const Border border : {Border::none, Border::line, Border::twofold, Border::broken})
            all.push_back(Paint{.fill = {0x2f4b9b4d},
                                .pattern = static_cast<Pattern>(pattern),
                                .ink = {0x2f4b9bff},
                                .border = border,
                                .edge = {0x2f4b9bff}});
    for (const Glyph glyph : {Glyph::cross, Glyph::disc, Glyph::ring, Glyph::half_disc, Glyph::tick, Glyph::triangle})
        all.push_back(glyph);
    return all;
}

TEST(Swatch, EveryPatternBorderAndSymbolLooksUnlikeTheOthersInBothStyles) {
    for (const Style style : {Style::shaded, Style::line_art}) {
        std::vector<std::string> seen;
        for (const Swatch& swatch : all_swatches()) {
            const std::string strokes = draw(swatch, style).strokes;
            EXPECT_FALSE(strokes.empty());
            EXPECT_EQ(std::ranges::count(seen, strokes), 0) << strokes;
            seen.push_back(strokes);
        }
    }
}

TEST(Swatch, StaysInItsBoxAtAnySize) {
    for (const float height : {8.5f, 14.f, 16.f, 48.f})
        for (const float width : {height, 1.6f * height})
            for (const Style style : {Style::shaded, Style::line_art})
                for (const Swatch& swatch : all_swatches()) {
                    const Sketch sketch = draw(swatch, style, {100, 50, width, height});
                    const float slack = 0.02f * height;
                    EXPECT_GE(sketch.low.x, 100 - slack);
                    EXPECT_GE(sketch.low.y, 50 - slack);
                    EXPECT_LE(sketch.high.x, 100 + width + slack);
                    EXPECT_LE(sketch.high.y, 50 + height + slack);
                }
}

TEST(Swatch, OfALineDrawingIsInkOnly) {
    for (const Swatch& swatch : {Swatch(zone_paint(ZoneKind::essential, Confidence::high, palette)),
                                 Swatch(zone_paint(ZoneKind::spillover, Confidence::low, palette))}) {
        for (const Color color : draw(swatch, Style::line_art).colors)
            EXPECT_EQ(color.rgba >> 8, palette.text.rgba >> 8);
        const auto shaded = draw(swatch, Style::shaded).colors;
        EXPECT_EQ(shaded.front().rgba, palette.skin.rgba) << "what is painted lies on skin";
        EXPECT_EQ(shaded.at(1).rgba >> 8, palette.essential.rgba >> 8);
    }
}

}  // namespace
}  // namespace myomap
