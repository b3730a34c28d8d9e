#include "chart/palette.h"

namespace myomap {

const ChartPalette& chart_palette(Theme theme) {
    static constexpr ChartPalette light{
        .background = {0xffffffff},
        .skin = {0xd9cfc4ff},
        .essential = {0xc4161cff},
        .spillover = {0xc4161cff},
        .area = {0x1f7a8cff},
        .region = {0xd99a1cff},
        .chosen_muscle = {0x1f8fa3ff},
        .muscles = {{{0xb2605aff}, {0xc47b68ff}, {0x9c5450ff}, {0xc9897eff}, {0xa86a55ff}, {0xb5717bff}}},
        .tendon = {0xe9e2d4ff},
        .bone = {0xe6dcc6ff},
        .marker = {0x1a1a1aff},
        .quiet_marker = {0x5a534c8c},
        .text = {0x24211eff},
        .quiet_text = {0x645d56ff},
        .leader = {0x4a4540ff},
        .inside = {0xf6f3efff},
        .outline = {0x9a928aff},
        .panel = {0xfffffff0},
    };
    static constexpr ChartPalette dark{
        .background = {0x16181bff},
        .skin = {0xb9aea3ff},
        .essential = {0xd3262bff},
        .spillover = {0xd3262bff},
        .area = {0x2d9db3ff},
        .region = {0xe0a63aff},
        .chosen_muscle = {0x2fa7bdff},
        .muscles = {{{0xa85a55ff}, {0xb97263ff}, {0x934d4aff}, {0xbd8076ff}, {0x9e6350ff}, {0xaa6a73ff}}},
        .tendon = {0xddd6c8ff},
        .bone = {0xd8cebaff},
        .marker = {0x0c0c0cff},
        .quiet_marker = {0x26221e8c},
        .text = {0xf1ede8ff},
        .quiet_text = {0xb3aca5ff},
        .leader = {0xd6d0caff},
        .inside = {0x2b2a2aff},
        .outline = {0x7d7872ff},
        .panel = {0x22262bf0},
    };
    return theme == Theme::light ? light : dark;
}

}  // namespace myomap
