#pragma once
// What the colours and symbols of a picture mean. Made once; pages that set it themselves use the same entries.

#include "chart/canvas.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// An entry for each layer, the topmost first, then one for the symbols that the document calls for. Not laid out.
std::vector<LegendEntry> legend_of(const Scene& scene, const Document& document, const std::vector<PaintLayer>& layers);

// Sets the picture's entries into centred rows at its foot. Returns the height they take: of the picture's height at
// most that share, or two rows; the last entries are taken out where they have no room.
// `foot_px` stays free below it.
float lay_out_legend(Picture& picture, const TextMeasure& measure, float most_share = 1, float foot_px = 0);

}  // namespace myomap
