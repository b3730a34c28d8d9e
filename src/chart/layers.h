#pragma once
// What a document paints on the skin. A new kind of layer is one entry in layers.cpp.

#include "chart/palette.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// As the zones of one kind are painted, on the skin and beside their words: with a broken border where their confidence
// is low.
Paint zone_paint(ZoneKind kind, Confidence confidence, const ChartPalette& palette);

// In the order in which they are painted; none is empty.
std::vector<PaintLayer> paint_layers(const Scene& scene, const Document& document);

}  // namespace myomap
