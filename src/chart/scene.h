#pragma once
// What a chart is drawn from: the knowledge and the bodies, read-only.

#include <array>

#include "atlas/atlas.h"
#include "body/atlas_fields.h"
#include "body/body.h"

namespace myomap {

struct Scene {
    const Atlas& atlas;
    std::array<const Body*, 2> bodies;          // by BodyId; never null
    std::array<const AtlasFields*, 2> fields;   // by BodyId; never null

    const Body& body(BodyId id) const { return *bodies[static_cast<size_t>(id)]; }
    const AtlasFields& body_fields(BodyId id) const { return *fields[static_cast<size_t>(id)]; }
};

}  // namespace myomap
