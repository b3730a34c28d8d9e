#pragma once
// Which limb each place of the skin is of, as the named regions say: what a view may draw as a mere outline where it
// stands in the way.

#include <cstdint>
#include <vector>

#include "body/region_map.h"

namespace myomap {

// Any number of limbs.
using LimbSet = std::uint8_t;
inline constexpr LimbSet left_arm = 1, right_arm = 2, left_leg = 4, right_leg = 8, trunk_and_head = 16;
inline constexpr LimbSet arms = left_arm | right_arm, legs = left_leg | right_leg;

// The limb that a region of that part and side is of.
LimbSet limb_of(RegionPart part, Side side);

class BodyParts {
public:
    BodyParts(const RegionSet& set, const RegionMap& map, size_t vertices);

    // One limb, or trunk_and_head.
    LimbSet at(std::uint32_t vertex) const { return of_[vertex]; }
    bool on_face(std::uint32_t vertex) const { return face_[vertex]; }

private:
    std::vector<LimbSet> of_;  // by vertex
    std::vector<bool> face_;
};

}  // namespace myomap
