#pragma once
// What the colours and symbols of a picture mean. Made once; pages that set it themselves use the same entries.

#include "chart/canvas.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// An entry for each layer, the topmost first, then one for the symbols that the document calls for. Not laid out.
std::vector<LegendEntry> legend_of(const Scene& scene, const Document& document, const std::vector<PaintLayer>& layers);

// Sets the picture's entries into centred rows at its foot. Returns the height they take.
float lay_out_legend(Picture& picture, const TextMeasure& measure);

}  // namespace myomap
