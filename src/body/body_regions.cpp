#include "body/body_regions.h"

#include "body/soft_union.h"

namespace myomap {

SparseField BodyRegions::area(const Body& body, const std::vector<RegionRef>& refs) const {
    const std::lock_guard lock(area_mutex_);
    if (!area_ || area_->body != body.id() || area_->refs != refs) {
        std::vector<SparseField> fields;
        for (const RegionRef ref : refs) fields.push_back(on(body).field(ref));
        area_ = {body.id(), refs, soft_union(body.skin(), fields)};
    }
    return area_->field;
}

SparseField BodyRegions::limbs(const Body& body, LimbSet set) const {
    std::vector<SparseField> fields;
    for (int r = 0; r < static_cast<int>(set_.regions.size()); ++r) {
        const SkinRegion& region = set_.regions[static_cast<size_t>(r)];
        for (const Side side : {Side::left, Side::right}) {
            if (region.midline && side == Side::right) continue;
            if (limb_of(region.part, side) & set) fields.push_back(on(body).field({r, side}));
        }
    }
    return soft_union(body.skin(), fields);
}

}  // namespace myomap
