#include "chart/click_order.h"

#include <algorithm>

namespace myomap {

std::vector<int> click_order(const std::vector<Muscles::Under>& under) {
    std::vector<int> order;
    for (const bool sheets : {false, true})
        for (const Muscles::Under& one : under)
            if (one.muscle >= 0 && one.sheet == sheets && std::ranges::find(order, one.muscle) == order.end())
                order.push_back(one.muscle);
    return order;
}

int next_under(const std::vector<int>& order, int chosen) {
    const auto found = std::ranges::find(order, chosen);
    return found == order.end() || std::next(found) == order.end() ? order.front() : *std::next(found);
}

}  // namespace myomap
