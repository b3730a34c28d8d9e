#include "chart/paint.h"

#include <array>
#include <cstddef>

namespace myomap {

const PatternLook& look_of(Pattern pattern) {
    using Kind = PatternLook::Kind;
    // Glyphs lie on places whose spacing grows by less than half from level to level, lines on ones that double it.
    static constexpr std::array<PatternLook, pattern_count> looks{{
        {Kind::plain, 0, 0},          // solid
        {Kind::glyphs, 5.2f, 0.27f},  // stipple
        {Kind::lines, 5.5f, 0.32f},   // lines
        {Kind::glyphs, 8.0f, 0.42f},  // arrow heads
        {Kind::glyphs, 7.6f, 0.42f},  // triangles
    }};
    return looks[static_cast<std::size_t>(pattern)];
}

}  // namespace myomap
