#pragma once
// What a chart is labelled with: chosen points, their zones in words, muscles; put where `place_labels` finds room.

#include "chart/canvas.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

inline constexpr float view_header_px = 30, view_footer_px = 22;  // of design; kept free for title and sides

// Needs the picture's views, marks and layers.
void add_labels(const Scene& scene, const Document& document, const TextMeasure& measure, Picture& picture);

}  // namespace myomap
