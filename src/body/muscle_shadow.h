#pragma once
// The shadow that a muscle throws on the skin over it: its tint, which says where it lies. Each place of its outer face
// goes to the skin that is nearest while that is near, and the deeper it lies the more to one side for all of it, so
// that a muscle in the middle of a limb or of the trunk has one shadow: the side from which its trigger points are
// reached, or, without any, the one from which most of it is seen with least over it.

#include "atlas/atlas.h"
#include "body/fields.h"
#include "body/muscle_asset.h"
#include "body/muscle_query.h"

namespace myomap {

// Left side, as the meshes; 0.5 is the border, with a ramp of about a centimetre across it. Empty where the mesh has no
// triangles. `muscle` has the trigger points; nullptr for none. Some milliseconds.
SparseField muscle_shadow(const Body& body, const MuscleAsset& asset, const MuscleQuery& query, const MuscleMesh& mesh,
                          const Muscle* muscle);

}  // namespace myomap
