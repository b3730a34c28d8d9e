#include "finder/finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include <glm/geometric.hpp>

#include "body/areas.h"
#include "chart/words.h"

namespace myomap {

namespace {

constexpr float spillover_weight = 0.45f;  // beside 1 for an essential zone
constexpr float focus_weight = 0.15f;      // what is left to a pattern's focus: it parts those that cover alike
constexpr float autonomic_weight = 0.2f;   // such a point is no cause of pain, so it stays at the end
constexpr float least_explained = 0.05f;   // less is the soft rim of a zone that ends beside the spot

// How often this muscle is the cause, as the dataset judges it.
float prior_of(const Muscle& muscle) {
    static constexpr float priors[] = {1, 0.85f, 0.7f};
    return priors[static_cast<size_t>(muscle.frequency)];
}

}  // namespace

const std::string& level_of(const Atlas& atlas, const Found& found) {
    const TriggerPoint& point = atlas.point(found.ref);
    return found.level < 0 ? point.drawn_level : point.levels.at(static_cast<size_t>(found.level)).name;
}

std::string reason_words(const Scene& scene, const Query& query, const Found& found) {
    const bool essential = found.zone == ZoneKind::essential;
    const char* where = essential ? found.in_zone >= 0.5f ? word("{}: in the essential zone ({} % of the area)")
                                                          : word("{}: partly in the essential zone ({} % of the area)")
                        : found.in_zone >= 0.5f ? word("{}: in the spillover zone ({} % of the area)")
                                                : word("{}: partly in the spillover zone ({} % of the area)");
    std::string reason = scene.phrase(where, {query.words.empty() ? scene.phrase("the spot") : query.words,
                                              std::to_string(std::lround(100 * found.in_zone))});
    if (essential && found.explained - found.in_zone >= 0.1f) reason += scene.phrase(", the spillover reaches further");
    const std::string between = scene.phrase("; ");
    if (const std::string& level = level_of(scene.atlas, found); !level.empty())
        reason += between + scene.phrase("at the level of {}", level);
    reason += between + scene.phrase(frequency_words(scene.atlas.muscle(found.ref).frequency));
    if (scene.atlas.point(found.ref).response == Response::autonomic)
        reason += between + scene.phrase("known for another response than pain, such as goose-flesh");
    return reason;
}

Query spot(const Body& body, const SkinPoint& at, float radius_cm) {
    const SkinPath path{{at}, {radius_cm}};
    return {paint(body, {&path, 1})};
}

Finder::Finder(const Scene& scene, BodyId body)
    : atlas_(scene.atlas), skin_(scene.body(body).skin()), area_(seen_vertex_areas(skin_)) {
    struct Covered {
        std::uint32_t vertex;
        Cover cover;
    };
    std::vector<Covered> all;
    start_.assign(skin_.positions.size() + 1, 0);
    const auto add_pattern = [&](Pattern pattern, const PointFields& fields) {
        std::array<SparseField, 2> by_kind;
        const auto& zones = atlas_.point(pattern.ref).zones;
        for (size_t i = 0; i < zones.size(); ++i) {
            SparseField& kind = by_kind[static_cast<size_t>(zones[i].kind)];
            kind = kind.empty() ? fields.zones[i] : unite(kind, fields.zones[i]);
        }
        const auto& essential = by_kind[static_cast<size_t>(ZoneKind::essential)];
        const SparseField any = unite(by_kind[0], by_kind[1]);
        for (size_t i = 0, e = 0; i < any.size(); ++i) {
            const std::uint32_t vertex = any.vertices[i];
            while (e < essential.size() && essential.vertices[e] < vertex) ++e;
            const bool listed = e < essential.size() && essential.vertices[e] == vertex;
            const auto value = listed ? essential.values[e] : std::uint8_t{0};
            all.push_back({vertex, {static_cast<std::uint32_t>(patterns_.size()), value, any.values[i]}});
            ++start_[size_t{vertex} + 1];
            pattern.size += area_[vertex] * static_cast<float>(any.values[i]) / 255;
        }
        patterns_.push_back(pattern);
    };
    for (const PointRef ref : atlas_.all_points()) {
        const PointFields& fields = scene.body_fields(body).point(ref);
        add_pattern({ref}, fields);
        for (size_t level = 0; level < fields.levels.size(); ++level)
            add_pattern({ref, static_cast<int>(level)}, fields.levels[level]);
    }
    for (size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    covers_.resize(all.size());
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (const Covered& one : all) covers_[next[one.vertex]++] = one.cover;
}

std::vector<Found> Finder::find(const Query& query, std::optional<Side> side, int limit) const {
    struct Sum {
        float essential = 0, any = 0;  // of what query and zone have in common, cm2
    };
    std::array<std::vector<Sum>, 2> sums;  // by side
    float total = 0;
    for (const Side s : {Side::left, Side::right})
        if (!side || s == *side) sums[static_cast<size_t>(s)].resize(patterns_.size());
    for (size_t i = 0; i < query.field.size(); ++i) {
        const std::uint32_t vertex = query.field.vertices[i];
        const std::uint8_t value = query.field.values[i];
        const float area = area_[vertex] / 255;
        total += area * static_cast<float>(value);
        for (const Side s : {Side::left, Side::right}) {
            auto& sum = sums[static_cast<size_t>(s)];
            if (sum.empty()) continue;
            const std::uint32_t left = s == Side::left ? vertex : skin_.mirror[vertex];
            for (std::uint32_t c = start_[left]; c < start_[size_t{left} + 1]; ++c) {
                const Cover& cover = covers_[c];
                sum[cover.pattern].essential += area * static_cast<float>(std::min(value, cover.essential));
                sum[cover.pattern].any += area * static_cast<float>(std::min(value, cover.any));
            }
        }
    }

    std::vector<Found> candidates;
    for (const Side s : {Side::left, Side::right}) {
        const auto& sum = sums[static_cast<size_t>(s)];
        for (size_t i = 0; i < sum.size(); ++i) {
            if (total <= 0 || sum[i].any < least_explained * total) continue;
            const Pattern& pattern = patterns_[i];
            if (!is_on(atlas_.point(pattern.ref).sides, s)) continue;
            Found found{pattern.ref, s, pattern.level};
            const float essential = sum[i].essential / total;
            found.explained = std::min(1.f, sum[i].any / total);
            found.pattern_share = std::min(1.f, sum[i].any / pattern.size);
            const float spillover = found.explained - essential;
            found.zone = essential >= spillover_weight * spillover ? ZoneKind::essential : ZoneKind::spillover;
            found.score = (essential + spillover_weight * spillover) * prior_of(atlas_.muscle(pattern.ref)) *
                          (1 - focus_weight + focus_weight * found.pattern_share);
            if (atlas_.point(pattern.ref).response == Response::autonomic) found.score *= autonomic_weight;
            found.in_zone = found.zone == ZoneKind::essential ? essential : spillover;
            candidates.push_back(found);
        }
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Found::score);
    // Of the levels of a point the best one stands for all.
    std::set<std::pair<PointRef, Side>> named;
    std::erase_if(candidates, [&](const Found& each) { return !named.emplace(each.ref, each.side).second; });
    const auto most = static_cast<size_t>(std::max(limit, 0));
    if (candidates.size() > most) candidates.resize(most);
    return candidates;
}

std::vector<Found> best_of_muscles(const std::vector<Found>& found, int limit) {
    std::vector<Found> best;
    std::vector<int> muscles;
    for (const Found& one : found) {
        const bool known = std::ranges::find(muscles, one.ref.muscle) != muscles.end();
        if (known && std::ranges::any_of(best, [&](const Found& other) {
                return other.ref.muscle == one.ref.muscle && other.side == one.side;
            }))
            continue;
        if (!known && limit > 0 && muscles.size() == static_cast<size_t>(limit)) continue;
        if (!known) muscles.push_back(one.ref.muscle);
        best.push_back(one);
    }
    return best;
}

}  // namespace myomap
