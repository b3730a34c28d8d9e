#include "body/skin_ways.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

#include <glm/geometric.hpp>

namespace myomap {

SkinWays::SkinWays(const Body& body, const SkinPoint& from)
    : body_(body),
      from_(from),
      length_(body.skin().positions.size(), std::numeric_limits<float>::infinity()),
      before_(body.skin().positions.size(), from.vertex) {
    const SkinAsset& skin = body.skin();
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    length_[from.vertex] = glm::distance(from.position, skin.positions[from.vertex]);
    queue.emplace(length_[from.vertex], from.vertex);
    while (!queue.empty()) {
        const auto [length, vertex] = queue.top();
        queue.pop();
        if (length > length_[vertex]) continue;
        for (const std::uint32_t next : body.neighbours(vertex)) {
            const float through = length + glm::distance(skin.positions[vertex], skin.positions[next]);
            if (through >= length_[next]) continue;
            length_[next] = through;
            before_[next] = vertex;
            queue.emplace(through, next);
        }
    }
}

std::vector<SkinPoint> SkinWays::to(std::uint32_t vertex) const {
    constexpr float apart_cm = 1;
    if (length_[vertex] == std::numeric_limits<float>::infinity()) return {};
    std::vector<SkinPoint> way{body_.query().at_vertex(vertex)};
    for (std::uint32_t v = vertex; v != before_[v]; v = before_[v])
        if (distance(body_.skin().positions[v], way.back().position) >= apart_cm)
            way.push_back(body_.query().at_vertex(v));
    way.push_back(from_);
    std::ranges::reverse(way);
    return way;
}

}  // namespace myomap
