#pragma once
// The symbols, arrows and words of a drawing in the views of its picture: findings F1, F2, ..., notes N1, N2, ...

#include <vector>

#include "chart/labels.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

Glyph glyph_of(NoteSymbol symbol);
// The symbol of what was found; treated findings have a badge.
Glyph glyph_of(const Finding& finding);

// In every view that shows the place. A finding at a point that the atlas doesn't have, and without a place of its own,
// has none.
std::vector<Mark> drawing_marks(const Scene& scene, const Document& document, const std::vector<PictureView>& views);

// In every view that shows all of the way.
std::vector<Arrow> drawing_arrows(const Scene& scene, const Document& document, const std::vector<PictureView>& views);

// By view: what was found at each mark and what each note says, in the first view that shows it.
void add_drawing_wishes(const Scene& scene, const Document& document, const Picture& picture,
                        std::vector<std::vector<LabelWish>>& wishes);

// "Quadratus lumborum 1", "Free place".
std::string finding_name(const Scene& scene, const Finding& finding);

}  // namespace myomap
