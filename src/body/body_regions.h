#pragma once
// The named skin regions and where they lie on each body, worked out when first asked for.

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "atlas/regions.h"
#include "body/body_parts.h"
#include "body/region_map.h"

namespace myomap {

class BodyRegions {
public:
    explicit BodyRegions(RegionSet set) : set_(std::move(set)) {}

    const RegionSet& set() const { return set_; }
    // Where the regions lie stays as it is.
    void add_words(const Texts& texts) { myomap::add_words(texts, set_); }

    // `body` is always the same one for its id.
    const RegionMap& on(const Body& body) const {
        const auto i = static_cast<size_t>(body.id());
        std::call_once(once_[i], [&] { maps_[i] = std::make_unique<RegionMap>(set_, body); });
        return *maps_[i];
    }

    const BodyParts& parts(const Body& body) const {
        const RegionMap& map = on(body);
        const auto i = static_cast<size_t>(body.id());
        std::call_once(parts_once_[i],
                       [&] { parts_[i] = std::make_unique<BodyParts>(set_, map, body.skin().positions.size()); });
        return *parts_[i];
    }

    // Several regions as one area; see soft_union. The last answer is kept.
    SparseField area(const Body& body, const std::vector<RegionRef>& refs) const;
    // The skin of some limbs, likewise.
    SparseField limbs(const Body& body, LimbSet set) const;

private:
    RegionSet set_;
    mutable std::array<std::once_flag, 2> once_;
    mutable std::array<std::unique_ptr<RegionMap>, 2> maps_;
    mutable std::array<std::once_flag, 2> parts_once_;
    mutable std::array<std::unique_ptr<BodyParts>, 2> parts_;
    struct Area {
        BodyId body;
        std::vector<RegionRef> refs;
        SparseField field;
    };
    mutable std::mutex area_mutex_;
    mutable std::optional<Area> area_;
};

}  // namespace myomap
