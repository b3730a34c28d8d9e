#pragma once
// What a click on the skin chooses of all that lies under the place.

#include <optional>
#include <vector>

#include "body/muscles.h"

namespace myomap {

// The muscles in the order in which clicks choose them: from the skin inwards, sheets last, for they cover a whole
// region and are seldom meant. Tendons are left out: a click chooses muscles.
std::vector<int> click_order(const std::vector<Muscles::Under>& under);

// The muscle of `order` (not empty) that a click at `place` chooses: the first, or, where the click before fell on the
// same place and `chosen` (-1: none) is of the list, the one after it, and after the last the first again.
int next_under(const std::vector<int>& order, const glm::vec3& place, const std::optional<glm::vec3>& place_before,
               int chosen);

}  // namespace myomap
