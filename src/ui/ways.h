#pragma once
// The ways into the atlas beside the muscles' names: what finds complaints and regions. Made when first asked for.

#include <memory>
#include <string_view>
#include <vector>

#include "atlas/search.h"
#include "chart/scene.h"

namespace myomap {

class Ways {
public:
    // Hits are indices into SymptomIndex::symptoms and RegionSet::regions, in any of the languages.
    std::vector<SearchHit> find_symptoms(const Scene& scene, std::string_view query);
    std::vector<SearchHit> find_regions(const Scene& scene, std::string_view query);

private:
    std::unique_ptr<SearchIndex> symptoms_, regions_;
};

}  // namespace myomap
