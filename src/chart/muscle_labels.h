#pragma once
// Names for the muscles that a view shows: which are seen, how much of them, and where their leader lines should end.

#include <vector>

#include "chart/labels.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// One wish a muscle, those that show most first, at most `most`. `spacing_px` is how finely the view is looked at.
std::vector<LabelWish> muscle_label_wishes(const Scene& scene, const Document& document, const Picture& picture,
                                           const PictureView& view, float spacing_px, size_t most);

}  // namespace myomap
