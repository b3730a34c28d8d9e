#pragma once
// What a user can choose. Keys, menus, panels, the command line and tests call these and nothing else. Each returns
// what it did, which names the step; an empty message when it changed nothing.

#include <string>

#include "base/message.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// Selecting frames the chart on the point (Layout::focus) unless one view is large and free.
Message select_point(Document&, const Scene&, PointRef ref);
// The muscle with all of its trigger points.
Message select_muscle(Document&, const Scene&, int muscle);
// A named skin region, or a complaint; either takes the place of a selected muscle and is framed likewise.
Message select_region(Document&, const Scene&, RegionRef region);
Message select_symptom(Document&, const Scene&, const std::string& id);
Message clear_selection(Document&);
// Walks the trigger points in atlas order; step is +1 or -1 and wraps.
Message step_point(Document&, const Scene&, int step);
// Walks the muscles; selects the first point.
Message step_muscle(Document&, const Scene&, int step);

}  // namespace myomap
