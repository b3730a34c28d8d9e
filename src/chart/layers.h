#pragma once
// What a document paints on the skin. A new kind of layer is one entry in layers.cpp.

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// In the order in which they are painted; none is empty.
std::vector<PaintLayer> paint_layers(const Scene& scene, const Document& document);

// Their words as one says them to a patient.
void put_plainly(std::vector<PaintLayer>& layers);

}  // namespace myomap
