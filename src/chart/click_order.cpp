#include "chart/click_order.h"

#include <algorithm>

#include <glm/geometric.hpp>

namespace myomap {

std::vector<int> click_order(const std::vector<Muscles::Under>& under) {
    std::vector<int> order;
    for (const bool sheets : {false, true})
        for (const Muscles::Under& one : under)
            if (one.muscle >= 0 && one.sheet == sheets && std::ranges::find(order, one.muscle) == order.end())
                order.push_back(one.muscle);
    return order;
}

int next_under(const std::vector<int>& order, const glm::vec3& place, const std::optional<glm::vec3>& place_before,
               int chosen) {
    constexpr float same_place_cm = 1;
    const auto found = std::ranges::find(order, chosen);
    if (found == order.end() || !place_before || glm::distance(place, *place_before) > same_place_cm)
        return order.front();
    return std::next(found) == order.end() ? order.front() : *std::next(found);
}

}  // namespace myomap
