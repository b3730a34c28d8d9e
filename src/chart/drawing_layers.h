#pragma once
// What a drawing paints on the skin: the patterns kept beside it, and over them its pain areas.

#include <string>
#include <vector>

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// "kept_A", "kept_A_spillover", ..., A on top; none is empty.
std::string kept_layer_id(char letter);
std::vector<PaintLayer> kept_layers(const Scene& scene, const Document& document);

// "P1", "P2", ... by worst intensity, P1 on top; none is empty.
std::vector<PaintLayer> area_layers(const Scene& scene, const Document& document);

// Of the chosen finding: its point's usual pattern, and over it where the examination was felt.
std::vector<PaintLayer> finding_layers(const Scene& scene, const Document& document);

}  // namespace myomap
