#include "study/zone_score.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

#include <glm/geometric.hpp>

#include "body/areas.h"

namespace myomap {

namespace {

constexpr float margin_cm = 1;
constexpr float least_kept = 0.5f;  // of a zone's area, however thin it is
constexpr float one_sided = 0.85f;  // of a pattern's area on one half of the body: it belongs to that side
constexpr float most_of_paint = 0.6f;
constexpr float midline_cm = 0.5f;  // so near to it skin is of both sides
constexpr float border = 0.5f;

// Per vertex, which skin lies inside the border, as a distance to that border over the edges of the mesh: below 0
// inside. Known within `reach`; beyond it, plus or minus `reach`.
std::vector<float> border_distance(const Body& body, const SparseField& field, float reach) {
    const SkinAsset& skin = body.skin();
    const std::size_t count = skin.positions.size();
    std::vector<float> value(count, 0), distance(count, reach);
    for (std::size_t i = 0; i < field.size(); ++i) value[field.vertices[i]] = static_cast<float>(field.values[i]) / 255;
    using Step = std::pair<float, std::uint32_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    const auto inside = [&](std::uint32_t v) { return value[v] >= border; };
    // An edge that crosses the border says how far both of its ends lie from it.
    for (const std::uint32_t v : field.vertices)
        for (const std::uint32_t n : body.neighbours(v)) {
            if (inside(v) == inside(n)) continue;
            const float share = (border - value[v]) / (value[n] - value[v]);
            const float edge = glm::distance(skin.positions[v], skin.positions[n]);
            for (const auto& [way, end] : {Step{share * edge, v}, Step{(1 - share) * edge, n}}) {
                if (way >= distance[end]) continue;
                distance[end] = way;
                open.push({way, end});
            }
        }
    while (!open.empty()) {
        const auto [way, v] = open.top();
        open.pop();
        if (way > distance[v]) continue;
        for (const std::uint32_t n : body.neighbours(v)) {
            if (inside(n) != inside(v)) continue;
            const float next = way + glm::distance(skin.positions[v], skin.positions[n]);
            if (next >= distance[n]) continue;
            distance[n] = next;
            open.push({next, n});
        }
    }
    for (const std::uint32_t v : field.vertices)
        if (inside(v)) distance[v] = -distance[v];
    return distance;
}

// Which vertices of the zone lie so deep in it that they are asked for.
std::vector<std::uint32_t> asked_part(const Body& body, const SparseField& zone, const std::vector<float>& area) {
    const std::vector<float> distance = border_distance(body, zone, 100);
    std::vector<std::uint32_t> inner;
    float whole = 0;
    for (const std::uint32_t v : zone.vertices)
        if (distance[v] < 0 && area[v] > 0) {
            inner.push_back(v);
            whole += area[v];
        }
    std::ranges::sort(inner, {}, [&](std::uint32_t v) { return distance[v]; });
    float kept = 0;
    std::size_t count = 0;
    while (count < inner.size() && (distance[inner[count]] <= -margin_cm || kept < least_kept * whole))
        kept += area[inner[count++]];
    inner.resize(count);
    return inner;
}

// Of an area given by weights, how much lies on the left, the right and so near the middle that it is of both.
struct Halves {
    float left = 0, right = 0, middle = 0;
    float all() const { return left + right + middle; }
};

Halves halves_of(const SkinAsset& skin, const SparseField& field, const std::vector<float>& area) {
    Halves halves;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (static_cast<float>(field.values[i]) < 255 * border) continue;
        const float x = skin.positions[field.vertices[i]].x;
        (std::abs(x) < midline_cm ? halves.middle : x > 0 ? halves.left : halves.right) += area[field.vertices[i]];
    }
    return halves;
}

float harmonic(float a, float b) { return a + b > 0 ? 2 * a * b / (a + b) : 0; }

}  // namespace

ZoneScore score_zone(const Body& body, const SparseField& painted, const PointPattern& pattern) {
    const SkinAsset& skin = body.skin();
    const std::vector<float> area = seen_vertex_areas(skin);
    ZoneScore result;
    const auto is_painted = [&](std::uint32_t v) { return painted.at(v) >= border; };

    float asked = 0, met = 0;
    for (const std::uint32_t v : asked_part(body, pattern.essential, area)) {
        asked += area[v];
        if (is_painted(v)) met += area[v];
    }
    const std::vector<float> from_pattern = border_distance(body, pattern.any, margin_cm + 1);
    float paint = 0, allowed = 0, essential = 0, both = 0;
    for (const std::uint32_t v : painted.vertices) {
        if (!is_painted(v)) continue;
        paint += area[v];
        if (from_pattern[v] <= margin_cm) allowed += area[v];
        if (pattern.essential.at(v) >= border) both += area[v];
    }
    for (const std::uint32_t v : pattern.essential.vertices)
        if (pattern.essential.at(v) >= border) essential += area[v];
    if (essential > 0) result.asked = asked / essential;
    if (asked <= 0 || paint <= 0) return result;

    result.found = met / asked;
    result.in_zone = allowed / paint;
    result.dice = 2 * both / (paint + essential);
    const Halves zone = halves_of(skin, pattern.essential, area), drawn = halves_of(skin, painted, area);
    const bool of_left = zone.left > one_sided * zone.all(), of_right = zone.right > one_sided * zone.all();
    result.wrong_side = (of_left && drawn.right > most_of_paint * drawn.all()) ||
                        (of_right && drawn.left > most_of_paint * drawn.all());
    result.score = result.wrong_side ? 0 : harmonic(result.found, result.in_zone);
    return result;
}

Grade grade_of(const ZoneScore& score) {
    return score.score < zone_pass ? Grade::again : score.score < zone_good ? Grade::hard : Grade::good;
}

}  // namespace myomap
