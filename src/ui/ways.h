#pragma once
// The ways into the atlas beside the muscles' names: what finds complaints and regions, and which muscles they lead to.
// Worked out when first asked for.

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "atlas/search.h"
#include "chart/document.h"
#include "chart/scene.h"
#include "finder/finder.h"

namespace myomap {

// A muscle that may be behind the chosen region or complaint.
struct Answer {
    int muscle = -1;
    std::vector<int> points;  // those whose zones reach it, best first; all of the muscle's where none does
    bool reaches = false;     // some zone of the muscle covers part of it
    ZoneKind zone = ZoneKind::essential;
    float score = 0;      // 0..1
    float explained = 0;  // share of the region that the best point's zones cover
};

class Ways {
public:
    // Hits are indices into SymptomIndex::symptoms and RegionSet::regions, in any of the languages.
    std::vector<SearchHit> find_symptoms(const Scene& scene, std::string_view query);
    std::vector<SearchHit> find_regions(const Scene& scene, std::string_view query);

    // For the document's region best first; for its complaint in the order of the list. Empty when it has neither.
    const std::vector<Answer>& answers(const Scene& scene, const Document& document);

private:
    std::unique_ptr<SearchIndex> symptoms_, regions_;
    std::array<std::unique_ptr<Finder>, 2> finders_;  // by BodyId
    std::string answered_;
    std::vector<Answer> answers_;
};

}  // namespace myomap
