#pragma once
// A field drawn once more, otherwise: what people do to a pain area when they draw it again.

#include "body/body.h"
#include "body/fields.h"

namespace myomap {

// The border (0.5) moved over the skin by so many cm, outwards or, below 0, inwards. What shrinks keeps at least half
// of its area, so that a narrow zone doesn't vanish.
SparseField grown(const Body& body, const SparseField& field, float cm);

enum class Toward { up, down, left, right };  // of one who looks at the skin there, head upwards

// All of the field moved along the skin.
SparseField shifted(const Body& body, const SparseField& field, Toward toward, float cm);

// 2 |a and b| / (|a| + |b|), weighted by value and skin area (`area`, per vertex); 0 for two empty fields.
float dice(const SparseField& a, const SparseField& b, const std::vector<float>& area);

}  // namespace myomap
