#pragma once
// How a drawing is painted: a colour for each family of pain qualities and a pattern for each quality, so that they
// differ in grey as well; never red, which is the atlas's. The patterns kept beside it are like none of those.

#include "atlas/atlas.h"
#include "chart/drawing.h"
#include "chart/paint.h"

namespace myomap {

// By its first quality and its depth; without a quality plain ink.
Paint pain_paint(const PainArea& area);

// `letter`: 'A' to 'F'.
Paint kept_paint(char letter, ZoneKind kind);

}  // namespace myomap
