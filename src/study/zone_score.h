#pragma once
// How well a painted zone meets a pattern. What is asked is the essential zone, a centimetre in from its border (but
// never less than the half of it that lies deepest); what is allowed, essential and spillover zones and a centimetre
// round them: patterns are drawn by hand and differ by that between books. A zone painted on the wrong side scores 0.
// The limits are those of patients who drew their own pain twice: `jaccard` 0.42 and better, a mean of 0.6 to 0.77.

#include <string>
#include <vector>

#include "body/body.h"
#include "body/fields.h"
#include "finder/overlay.h"
#include "finder/point_pattern.h"
#include "study/fsrs.h"

namespace myomap {

inline constexpr float zone_pass = 0.60f;  // below it: again
inline constexpr float zone_good = 0.68f;  // below it: hard
inline constexpr float zone_full = 0.77f;  // as well as anyone draws it twice

struct ZoneScore {
    float asked = 0;          // of the essential zone's area, the share that is asked for: a half or more
    float found = 0;          // of what is asked, the share that was painted
    float in_zone = 0;        // of the paint, the share that lies where it is allowed
    float score = 0;          // harmonic mean of both, 0..1
    float dice = 0;           // of the paint and the essential zone as they lie; told, but not scored by
    bool wrong_side = false;  // the pattern lies on one side, most of the paint on the other
};

// The pattern is of one side, as it lies on this body.
ZoneScore score_zone(const Body& body, const SparseField& painted, const PointPattern& pattern);

Grade grade_of(const ZoneScore& score);

}  // namespace myomap
