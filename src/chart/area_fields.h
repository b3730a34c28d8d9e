#pragma once
// What the pain areas of a drawing cover on one body, and what they are called on a chart.

#include <vector>

#include "body/body_regions.h"
#include "body/fields.h"
#include "chart/drawing.h"

namespace myomap {

// What one stroke covers, or takes away. As smooth as a zone. Anchors must be valid on the body's topology, as those of
// a loaded drawing are.
SparseField field_of(const BrushStroke& stroke, const Body& body);

// Lays what a stroke covers over `field`, or takes it away from it.
void lay(const SparseField& stroke, bool erase, SparseField& field);

// The strokes in their order: each paints, or erases what those before it painted.
SparseField field_of(const SharedList<BrushStroke>& strokes, const Body& body);

// Of an area without its strokes.
SparseField regions_of(const PainArea& area, const Body& body, const BodyRegions* regions);

// The named regions together with the strokes, which also erase from them. A region that `regions` doesn't know covers
// nothing; nor does any without `regions`.
SparseField field_of(const PainArea& area, const Body& body, const BodyRegions* regions);

// The areas as a chart numbers them, P1 first: in the order of their worst intensity, those that have none last; of
// equals the one begun earlier.
std::vector<const PainArea*> in_order_of_worst(const SharedList<PainArea>& areas);

}  // namespace myomap
