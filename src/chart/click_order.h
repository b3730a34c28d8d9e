#pragma once
// What a click on the skin chooses of all that lies under the place.

#include <vector>

#include "body/muscles.h"

namespace myomap {

// The muscles in the order in which clicks choose them: from the skin inwards, sheets last, for they cover a whole
// region and are seldom meant. Tendons are left out: a click chooses muscles.
std::vector<int> click_order(const std::vector<Muscles::Under>& under);

// The muscle of `order` (not empty) that another click on the same place chooses: the one after `chosen`, after the
// last the first again; the first where `chosen` (-1: none) is not of the list.
int next_under(const std::vector<int>& order, int chosen);

}  // namespace myomap
