#pragma once
// Shapes -> meshes that do not overlap. Every part grows from its core until it is as thick as its author says, or
// meets the cell of a neighbour (of two cores the one that is nearer, measured in half thicknesses, owns a place), or
// comes within a margin of the skin. Narrow gaps between neighbours are closed. Bones give way to muscles, but for
// their core.

#include <functional>
#include <string>
#include <vector>

#include "atlas/muscle_shapes.h"
#include "body/body.h"
#include "body/muscle_asset.h"

namespace myomap {

// What a reviewer wants to know of how a muscle came out.
struct PackingNote {
    std::string id;
    float squeezed = 0;  // share of its surface that came out thinner than a quarter of what was asked
    std::string by;      // the neighbour that took most of it, "" where it was the skin
    float moved_cm = 0;  // how far its core had to be moved under the skin, at most
};

struct PackedMuscles {
    MuscleAsset asset;
    std::vector<PackingNote> notes;  // one per shape
    Problems problems;               // shapes that can't be built on this body and were left out
};

// Shapes that can't be built on this body (fibres that cross, no length); pack_muscles leaves them out.
Problems shape_problems(const Body& body, const std::vector<Shape>& shapes);

// `progress` is told the share done now and then; may be empty. About two seconds for a whole body on one core.
PackedMuscles pack_muscles(const Body& body, const std::vector<Shape>& shapes,
                           const std::function<void(float)>& progress = {});

}  // namespace myomap
