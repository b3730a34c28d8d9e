#pragma once
// Which views show the selection best: the trigger point itself and all of its zones.

#include <vector>

#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

struct FramedView {
    StandardView view = StandardView::anterior;
    glm::vec3 target{};               // cm
    float reach_cm = Camera::far_cm;  // less where a limb before the zone is cut away
    float depth_cm = Camera::far_cm;  // less where the body behind a sole would only darken it
};

// The first view shows most, each further one adds what those before it hide. A view looks past an arm that hangs
// before the flank, or past the other leg, where that shows much more. Empty when nothing is selected. A muscle that is
// shown alone is framed by itself, from the side that shows most of it.
struct Framing {
    std::vector<FramedView> views;
    float width_cm = 0;  // of the box to show around each target
    float height_cm = 0;
};

Framing frame_selection(const Scene& scene, const Document& document);

}  // namespace myomap
