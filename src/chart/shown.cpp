#include "chart/shown.h"

#include <algorithm>

namespace myomap {

std::vector<PointRef> selected_points(const Atlas& atlas, const ChartDocument& document) {
    std::vector<PointRef> points;
    const auto muscle = atlas.find_muscle(document.muscle);
    if (!muscle) return points;
    const auto& all = atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (document.point.empty() || all[static_cast<size_t>(i)].id == document.point) points.push_back({*muscle, i});
    }
    return points;
}

std::vector<RegionRef> shown_regions(const Scene& scene, const ChartDocument& document) {
    std::vector<RegionRef> refs;
    if (!scene.regions) return refs;
    const RegionSet& set = scene.regions->set();
    const auto add = [&](const std::string& id, Side side) {
        const int index = set.find(id);
        if (index < 0) return;
        const RegionRef ref{index, set.regions[static_cast<size_t>(index)].midline ? Side::left : side};
        if (std::ranges::find(refs, ref) == refs.end()) refs.push_back(ref);
    };
    if (!document.region.empty()) add(document.region, document.region_side);
    const Symptom* symptom = scene.symptoms ? scene.symptoms->find_symptom(document.symptom) : nullptr;
    if (!symptom) return refs;
    for (const std::string& id : symptom->regions) {
        for (const Side side : shown_sides(document.side)) add(id, side);
    }
    return refs;
}

std::vector<Side> shown_sides(SideChoice side) {
    switch (side) {
        case SideChoice::left:
            return {Side::left};
        case SideChoice::right:
            return {Side::right};
        case SideChoice::both:
            return {Side::left, Side::right};
    }
    return {};
}

}  // namespace myomap
