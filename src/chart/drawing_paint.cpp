#include "chart/drawing_paint.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace myomap {

namespace {

constexpr unsigned tint = 0x4d;  // 30 % of the skin below a pattern

struct Ink {
    std::uint32_t rgb;
    Pattern pattern;
};

// In the order of PainQuality.
constexpr std::array<Ink, 16> of_qualities{{
    {0x2f4b9b00, Pattern::dots},            // aching
    {0x2f4b9b00, Pattern::large_dots},      // dull
    {0x2f4b9b00, Pattern::squares},         // heavy
    {0x6a3d9a00, Pattern::lines},           // tight
    {0x2f4b9b00, Pattern::rings},           // sore
    {0x6a3d9a00, Pattern::zigzag},          // cramping
    {0x8e2c6b00, Pattern::ringed_dots},     // throbbing
    {0xa34a0000, Pattern::slanted_lines},   // burning
    {0x3a2a1c00, Pattern::plus_signs},      // stabbing
    {0x3a2a1c00, Pattern::triangles},       // sharp
    {0x6b5a0000, Pattern::arrow_heads},     // shooting
    {0x6b5a0000, Pattern::upright_zigzag},  // electric
    {0x1b6e3c00, Pattern::loose_dashes},    // tingling
    {0x1b6e3c00, Pattern::grid},            // numb
    {0x1b6e3c00, Pattern::paired_strokes},  // itching
    {0x0f6ba800, Pattern::upright_lines},   // cold
}};

constexpr std::array<Ink, most_kept_patterns> of_kept{{
    {0xc4161c00, Pattern::solid},
    {0x1f5fa800, Pattern::falling_lines},
    {0x1b6e3c00, Pattern::diamonds},
    {0x8a4b0000, Pattern::wide_lines},
    {0x6a3d9a00, Pattern::large_rings},
    {0x3a2a1c00, Pattern::wide_upright_lines},
}};

}  // namespace

Paint pain_paint(const PainArea& area) {
    constexpr Ink unnamed{0x45505a00, Pattern::solid};
    const Ink ink = area.qualities.empty() ? unnamed : of_qualities[static_cast<std::size_t>(area.qualities.front())];
    const Color color{ink.rgb | 0xff};
    Paint paint{.fill = with_alpha(color, tint),
                .pattern = ink.pattern,
                .ink = color,
                .border = area.depth == PainDepth::deep ? Border::twofold : Border::line,
                .edge = color,
                .film_fill = 0.6f,
                .film_edge = 0.9f};
    // A thin border of half the width: nobody knows how deep.
    if (area.depth == PainDepth::not_sure) paint.border_px *= 0.5f;
    return paint;
}

Paint kept_paint(char letter, ZoneKind kind) {
    const auto at = static_cast<std::size_t>(std::clamp(letter - 'A', 0, static_cast<int>(of_kept.size()) - 1));
    const Color color{of_kept[at].rgb | 0xff};
    const bool is_solid = of_kept[at].pattern == Pattern::solid;
    if (kind == ZoneKind::spillover)
        return {.fill = with_alpha(color, 0x18), .pattern = Pattern::stipple, .ink = color, .film_fill = 0.4f};
    return {.fill = with_alpha(color, is_solid ? 0xd0 : 0x24),
            .pattern = of_kept[at].pattern,
            .ink = color,
            .border = Border::line,
            .edge = color,
            .border_px = 1.2f,
            .film_fill = 0.6f,
            .film_edge = 0.9f};
}

}  // namespace myomap
