#pragma once
// What stands between the charts of two steps: the camera goes over, the skin becomes clear, what is felt grows out of
// the trigger point along the skin to where it is felt. All that takes long is made at the beginning.

#include <string>
#include <vector>

#include "chart/picture.h"
#include "chart/scene.h"
#include "explain/telling.h"

namespace myomap {

class StepMotion {
public:
    // Both pictures of one body, with a view each at least; their first views are blended. `from`: what is on the
    // screen. `origin`: where what is felt grows from; nothing: it fades in.
    StepMotion(const Scene& scene, Picture from, Picture to, const std::optional<TalkSubject>& origin);

    // `share` of the time, 0 to 1. Without labels; what it shows at 1 is the second picture but for those, the patterns
    // of what grew, and views beside the first.
    Picture at(float share) const;

    // Something is felt that was not shown before: takes longer than a mere turn.
    bool grows() const { return !growing_.empty(); }

private:
    struct Growing {
        std::size_t layer = 0;          // of the second picture
        std::vector<float> reached_cm;  // along the skin from the point, as the field's vertices; empty: it fades in
    };
    struct Place {
        std::size_t mark = 0;  // of the second picture
        glm::vec3 at{};        // cm
    };
    Picture from_, to_;
    std::vector<PaintLayer> leaving_;
    std::vector<Growing> growing_;
    std::vector<Place> places_;
    PaintLayer trail_;  // from the point to what is felt; only while it grows
    std::vector<float> trail_cm_;
    float farthest_cm_ = 0;
    float from_clear_ = 0, to_clear_ = 0;

    void grow(const Scene& scene, const TalkSubject& origin);
};

// 0 to 1, slow at both ends.
float eased(float share);

}  // namespace myomap
