#include "base/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace myomap {

int edit_distance(std::string_view a, std::string_view b, int limit, bool prefix) {
    // Words, not texts: longer ones are no typing error of anything here, and a fixed row keeps this allocation-free.
    constexpr std::size_t longest = 64;
    if (a.size() > longest) return limit + 1;
    if (prefix) b = b.substr(0, a.size() + static_cast<std::size_t>(limit));
    if (b.size() > longest) return limit + 1;
    const int length_gap = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (length_gap > limit || (!prefix && -length_gap > limit)) return limit + 1;

    std::array<int, longest + 1> rows[3];
    auto* before = &rows[0];
    auto* last = &rows[1];
    auto* row = &rows[2];
    for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*row)[0] = static_cast<int>(i);
        int best = (*row)[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int cost = std::min({(*last)[j] + 1, (*row)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = std::min(cost, (*before)[j - 2] + 1);
            (*row)[j] = cost;
            best = std::min(best, cost);
        }
        // A swap can reach back two rows, by at most one less than this row's best.
        if (best > limit + 1) return limit + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    const auto end = last->begin() + static_cast<std::ptrdiff_t>(b.size()) + 1;
    const int distance = prefix ? *std::min_element(last->begin(), end) : (*last)[b.size()];
    return std::min(distance, limit + 1);
}

}  // namespace myomap
