#include "chart/shown.h"

#include <algorithm>

namespace myomap {

std::vector<PointRef> selected_points(const Atlas& atlas, const Document& document) {
    std::vector<PointRef> points;
    const auto muscle = atlas.find_muscle(chosen_muscle(document.selection));
    if (!muscle) return points;
    const auto& all = atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (chosen_point(document.selection).empty() ||
            all[static_cast<size_t>(i)].id == chosen_point(document.selection))
            points.push_back({*muscle, i});
    }
    return points;
}

std::vector<RegionRef> shown_regions(const Scene& scene, const Document& document) {
    std::vector<RegionRef> refs;
    if (!scene.regions) return refs;
    const RegionSet& set = scene.regions->set();
    const auto add = [&](const std::string& id, Side side) {
        const int index = set.find(id);
        if (index < 0) return;
        const RegionRef ref{index, set.regions[static_cast<size_t>(index)].midline ? Side::left : side};
        if (std::ranges::find(refs, ref) == refs.end()) refs.push_back(ref);
    };
    if (const auto* region = std::get_if<RegionSelection>(&document.selection)) {
        add(region->region, region->side);
        if (document.view.side == SideChoice::both) add(region->region, other(region->side));
    }
    const Symptom* symptom =
        scene.symptoms ? scene.symptoms->find_symptom(chosen_complaint(document.selection)) : nullptr;
    if (!symptom) return refs;
    for (const std::string& id : symptom->regions) {
        for (const Side side : shown_sides(document.view.side)) add(id, side);
    }
    return refs;
}

SideChoice shown_side(const Atlas& atlas, const Document& document) {
    if (const auto* chosen = std::get_if<MuscleSelection>(&document.selection); chosen && !chosen->point.empty())
        if (const auto ref = atlas.find_point(chosen->muscle + "/" + chosen->point)) {
            const OnSides sides = atlas.point(*ref).sides;
            if (sides != OnSides::both) return sides == OnSides::left ? SideChoice::left : SideChoice::right;
        }
    return document.view.side;
}

std::vector<Side> shown_sides(const Atlas& atlas, const Document& document) {
    return shown_sides(shown_side(atlas, document));
}

std::vector<Side> shown_sides(const Atlas& atlas, const Document& document, PointRef ref) {
    std::vector<Side> sides = shown_sides(atlas, document);
    std::erase_if(sides, [&](Side side) { return !is_on(atlas.point(ref).sides, side); });
    return sides;
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
