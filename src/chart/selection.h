#pragma once
// What is chosen on the chart: one thing, or nothing.

#include <string>
#include <variant>

#include "body/body.h"
#include "chart/drawing.h"

namespace myomap {

struct MuscleSelection {
    std::string muscle;  // id in the atlas
    std::string point;   // id of one of its trigger points, "" for all of them
    bool operator==(const MuscleSelection&) const = default;
};

// A named region of the skin.
struct RegionSelection {
    std::string region;  // id in BodyRegions::set()
    Side side = Side::right;
    bool operator==(const RegionSelection&) const = default;
};

struct ComplaintSelection {
    std::string complaint;  // id in the SymptomIndex
    bool operator==(const ComplaintSelection&) const = default;
};

// An item of the drawing: a pain area, a finding, a note.
struct ItemSelection {
    ItemId item = 0;  // one that is no longer there selects nothing
    bool operator==(const ItemSelection&) const = default;
};

using Selection = std::variant<std::monostate, MuscleSelection, RegionSelection, ComplaintSelection, ItemSelection>;

// Each gives an id, or "" when something else is selected.
const std::string& chosen_muscle(const Selection& selection);
const std::string& chosen_point(const Selection& selection);
const std::string& chosen_region(const Selection& selection);
const std::string& chosen_complaint(const Selection& selection);
// The side of the chosen region; `otherwise` when none is chosen.
Side chosen_region_side(const Selection& selection, Side otherwise);

inline bool is_nothing(const Selection& selection) { return std::holds_alternative<std::monostate>(selection); }

}  // namespace myomap
