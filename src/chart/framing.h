#pragma once
// Which views show the selection best: the trigger point itself and all of its zones.

#include <utility>
#include <vector>

#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// What is shown whole where there is room.
enum class SmallPart { none, head, left_hand, right_hand, left_foot, right_foot };

struct FramedView {
    StandardView view = StandardView::anterior;
    glm::vec3 target{};  // cm; the middle of what is to be seen
    float width_cm = 0;  // of what is to be seen: the point and the zones that this view is there for
    float height_cm = 0;
    float least_share = 0.63f;  // of the view's height or width that it should take; 0: the part alone decides
    float part_cm = 0;          // of the part of the body it lies on, which tells a reader where he is
    // What it lies on, and its box in the view's plane, cm from the target; empty for none.
    SmallPart part = SmallPart::none;
    glm::vec2 part_low{0}, part_high{0};
    // The head likewise, where the view might cut it; empty from above and below. No edge should cut a face.
    glm::vec2 head_low{0}, head_high{0};
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

// In the plane of a view with that orientation, cm: the lower left and the upper right corner.
std::pair<glm::vec2, glm::vec2> box_of(const Body& body, SmallPart part, const glm::quat& orientation);

Framing frame_selection(const Scene& scene, const Document& document);

}  // namespace myomap
