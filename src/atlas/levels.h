#pragma once
// Levels of the spine and of the ribs: a pattern that is drawn at one of them and repeats along the others.

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace myomap {

// Of "C1" to "C7", "T1" to "T12", "L1" to "L5" the place in this order, from 0 on.
std::optional<int> level_number(std::string_view name);

// The reverse; "" where there is none.
std::string level_name(int number);

// A point or a stroke of the dataset with every landmark of a vertebra or rib ("t4_spinous", "rib5_angle") moved down
// by so many levels. Nothing where that leaves the spine or the twelve ribs, or where another landmark is named: what
// ends at the breastbone does not repeat.
std::optional<nlohmann::json> moved_by_levels(const nlohmann::json& spec, int levels);

}  // namespace myomap
