#pragma once
// Which of the views that may show a selection are shown: as few as show enough of each point and zone.

#include <vector>

#include "chart/view_candidates.h"

namespace myomap {

inline constexpr float enough_in_one = 0.68f;  // of a zone, in one view; a little more than promised
inline constexpr float little = 0.33f;         // of a zone: enough to stand for it beside what a view is there for

// At most `most` of the candidates, the best first. `parts` may be null.
std::vector<Candidate> choose_views(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots,
                                    std::vector<Candidate> candidates, int most);

}  // namespace myomap
