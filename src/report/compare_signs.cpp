#include "report/compare_signs.h"

#include <algorithm>
#include <utility>

namespace myomap {

namespace {

constexpr float least_of_region = 0.15f, least_of_area = 0.1f;

bool counts(const RegionMap::Share& share) {
    return share.of_region >= least_of_region || share.of_field >= least_of_area;
}

Examined answer_of(const Drawing& drawing, const std::string& id) {
    const auto& signs = drawing.header->warning_signs;
    const auto found = std::ranges::find(signs, id, &AskedSign::id);
    return found == signs.end() ? Examined::not_examined : found->answer;
}

bool is_open(Examined answer) { return answer == Examined::yes || answer == Examined::unsure; }

// The signs of all complaints that are felt in these regions, each once.
std::vector<std::string> signs_of(const Scene& scene, const std::vector<RegionRef>& refs) {
    std::vector<std::string> ids;
    if (!scene.symptoms) return ids;
    for (const Symptom& symptom : scene.symptoms->symptoms) {
        const bool is_felt = std::ranges::any_of(refs, [&](RegionRef ref) {
            const std::string& region = scene.regions->set().regions[static_cast<size_t>(ref.region)].id;
            return std::ranges::find(symptom.regions, region) != symptom.regions.end();
        });
        if (!is_felt) continue;
        for (const std::string& id : symptom.red_flags)
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    return ids;
}

}  // namespace

const char* to_text(SignChange change) {
    switch (change) {
        case SignChange::newly_yes:
            return "newly_yes";
        case SignChange::still_yes:
            return "still_yes";
        case SignChange::unsure:
            return "unsure";
        case SignChange::not_again:
            return "not_again";
        case SignChange::not_asked:
            return "not_asked";
    }
    return "";
}

std::vector<RegionRef> newly_painted(const Comparison& comparison) {
    std::vector<RegionRef> refs;
    const auto add = [&](RegionRef ref) {
        if (std::ranges::find(refs, ref) == refs.end()) refs.push_back(ref);
    };
    for (const ComparedArea& area : comparison.areas) {
        if (area.change != AreaChange::new_) continue;
        for (const auto& share : comparison.after.figures.areas[static_cast<size_t>(area.after)].regions)
            if (counts(share)) add(share.ref);
    }
    const auto& before = comparison.before.figures.together.regions;
    for (const auto& share : comparison.after.figures.together.regions) {
        const auto was = std::ranges::find(before, share.ref, &RegionMap::Share::ref);
        if (counts(share) && (was == before.end() || !counts(*was))) add(share.ref);
    }
    return refs;
}

std::vector<ComparedSign> compared_signs(const Scene& scene, const Comparison& comparison) {
    const Drawing &before = comparison.before.drawing, &after = comparison.after.drawing;
    std::vector<ComparedSign> signs;
    const auto add = [&](SignChange change, const std::string& id) {
        if (std::ranges::find(signs, id, &ComparedSign::id) == signs.end())
            signs.push_back({change, id, scene.symptoms ? scene.symptoms->find_red_flag(id) : nullptr});
    };
    for (const AskedSign& sign : after.header->warning_signs) {
        if (sign.answer == Examined::unsure) add(SignChange::unsure, sign.id);
        if (sign.answer != Examined::yes) continue;
        const bool was_yes = answer_of(before, sign.id) == Examined::yes;
        add(was_yes ? SignChange::still_yes : SignChange::newly_yes, sign.id);
    }
    for (const AskedSign& sign : before.header->warning_signs)
        if (is_open(sign.answer) && answer_of(after, sign.id) == Examined::not_examined)
            add(SignChange::not_again, sign.id);
    for (const std::string& id : signs_of(scene, newly_painted(comparison)))
        if (answer_of(after, id) == Examined::not_examined) add(SignChange::not_asked, id);
    std::ranges::stable_sort(signs, {}, [](const ComparedSign& sign) {
        return std::pair(sign.change, !(sign.flag && sign.flag->emergency));
    });
    return signs;
}

}  // namespace myomap
