#include "body/neighbours.h"

#include <algorithm>

namespace myomap {

Neighbours::Neighbours(const SkinAsset& skin) : start_(skin.positions.size() + 1, 0) {
    // Every corner of a triangle names two neighbours, so most of them come twice.
    std::vector<std::uint32_t> named_until(skin.positions.size(), 0);
    for (const std::uint32_t vertex : skin.triangles) named_until[vertex] += 2;
    std::uint32_t total = 0;
    for (std::uint32_t& until : named_until) {
        const std::uint32_t count = until;
        until = total;
        total += count;
    }
    std::vector<std::uint32_t> named(total);
    for (std::size_t t = 0; t < skin.triangles.size(); t += 3) {
        for (std::size_t i = 0; i < 3; ++i) {
            std::uint32_t& until = named_until[skin.triangles[t + i]];
            named[until++] = skin.triangles[t + (i + 1) % 3];
            named[until++] = skin.triangles[t + (i + 2) % 3];
        }
    }
    list_.reserve(total / 2 + total / 16);
    auto first = named.begin();
    for (std::size_t vertex = 0; vertex < named_until.size(); ++vertex) {
        const auto last = named.begin() + named_until[vertex];
        std::sort(first, last);
        list_.insert(list_.end(), first, std::unique(first, last));
        start_[vertex + 1] = static_cast<std::uint32_t>(list_.size());
        first = last;
    }
    list_.shrink_to_fit();
}

}  // namespace myomap
