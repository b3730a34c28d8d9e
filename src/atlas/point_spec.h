#pragma once
// Where something lies, in words an anatomist can check: always relative to named landmarks, never raw coordinates.
// The grammar (docs/data-format.md):
//   "mastoid_process"                                        a landmark
//   ["c7_spinous", "acromion_tip", 0.45]                     45 % of the way from the first to the second point
//   {"at": P, "offset_cm": {"superior": 2, "lateral": 1}}    moved along the body's directions
//   {"mirror": P}                                            the same point on the other side
// Any object form may add "deep": true: the point stays where it is instead of being dropped onto the skin.

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace myomap {

using LandmarkNames = std::set<std::string, std::less<>>;

// Centimetres along the body's directions. Lateral is away from the midline on the point's own side.
struct Offset {
    float superior = 0;  // inferior is negative
    float lateral = 0;   // medial is negative
    float anterior = 0;  // posterior is negative

    bool operator==(const Offset&) const = default;
};

struct PointSpec {
    enum class Kind { landmark, between, offset, mirror };

    Kind kind = Kind::landmark;
    std::string landmark;       // Kind::landmark: its name
    std::vector<PointSpec> of;  // between: two points; offset, mirror: one
    float fraction = 0;         // between: 0 at the first point, 1 at the second
    Offset offset;              // offset
    bool deep = false;          // not dropped onto the skin

    bool operator==(const PointSpec&) const = default;
};

// A path over the skin and how wide it is painted. A path of one point is a round spot.
struct Stroke {
    std::vector<PointSpec> path;
    std::vector<float> radius_cm;  // one for the whole path, or one per path point; each in (0, 40]
    bool through = false;          // paints the whole thickness of the limb, not only the side the path lies on

    bool operator==(const Stroke&) const = default;
};

}  // namespace myomap
