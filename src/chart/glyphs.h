#pragma once
// Draws the symbols of marks. A new symbol is an entry of Glyph and a case in glyphs.cpp.

#include "chart/canvas.h"

namespace myomap {

struct GlyphInk {
    Color ink;
    Color halo;  // a light rim that parts it from what lies below; alpha 0: none
    float halo_px = 0;
    float stroke_px;  // of lines
};

// `reach_px` from the middle to the edge.
void draw_glyph(Canvas& canvas, Glyph glyph, glm::vec2 at, float reach_px, const GlyphInk& look);

}  // namespace myomap
