#pragma once
// The views that may show a selection: the six standard ones, each as it is, past limbs, or with what lies before cut.

#include <limits>
#include <vector>

#include "body/body.h"
#include "body/body_parts.h"
#include "chart/document.h"
#include "chart/framing_spots.h"
#include "chart/scene.h"

namespace myomap {

inline constexpr float uncut = std::numeric_limits<float>::infinity();
inline constexpr float sole_share = 0.06f;  // of the body's height: what lies lower is of a foot

// How well one view shows each spot, 0..1, and what of the body it leaves out for that.
struct Candidate {
    StandardView view;
    LimbSet outlined = 0;        // limbs that are drawn as outlines
    float reach_from_floor = 0;  // cm toward the viewer, of the cut; infinity when nothing is cut
    float worth = 1;             // beside another that shows as much
    std::vector<float> shown;    // at most this well, while `asked` is false
    bool asked = false;          // whether anything lies before a spot has been asked for
};

// How much of what matters it shows.
float weight_shown(const Candidate& candidate, const std::vector<Spot>& spots);

std::vector<Candidate> candidates_for(const Scene& scene, const Document& document, const std::vector<Spot>& spots);

// Casts the rays that tell what still lies before a spot. Most candidates are not worth it: the first ray to a body
// costs building what answers rays. `parts` may be null.
void ask(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots, Candidate& candidate);

}  // namespace myomap
