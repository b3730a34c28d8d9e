#include "body/body_parts.h"

namespace myomap {

LimbSet limb_of(RegionPart part, Side side) {
    switch (part) {
        case RegionPart::arm:
            return side == Side::left ? left_arm : right_arm;
        case RegionPart::leg:
            return side == Side::left ? left_leg : right_leg;
        case RegionPart::face:
        case RegionPart::trunk:
            break;
    }
    return trunk_and_head;
}

BodyParts::BodyParts(const RegionSet& set, const RegionMap& map, size_t vertices)
    : of_(vertices, trunk_and_head), face_(vertices, false) {
    if (map.empty()) return;
    for (std::uint32_t v = 0; v < vertices; ++v) {
        const RegionRef ref = map.at(v);
        if (ref.region < 0) continue;
        const RegionPart part = set.regions[static_cast<size_t>(ref.region)].part;
        of_[v] = limb_of(part, ref.side);
        face_[v] = part == RegionPart::face;
    }
}

}  // namespace myomap
