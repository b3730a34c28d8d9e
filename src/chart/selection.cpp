#include "chart/selection.h"

namespace myomap {

namespace {

const std::string none;

template <class Kind>
const std::string& member(const Selection& selection, std::string Kind::*id) {
    const auto* chosen = std::get_if<Kind>(&selection);
    return chosen ? chosen->*id : none;
}

}  // namespace

const std::string& chosen_muscle(const Selection& s) { return member(s, &MuscleSelection::muscle); }
const std::string& chosen_point(const Selection& s) { return member(s, &MuscleSelection::point); }
const std::string& chosen_region(const Selection& s) { return member(s, &RegionSelection::region); }
const std::string& chosen_complaint(const Selection& s) { return member(s, &ComplaintSelection::complaint); }

Side chosen_region_side(const Selection& selection, Side otherwise) {
    const auto* region = std::get_if<RegionSelection>(&selection);
    return region ? region->side : otherwise;
}

}  // namespace myomap
