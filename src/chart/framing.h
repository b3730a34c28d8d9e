#pragma once
// Which views show the selection best: the trigger point itself and all of its zones.

#include <vector>

#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

struct FramedView {
    StandardView view = StandardView::anterior;
    glm::vec3 target{};  // cm; the middle of what is to be seen
    float width_cm = 0;  // of what is to be seen: the point and the zones that this view is there for
    float height_cm = 0;
    float least_share = 0.63f;  // of the view's height or width that it should take; 0: the part alone decides
    float part_cm = 0;          // of the part of the body it lies on, which tells a reader where he is
    // The head, hand or foot it lies on: a box in the view's plane, cm from the target. Empty elsewhere.
    glm::vec2 part_low{0}, part_high{0};
    LimbSet outlined = 0;  // limbs that would hide it, drawn as outlines
    // Less where something before the zone is cut away: where muscles are shown, and the thighs below a pelvic floor.
    float reach_cm = Camera::far_cm;
    float depth_cm = Camera::far_cm;  // less where the body behind a sole would only darken it
};

// As few views as show the point, and of each zone 60 % in one view or 90 % in all together; of a zone whose parts lie
// apart, most of each part. At most three. A view looks past an arm that hangs before the flank, or past the other leg,
// where that shows more. Empty when nothing is selected. A muscle that is shown alone is framed by itself, from the
// side that shows most of it.
struct Framing {
    std::vector<FramedView> views;
};

// Of the part of the body round a place (cm): a head, a hand and a foot are smaller than any other.
float part_cm_at(const Body& body, const glm::vec3& place);

Framing frame_selection(const Scene& scene, const Document& document);

}  // namespace myomap
