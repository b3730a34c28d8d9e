#pragma once
// A pattern laid over a drawing: hit, missed, beyond. Three fields that a chart can paint; their borders (0.5) are
// those of drawing and pattern, so that together they tile both.

#include "chart/paint.h"
#include "chart/palette.h"
#include "finder/finder.h"
#include "finder/point_pattern.h"

namespace myomap {

struct Fit {
    SparseField hit;     // drawn, and in the pattern
    SparseField missed;  // drawn, not in the pattern
    SparseField beyond;  // in the pattern, not drawn
};

Fit lay_over(const SparseField& drawn, const SparseField& pattern);

// Over all zones of an answer's point, at its level and on its side.
Fit lay_over(const Scene& scene, BodyId body, const SparseField& drawn, const Found& found);

// How drawing and pattern are told apart. All of the drawing looks alike: it is one question. What it has in common
// with the pattern is solid; what was not drawn has lines.
Paint drawn_paint();
Paint met_paint(const ChartPalette& palette);
Paint undrawn_paint(const ChartPalette& palette);

}  // namespace myomap
