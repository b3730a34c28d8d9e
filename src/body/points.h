#pragma once
// PointSpec -> a place on this body.

#include "atlas/point_spec.h"
#include "base/failure.h"
#include "body/body.h"

namespace myomap {

struct UnknownLandmark : Failure {
    using Failure::Failure;
};

// The point on the skin. "between" goes along the straight line between the two skin points and is dropped onto the
// skin again; offsets scale with the body's height (1 at the reference male).
// Throws UnknownLandmark; the loader has already refused such data.
SkinPoint resolve_on_skin(const Body& body, const PointSpec& spec, Side side);

// The point in the depth, from bone positions; what "deep": true asks for. cm.
glm::vec3 resolve_deep(const Body& body, const PointSpec& spec, Side side);

}  // namespace myomap
