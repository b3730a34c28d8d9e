#pragma once
// The named skin regions and where they lie on each body, worked out when first asked for.

#include <array>
#include <memory>
#include <mutex>

#include "atlas/regions.h"
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

private:
    RegionSet set_;
    mutable std::array<std::once_flag, 2> once_;
    mutable std::array<std::unique_ptr<RegionMap>, 2> maps_;
};

}  // namespace myomap
