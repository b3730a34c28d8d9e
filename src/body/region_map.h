#pragma once
// The named regions laid onto one body. They tile the skin: every vertex belongs to exactly one region of one side.
// Each region grows over the skin from its seed strokes until it meets its neighbours: a vertex goes to the seed whose
// painted rim (distance less radius) is nearest. The right half is the mirror of the left.

#include <cstdint>
#include <optional>
#include <vector>

#include "atlas/regions.h"
#include "body/body.h"
#include "body/fields.h"

namespace myomap {

// One region of the map. For a midline region the side says nothing and is always left.
struct RegionRef {
    int region = -1;  // index in RegionSet::regions
    Side side = Side::left;

    auto operator<=>(const RegionRef&) const = default;
};

class RegionMap {
public:
    // Lays all borders (some 10 ms). `body` must outlive this; of the set nothing is kept.
    // Throws UnknownLandmark; the loader has already refused such data.
    RegionMap(const RegionSet& set, const Body& body);

    // False for an empty set: then no vertex has a region.
    bool empty() const { return midline_.empty(); }

    // A vertex on the midline counts as left in a paired region.
    RegionRef at(std::uint32_t vertex) const;

    // 1 well inside, 0.5 on the border, so that the line drawn inside the triangles is smooth. The region's own
    // vertices have 0.5 or more, a ring of its neighbours' less. The side of a midline region is ignored.
    SparseField field(RegionRef ref) const;

    // Skin area, cm2. Deep folds that no standard side sees (the inside of the mouth above all) do not count.
    float area_cm2(RegionRef ref) const;

    struct Share {
        RegionRef ref;
        float of_field;   // how much of the field lies in this region; over all shares they add up to 1
        float of_region;  // how much of the region the field covers
    };
    // The regions that a field touches, the largest part first. Weighted by value and skin area, as in area_cm2().
    std::vector<Share> shares(const SparseField& field) const;
    // The same of a part of the skin that is given by how much of it lies round each vertex, cm2 (covered_areas).
    std::vector<Share> shares(const std::vector<float>& areas) const;

private:
    const SkinAsset& skin_;
    std::vector<bool> midline_;         // per region
    std::vector<std::int16_t> region_;  // per vertex, -1 for none
    std::vector<float> vertex_area_;    // per vertex, cm2
    std::vector<float> area_;           // per region and side, cm2

    // What a region has of a vertex near its border, where that is neither 0 nor 1. Left half.
    struct Rim {
        std::uint32_t vertex;
        int region;
        std::uint8_t value;
    };
    std::vector<Rim> rims_;

    bool is_right(std::uint32_t vertex) const;
    std::size_t slot(RegionRef ref) const;
};

}  // namespace myomap
