#pragma once
// How something is painted on the skin, as a value: colours, a pattern, a border. Renderer, legend, card and pages draw
// a paint without knowing what it stands for.

#include <cstdint>

namespace myomap {

// sRGB with straight alpha, 0xRRGGBBAA.
struct Color {
    std::uint32_t rgba = 0x000000ff;
    bool operator==(const Color&) const = default;
};

inline Color with_alpha(Color color, unsigned alpha) { return {(color.rgba & 0xffffff00u) | alpha}; }

// What is drawn over the fill, in ink. A new one: an entry here and in look_of(), one case in swatch.cpp, and one in
// glyphs.frag (one glyph, set many times) or in skin.frag (lines).
enum class Pattern : std::uint8_t {
    solid,
    stipple,
    lines,  // across the body
    arrow_heads,
    triangles,
    dots,
    large_dots,
    squares,
    rings,
    ringed_dots,
    plus_signs,
    loose_dashes,  // each turned another way
    paired_strokes,
    slanted_lines,
    upright_lines,
    grid,
    zigzag,  // across the body
    upright_zigzag,
    // Of patterns kept beside a drawing: like none of those above, in grey too.
    falling_lines,
    diamonds,
    wide_lines,
    large_rings,
    wide_upright_lines,
};
inline constexpr int pattern_count = 23;

enum class Border : std::uint8_t {
    none,
    rim,      // a soft edge, part of the fill
    soft,     // the fill fades out: of what has no border that anybody could draw
    line,     // drawn at full strength
    twofold,  // the same, with a second line outside: of what lies deep
    broken,   // the same, interrupted: of low confidence
};

struct Paint {
    Color fill;  // below the pattern; its alpha is how much of the skin it covers
    Pattern pattern = Pattern::solid;
    Color ink;  // of the pattern
    Border border = Border::none;
    Color edge;              // of the border
    float border_px = 1.6f;  // pixels for a rim, else of design
    // How much of fill and border lies over muscles where the skin is clear or gone; 0 and 0: the paint goes with it.
    float film_fill = 0, film_edge = 0;

    bool operator==(const Paint&) const = default;
};

// A mere tint: a line drawing tones it, and a label may lie on it.
inline bool is_tint(const Paint& paint) { return paint.pattern == Pattern::solid && (paint.fill.rgba & 0xff) < 0x80; }
inline bool is_drawn(Border border) {
    return border == Border::line || border == Border::twofold || border == Border::broken;
}
// Hides what is painted below it.
inline bool covers(const Paint& paint) { return paint.pattern == Pattern::solid && !is_tint(paint); }

struct PatternLook {
    enum class Kind { plain, glyphs, lines } kind;
    float step_px;         // of design: at every zoom steps are at least this and below twice it
    float size;            // of a glyph from its middle, or width of a line; shares of the least step
    float turn = 0;        // of lines, degrees up from across the body
    float zigzag = 0;      // of lines: how far they swing to either side, shares of the step
    bool crossed = false;  // of lines: and others at right angles
};
const PatternLook& look_of(Pattern pattern);
inline constexpr float zigzag_wave = 1.5f;  // of a zigzag there and back, shares of the step

}  // namespace myomap
