#pragma once
// Which tendons of their own go on from the end of a muscle, as the Achilles tendon does from the soleus.

#include <vector>

#include "body/muscle_asset.h"

namespace myomap {

// The meshes of tendon that lie at an end of `mesh`, run as its fibres do there and lead beyond it; sorted.
std::vector<int> tendons_beyond(const MuscleAsset& asset, int mesh);

}  // namespace myomap
