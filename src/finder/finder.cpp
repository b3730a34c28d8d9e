#include "finder/finder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

#include "body/areas.h"
#include "chart/words.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

constexpr float spillover_weight = 0.45f;  // beside 1 for an essential zone
constexpr float autonomic_weight = 0.2f;   // such a point is no cause of pain, so it stays at the end
constexpr float least_explained = 0.05f;   // less is the soft rim of a zone that ends beside the spot

// What counts beside how much of the query is covered. A place says little: how often a muscle is the cause, as the
// dataset judges it, then decides between those that reach it. A drawing says more, above all by where it ends.
// Measured: docs/find-accuracy.md.
struct Weights {
    float focus;                     // of how much of the pattern lies in the query
    float spillover;                 // in that, beside 1 for an essential zone
    std::array<float, 3> frequency;  // by Frequency
};
constexpr Weights of_place{0.15f, 1, {1, 0.85f, 0.7f}}, of_drawing{0.7f, spillover_beyond, {1, 0.95f, 0.9f}};

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
    const auto add_pattern = [&](Entry entry) {
        const auto [essential, any] = pattern_of(scene, body, entry.ref, Side::left, entry.level);
        for (size_t i = 0, e = 0; i < any.size(); ++i) {
            const std::uint32_t vertex = any.vertices[i];
            while (e < essential.size() && essential.vertices[e] < vertex) ++e;
            const bool listed = e < essential.size() && essential.vertices[e] == vertex;
            const auto value = listed ? essential.values[e] : std::uint8_t{0};
            all.push_back({vertex, {static_cast<std::uint32_t>(patterns_.size()), value, any.values[i]}});
            ++start_[size_t{vertex} + 1];
            entry.essential += area_[vertex] * static_cast<float>(value) / 255;
            entry.any += area_[vertex] * static_cast<float>(any.values[i]) / 255;
        }
        patterns_.push_back(entry);
    };
    for (const PointRef ref : atlas_.all_points()) {
        add_pattern({ref});
        for (int level = 0; level < static_cast<int>(atlas_.point(ref).levels.size()); ++level)
            add_pattern({ref, level});
    }
    for (size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    covers_.resize(all.size());
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (const Covered& one : all) covers_[next[one.vertex]++] = one.cover;
}

std::vector<Found> Finder::find(const Query& query, std::optional<Side> side, int limit, Weigh weigh) const {
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
    if (total <= 0 || limit <= 0) return {};

    const Weights& weights = query.whole ? of_drawing : of_place;
    std::vector<Found> found;
    for (const Side s : {Side::left, Side::right}) {
        const auto& sum = sums[static_cast<size_t>(s)];
        for (size_t i = 0; i < sum.size(); ++i) {
            if (sum[i].any < least_explained * total) continue;
            const Entry& entry = patterns_[i];
            if (!is_on(atlas_.point(entry.ref).sides, s)) continue;
            Found one{entry.ref, s, entry.level};
            const float essential = sum[i].essential / total;
            one.explained = std::min(1.f, sum[i].any / total);
            one.pattern_share = std::min(1.f, sum[i].any / entry.any);
            const float spillover = one.explained - essential;
            one.zone = essential >= spillover_weight * spillover ? ZoneKind::essential : ZoneKind::spillover;
            one.in_zone = one.zone == ZoneKind::essential ? essential : spillover;
            const auto expected = [&](float of_essential, float of_any) {
                return of_essential + weights.spillover * (of_any - of_essential);
            };
            const float focus =
                std::min(1.f, expected(sum[i].essential, sum[i].any) / expected(entry.essential, entry.any));
            one.score = (essential + spillover_weight * spillover) * (1 - weights.focus + weights.focus * focus);
            if (weigh == Weigh::fit_and_frequency)
                one.score *= weights.frequency[static_cast<size_t>(atlas_.muscle(entry.ref).frequency)];
            if (atlas_.point(entry.ref).response == Response::autonomic) one.score *= autonomic_weight;
            // Of the levels of a point, which follow each other, the best one stands for all.
            if (!found.empty() && found.back().ref == one.ref && found.back().side == s) {
                if (one.score > found.back().score) found.back() = one;
            } else {
                found.push_back(one);
            }
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &Found::score);
    if (found.size() > static_cast<size_t>(limit)) found.resize(static_cast<size_t>(limit));
    return found;
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
