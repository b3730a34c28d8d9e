#pragma once
// What two charts together say of warning signs: what was answered, and what nobody has asked yet though pain is there
// that was not there before.

#include <string>
#include <vector>

#include "chart/compare.h"

namespace myomap {

enum class SignChange {
    newly_yes,
    still_yes,
    unsure,     // in the later chart, whatever the earlier one says
    not_again,  // yes or unsure before, and not asked since
    not_asked,  // in the later chart, of a region that hurts newly
};
const char* to_text(SignChange);  // "newly_yes", ...

struct ComparedSign {
    SignChange change = SignChange::newly_yes;
    std::string id;
    const RedFlag* flag = nullptr;  // null where the dataset has no such sign
};

// The regions that hurt newly: those that a new area lies in, and those that the areas together reach now and did not
// before. A region counts from a tenth of an area, or from 15 % of the region: what fills its neighbour runs a little
// over the border. One that hurts on both sides is there twice.
std::vector<RegionRef> newly_painted(const Comparison& comparison);

// What is answered yes first, within each kind emergencies first. The signs of a region are those of the complaints
// that are felt there, as on the region's card.
std::vector<ComparedSign> compared_signs(const Scene& scene, const Comparison& comparison);

}  // namespace myomap
