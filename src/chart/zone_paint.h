#pragma once
// How zones are painted, wherever they are.

#include "atlas/atlas.h"
#include "chart/paint.h"
#include "chart/palette.h"

namespace myomap {

// As the zones of one kind are painted, on the skin and beside their words: with a broken border where their confidence
// is low.
Paint zone_paint(ZoneKind kind, Confidence confidence, const ChartPalette& palette);

// The colour darkened to `share` of its light.
Color darker(Color color, float share, unsigned alpha);

}  // namespace myomap
