#pragma once
// All that one trigger point paints on a body, its zones of each kind taken together.

#include "chart/scene.h"

namespace myomap {

struct PointPattern {
    SparseField essential;
    SparseField any;  // essential and spillover
};

// How much a spillover zone where nothing was drawn speaks against a pattern, beside 1 for an essential zone: it is
// felt by some only, so that its absence says little.
inline constexpr float spillover_beyond = 0.1f;

// `level` is one of TriggerPoint::levels, -1 where the point is drawn.
PointPattern pattern_of(const Scene& scene, BodyId body, PointRef ref, Side side = Side::left, int level = -1);

}  // namespace myomap
