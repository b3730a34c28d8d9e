#pragma once
// Insets: where on the body a close-up is, for a reader who sees little but skin in it.

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// One for each view of the picture that shows less than half of a head, a hand, a foot or the like, in a corner that
// its paint and marks leave free; a quiet mark in the way goes. Pixels; `header_px`, `footer_px`: kept for words.
void add_insets(const Scene& scene, Picture& picture, float header_px, float footer_px);

}  // namespace myomap
