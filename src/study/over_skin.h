#pragma once
// How far two places lie apart for someone who goes over the skin.

#include "body/body.h"

namespace myomap {

// cm. Ways along the edges of the mesh are longer than straight over the skin; what that adds on average is taken off
// again, but nothing is nearer than through the air. Infinite where no way leads.
float cm_over_skin(const Body& body, const SkinPoint& from, const SkinPoint& to);

}  // namespace myomap
