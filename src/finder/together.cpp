#include "finder/together.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <tuple>

#include "body/areas.h"
#include "finder/overlay.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

constexpr float enough = 0.9f;        // of the drawing
constexpr float most_beyond = 0.5f;   // of the patterns
constexpr float least_added = 0.05f;  // of the drawing, by each point of a set
constexpr float focus_of_set = 0.7f;  // as of a drawing in the finder
constexpr size_t most_tried = 30, of_whole = 20, of_rest = 5;

struct Candidate {
    PointRef ref;
    Side side;
    int level;
    PointPattern pattern;
};

std::vector<Candidate> candidates(const Scene& scene, const Finder& finder, BodyId body, const Query& query) {
    std::vector<Candidate> tried;
    const auto take = [&](const std::vector<Found>& found, size_t most) {
        for (const Found& one : found) {
            if (most == 0 || tried.size() == most_tried) return;
            if (scene.atlas.point(one.ref).response == Response::autonomic) continue;
            if (std::ranges::any_of(
                    tried, [&](const Candidate& other) { return other.ref == one.ref && other.side == one.side; }))
                continue;
            tried.push_back({one.ref, one.side, one.level, pattern_of(scene, body, one.ref, one.side, one.level)});
            --most;
        }
    };
    const auto ask = [&](const Query& of) { return finder.find(of, std::nullopt, static_cast<int>(most_tried)); };
    const std::vector<Found> first = ask(query);
    take(first, of_whole);
    Query rest = query;
    std::vector<Found> found = first;
    for (int picked = 0; picked < 2 && !found.empty(); ++picked) {
        rest.field = lay_over(scene, body, rest.field, found.front()).missed;
        found = ask(rest);
        take(found, of_rest);
    }
    take(first, most_tried);
    return tried;
}

using Set = std::vector<size_t>;  // of the candidates

// The candidates' patterns over the skin that any of them or the drawing touches, a number a vertex.
class Search {
public:
    Search(const Scene& scene, BodyId body, const Query& query, const std::vector<Candidate>& tried)
        : scene_(scene), tried_(tried), drawn_count_(query.field.size()) {
        SparseField all = query.field;
        for (const Candidate& one : tried) all = unite(all, one.pattern.any);
        // The drawing's vertices first: most sets are out before the others are looked at.
        std::vector<std::uint32_t> order = query.field.vertices;
        std::ranges::set_difference(all.vertices, query.field.vertices, std::back_inserter(order));
        const std::vector<float> area = seen_vertex_areas(scene.body(body).skin());
        std::vector<std::uint32_t> place(area.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            weight_.push_back(area[order[i]]);
        }
        const auto lay = [&](const SparseField& field) {
            std::vector<float> values(order.size(), 0.f);
            for (size_t i = 0; i < field.size(); ++i)
                values[place[field.vertices[i]]] = static_cast<float>(field.values[i]) / 255;
            return values;
        };
        drawn_ = lay(query.field);
        float total = 0;
        for (size_t i = 0; i < drawn_count_; ++i) total += weight_[i] * drawn_[i];
        for (float& weight : weight_) weight = total > 0 ? weight / total : 0;
        for (const Candidate& one : tried) {
            any_.push_back(lay(one.pattern.any));
            expected_.push_back(lay(one.pattern.essential));
            for (size_t i = 0; i < order.size(); ++i)
                expected_.back()[i] += spillover_beyond * (any_.back()[i] - expected_.back()[i]);
        }
    }

    // The smallest set that is enough, or the best one.
    Set run() {
        const size_t count = tried_.size();
        for (size_t a = 0; a < count; ++a) consider({a});
        if (!enough_.empty()) return enough_;
        for (size_t a = 0; a < count; ++a)
            for (size_t b = a + 1; b < count; ++b) consider({a, b});
        if (!enough_.empty()) return enough_;
        for (size_t a = 0; a < count; ++a)
            for (size_t b = a + 1; b < count; ++b)
                for (size_t c = b + 1; c < count; ++c) consider({a, b, c});
        return enough_.empty() ? best_ : enough_;
    }

    // Share of the drawing.
    float explained(const Set& set) const {
        float sum = 0;
        for (size_t i = 0; i < drawn_count_; ++i) sum += weight_[i] * std::min(drawn_[i], most(any_, set, i));
        return std::min(1.f, sum);
    }

    // Share of the patterns that lies in the drawing.
    float pattern_share(const Set& set) const { return inside(any_, set).share(); }
    bool much_beyond(const Set& set) const { return inside(expected_, set).share() < 1 - most_beyond; }

private:
    struct Inside {
        float drawn = 0, whole = 0;  // of the patterns, in areas of the drawing
        float share() const { return whole > 0 ? std::min(1.f, drawn / whole) : 0; }
    };

    const Scene& scene_;
    const std::vector<Candidate>& tried_;
    size_t drawn_count_;
    std::vector<float> weight_;  // a vertex's area as a share of the drawing's
    std::vector<float> drawn_;
    std::vector<std::vector<float>> any_, expected_;  // of each candidate
    Set enough_, best_;
    std::tuple<long, long, int> cost_;  // of enough_
    float fit_ = 0;                     // of best_

    static float most(const std::vector<std::vector<float>>& values, const Set& set, size_t i) {
        float most = 0;
        for (const size_t each : set) most = std::max(most, values[each][i]);
        return most;
    }

    Inside inside(const std::vector<std::vector<float>>& values, const Set& set) const {
        Inside sum;
        for (size_t i = 0; i < weight_.size(); ++i) {
            const float value = most(values, set, i);
            sum.whole += weight_[i] * value;
            if (i < drawn_count_) sum.drawn += weight_[i] * std::min(drawn_[i], value);
        }
        return sum;
    }

    bool each_adds(const Set& set, float all) const {
        return set.size() < 2 || std::ranges::all_of(set, [&](size_t left_out) {
                   Set others = set;
                   std::erase(others, left_out);
                   return all - explained(others) >= least_added;
               });
    }

    void consider(const Set& set) {
        const float all = explained(set);
        if (all < enough && all <= fit_) return;
        const Inside expected = inside(expected_, set);
        const float fit = all * (1 - focus_of_set + focus_of_set * expected.share());
        if (fit > fit_ && each_adds(set, all)) {
            fit_ = fit;
            best_ = set;
        }
        if (all < enough || expected.share() < 1 - most_beyond) return;
        int rarity = 0;
        for (const size_t each : set) rarity += static_cast<int>(scene_.atlas.muscle(tried_[each].ref).frequency);
        const std::tuple cost{-std::lround(100 * fit), std::lround(100 * (expected.whole - expected.drawn)), rarity};
        if (!enough_.empty() && cost >= cost_) return;
        cost_ = cost;
        enough_ = set;
    }
};

}  // namespace

Together explain_together(const Scene& scene, const Finder& finder, BodyId body, const Query& query) {
    const std::vector<Candidate> tried = candidates(scene, finder, body, query);
    Search search(scene, body, query, tried);
    Set set = search.run();
    Together together;
    if (set.empty()) return together;
    std::ranges::stable_sort(set, std::greater{}, [&](size_t each) { return search.explained({each}); });
    Set so_far;
    for (const size_t each : set) {
        const Candidate& one = tried[each];
        const float before = search.explained(so_far);
        so_far.push_back(each);
        together.parts.push_back({one.ref, one.side, one.level, search.explained({each}), search.pattern_share({each}),
                                  search.explained(so_far) - before});
    }
    together.explained = search.explained(set);
    together.pattern_share = search.pattern_share(set);
    together.enough = together.explained >= enough;
    together.much_beyond = search.much_beyond(set);
    return together;
}

}  // namespace myomap
