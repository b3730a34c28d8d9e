#pragma once
// The colours of the chart itself (body, zones, marks), light and dark. The window's own tokens are in ui/theme.h.

#include <array>

#include "body/muscle_asset.h"
#include "chart/canvas.h"

namespace myomap {

struct ChartPalette {
    Color background;
    Color skin;       // of the lit body
    Color essential;  // solid
    Color spillover;  // of the dots
    Color area;       // tint of the selected muscle
    Color region;     // tint of a chosen skin region
    Color chosen_muscle;
    std::array<Color, muscle_tints> muscles;
    Color tendon;
    Color bone;
    Color marker;  // the X
    Color quiet_marker;
    Color text;
    Color quiet_text;
    Color leader;
    Color inside;   // of the body, where a limb is left out
    Color outline;  // of a limb that stands in the way; and between views
    Color panel;    // behind labels
};

const ChartPalette& chart_palette(Theme theme);

}  // namespace myomap
