#include "chart/paint.h"

#include <array>
#include <cstddef>

namespace myomap {

const PatternLook& look_of(Pattern pattern) {
    using Kind = PatternLook::Kind;
    // Glyphs lie on places whose spacing grows by less than half from level to level, lines on ones that double it.
    static constexpr std::array<PatternLook, pattern_count> looks{{
        {Kind::plain, 0, 0},                     // solid
        {Kind::glyphs, 5.2f, 0.27f},             // stipple
        {Kind::lines, 5.5f, 0.32f},              // lines
        {Kind::glyphs, 8.0f, 0.42f},             // arrow heads
        {Kind::glyphs, 7.6f, 0.42f},             // triangles
        {Kind::glyphs, 6.6f, 0.30f},             // dots
        {Kind::glyphs, 10.5f, 0.33f},            // large dots
        {Kind::glyphs, 7.6f, 0.40f},             // squares
        {Kind::glyphs, 7.6f, 0.36f},             // rings
        {Kind::glyphs, 11.5f, 0.41f},            // ringed dots
        {Kind::glyphs, 8.4f, 0.42f},             // plus signs
        {Kind::glyphs, 7.4f, 0.46f},             // loose dashes
        {Kind::glyphs, 9.2f, 0.42f},             // paired strokes
        {Kind::lines, 5.8f, 0.32f, 45},          // slanted lines
        {Kind::lines, 5.8f, 0.32f, 90},          // upright lines
        {Kind::lines, 6.6f, 0.22f, 0, 0, true},  // grid
        {Kind::lines, 6.4f, 0.28f, 0, 0.32f},    // zigzag
        {Kind::lines, 6.4f, 0.28f, 90, 0.32f},   // upright zigzag
        {Kind::lines, 8.5f, 0.34f, 135},         // falling lines
        {Kind::lines, 9.5f, 0.2f, 45, 0, true},  // diamonds
        {Kind::lines, 10.5f, 0.42f},             // wide lines
        {Kind::glyphs, 11.5f, 0.40f},            // large rings
        {Kind::lines, 10.5f, 0.42f, 90},         // wide upright lines
    }};
    return looks[static_cast<std::size_t>(pattern)];
}

}  // namespace myomap
