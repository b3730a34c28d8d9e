#include "finder/drawing_signs.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace myomap {

namespace {

constexpr float least_of_region = 0.33f, least_of_area = 0.1f;

using Ids = std::set<std::string, std::less<>>;

SparseField united(const Scene& scene, const std::vector<const PainArea*>& areas, BodyId body) {
    SparseField field;
    for (const PainArea* area : areas) field = unite(field, field_of(*area, scene.body(body), scene.regions));
    return field;
}

// Of each area by itself, so that a small one is not lost beside a large one, and of all together.
Ids painted_regions(const Scene& scene, const std::vector<const PainArea*>& areas, BodyId body) {
    Ids painted;
    const auto add = [&](const SparseField& field, float least_of_field) {
        for (const RegionMap::Share& share : scene.regions->on(scene.body(body)).shares(field))
            if (share.of_region >= least_of_region || share.of_field >= least_of_field)
                painted.insert(scene.regions->set().regions[static_cast<size_t>(share.ref.region)].id);
    };
    for (const PainArea* area : areas) add(field_of(*area, scene.body(body), scene.regions), least_of_area);
    if (areas.size() > 1) add(united(scene, areas, body), 1);
    return painted;
}

bool is_felt_in(const Symptom& symptom, const Ids& regions) {
    return std::ranges::any_of(symptom.regions, [&](const std::string& id) { return regions.contains(id); });
}

bool is_numb(const PainArea& area) {
    return std::ranges::any_of(area.qualities, [](PainQuality quality) {
        return quality == PainQuality::numb || quality == PainQuality::tingling;
    });
}

}  // namespace

DrawingSigns signs_of(const Scene& scene, const std::vector<const PainArea*>& areas, BodyId body) {
    DrawingSigns signs;
    if (!scene.regions || !scene.symptoms || scene.regions->on(scene.body(body)).empty() || areas.empty()) return signs;
    std::vector<const PainArea*> numb;
    std::ranges::copy_if(areas, std::back_inserter(numb), [](const PainArea* area) { return is_numb(*area); });
    signs.numb = united(scene, numb, body);
    const Ids painted = painted_regions(scene, areas, body), painted_numb = painted_regions(scene, numb, body);

    std::vector<std::pair<const RedFlag*, int>> counted;  // and of how many complaints
    for (const Symptom& symptom : scene.symptoms->symptoms) {
        const bool of_nerve =
            symptom.nerve && !painted_numb.empty() && (symptom.anywhere || is_felt_in(symptom, painted_numb));
        if (of_nerve) signs.nerve.push_back(&symptom);
        if (!of_nerve && (symptom.anywhere || !is_felt_in(symptom, painted))) continue;
        for (const std::string& id : symptom.red_flags) {
            const RedFlag* flag = scene.symptoms->find_red_flag(id);
            if (!flag) continue;
            const auto known = std::ranges::find(counted, flag, &std::pair<const RedFlag*, int>::first);
            if (known == counted.end())
                counted.emplace_back(flag, 1);
            else
                ++known->second;
        }
    }
    std::ranges::stable_sort(counted, [](const auto& a, const auto& b) {
        return std::pair(a.first->emergency, a.second) > std::pair(b.first->emergency, b.second);
    });
    for (const auto& [flag, count] : counted) signs.warning_signs.push_back(flag);
    return signs;
}

}  // namespace myomap
