#include "chart/compare.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include <glm/geometric.hpp>

#include "body/areas.h"

namespace myomap {

namespace {

// How much of the skin round each vertex an area covers, cm2: only those of which it covers any, rising.
using Covered = std::vector<std::pair<std::uint32_t, float>>;

float size_of(const Covered& covered) {
    return std::accumulate(covered.begin(), covered.end(), 0.f,
                           [](float sum, const auto& one) { return sum + one.second; });
}

float common_cm2(const Covered& a, const Covered& b) {
    float sum = 0;
    for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
        if (one->first == other->first) {
            sum += std::min(one->second, other->second);
            ++one, ++other;
        } else {
            ++(one->first < other->first ? one : other);
        }
    }
    return sum;
}

float jaccard_of(float a_cm2, float b_cm2, float common) {
    const float all = a_cm2 + b_cm2 - common;
    return all > 0 ? common / all : 0;
}

// What of both lies at each vertex, or of one beyond the other; nothing where that is 0.
template <class Value>
SparseField combined(const SparseField& a, const SparseField& b, Value value) {
    SparseField made;
    for (size_t i = 0, k = 0; i < a.size(); ++i) {
        while (k < b.size() && b.vertices[k] < a.vertices[i]) ++k;
        const std::uint8_t other = k < b.size() && b.vertices[k] == a.vertices[i] ? b.values[k] : std::uint8_t{0};
        const int here = std::clamp<int>(value(a.values[i], other), 0, 255);
        if (here == 0) continue;
        made.vertices.push_back(a.vertices[i]);
        made.values.push_back(static_cast<std::uint8_t>(here));
    }
    return made;
}

SparseField common(const SparseField& a, const SparseField& b) {
    return combined(a, b, [](int one, int other) { return std::min(one, other); });
}

// Where both have one edge nothing is left: a hair's breadth along it would be drawn as a line of its own.
SparseField beyond(const SparseField& a, const SparseField& b) {
    constexpr int hair = 20, steepness = 4;  // of 255
    return combined(a, b, [](int one, int other) {
        return std::min({one, 255 - other, 127 + steepness * (one - other - hair)});
    });
}

class Chart {
public:
    Chart(const Scene& scene, const Drawing& drawing, BodyId body, const std::vector<float>& seen)
        : drawing_{drawing, figures_of(scene, drawing, body)} {
        const SkinAsset& skin = scene.body(body).skin();
        for (const AreaFigures& area : drawing_.figures.areas) covered_.push_back(covered_by(skin, area, seen));
        together_ = covered_by(skin, drawing_.figures.together, seen);
    }

    const DrawingFigures& figures() const { return drawing_.figures; }
    const Covered& covered(size_t area) const { return covered_[area]; }
    const Covered& together() const { return together_; }
    ComparedChart take() { return std::move(drawing_); }

private:
    ComparedChart drawing_;
    std::vector<Covered> covered_;  // as the figures' areas
    Covered together_;

    static Covered covered_by(const SkinAsset& skin, const AreaFigures& area, const std::vector<float>& seen) {
        Covered covered;
        const std::vector<float> all = covered_areas(skin, area.field, seen);
        for (std::uint32_t v = 0; v < all.size(); ++v)
            if (all[v] > 0) covered.emplace_back(v, all[v]);
        return covered;
    }
};

void set_values(ComparedArea& area, const Chart& before, const Chart& after) {
    const auto set = [&](ComparedValue ComparedArea::*value, std::optional<float> PainArea::*asked) {
        if (area.before >= 0)
            (area.*value).before = before.figures().areas[static_cast<size_t>(area.before)].area->*asked;
        if (area.after >= 0) (area.*value).after = after.figures().areas[static_cast<size_t>(area.after)].area->*asked;
    };
    set(&ComparedArea::now, &PainArea::now);
    set(&ComparedArea::worst, &PainArea::worst);
    set(&ComparedArea::usual, &PainArea::usual);
}

std::vector<ComparedArea> compare_areas(const Chart& before, const Chart& after) {
    struct Pair {
        float jaccard;
        int before, after;
    };
    const int old_count = static_cast<int>(before.figures().areas.size());
    const int new_count = static_cast<int>(after.figures().areas.size());
    std::vector<Pair> pairs;
    for (int a = 0; a < new_count; ++a)
        for (int b = 0; b < old_count; ++b) {
            const Covered &one = before.covered(static_cast<size_t>(b)), &other = after.covered(static_cast<size_t>(a));
            const float shared = common_cm2(one, other), smaller = std::min(size_of(one), size_of(other));
            if (shared > 0 && shared >= least_shared * smaller)
                pairs.push_back({jaccard_of(size_of(one), size_of(other), shared), b, a});
        }
    std::ranges::stable_sort(pairs, std::greater(), &Pair::jaccard);

    std::vector<ComparedArea> areas(static_cast<size_t>(new_count));
    for (int a = 0; a < new_count; ++a) areas[static_cast<size_t>(a)] = {.change = AreaChange::new_, .after = a};
    std::vector<bool> found(static_cast<size_t>(old_count), false);
    for (const Pair& pair : pairs) {
        ComparedArea& area = areas[static_cast<size_t>(pair.after)];
        if (area.before >= 0 || found[static_cast<size_t>(pair.before)]) continue;
        found[static_cast<size_t>(pair.before)] = true;
        area.before = pair.before;
        area.jaccard = pair.jaccard;
        const auto change = extent_change(before.figures().areas[static_cast<size_t>(pair.before)].cm2,
                                          after.figures().areas[static_cast<size_t>(pair.after)].cm2);
        const bool as_before = pair.jaccard >= redraw_jaccard && change && std::abs(*change) < redraw_extent;
        area.change = as_before ? AreaChange::as_before : AreaChange::changed;
    }
    for (int b = 0; b < old_count; ++b)
        if (!found[static_cast<size_t>(b)]) areas.push_back({.change = AreaChange::gone, .before = b});

    for (ComparedArea& area : areas) {
        set_values(area, before, after);
        if (area.before >= 0 && area.after >= 0) continue;
        const Covered& own = area.after >= 0 ? after.covered(static_cast<size_t>(area.after))
                                             : before.covered(static_cast<size_t>(area.before));
        const Covered& others = area.after >= 0 ? before.together() : after.together();
        if (!own.empty()) area.shared = common_cm2(own, others) / size_of(own);
    }
    return areas;
}

ComparedSkin compare_skin(const Scene& scene, const Comparison& comparison) {
    SparseField gone, stayed, new_;
    static const SparseField none;
    for (const ComparedArea& area : comparison.areas) {
        const auto field = [](const ComparedChart& chart, int index) -> const SparseField& {
            return index < 0 ? none : chart.figures.areas[static_cast<size_t>(index)].field;
        };
        const SparseField &was = field(comparison.before, area.before), &is = field(comparison.after, area.after);
        if (area.change == AreaChange::as_before) {
            stayed = unite(stayed, is);
            continue;
        }
        stayed = unite(stayed, common(was, is));
        gone = unite(gone, beyond(was, is));
        new_ = unite(new_, beyond(is, was));
    }
    const auto measured = [&](SparseField field) { return figures_of(scene, comparison.body, std::move(field)); };
    ComparedSkin skin;
    skin.gone = measured(beyond(beyond(gone, stayed), new_));
    skin.stayed = measured(beyond(stayed, new_));
    skin.new_ = measured(std::move(new_));
    return skin;
}

bool is_same_point(const Finding& a, const Finding& b) {
    return !a.point.empty() && std::tie(a.muscle, a.point, a.side) == std::tie(b.muscle, b.point, b.side);
}

// How far two free places lie apart, cm; nothing where they can't be the same one.
std::optional<float> distance_of(const Finding& a, const Finding& b, const Body& body) {
    if (!a.point.empty() || !b.point.empty() || !a.anchor || !b.anchor || a.side != b.side) return {};
    if (!a.muscle.empty() && !b.muscle.empty() && a.muscle != b.muscle) return {};
    const SkinPoint one = resolve(*a.anchor, body), other = resolve(*b.anchor, body);
    const float apart = distance(one.position, other.position);
    if (apart > same_place_cm || dot(one.normal, other.normal) <= 0) return {};
    return apart;
}

std::vector<ComparedFinding> compare_findings(const Drawing& before, const Drawing& after, const Body& body) {
    struct Pair {
        float cm;
        size_t before, after;
    };
    std::vector<Pair> pairs;
    for (size_t a = 0; a < after.findings.size(); ++a)
        for (size_t b = 0; b < before.findings.size(); ++b) {
            if (is_same_point(before.findings[b], after.findings[a]))
                pairs.push_back({0, b, a});
            else if (const auto cm = distance_of(before.findings[b], after.findings[a], body))
                pairs.push_back({*cm, b, a});
        }
    std::ranges::stable_sort(pairs, {}, &Pair::cm);
    std::vector<ComparedFinding> all;
    for (const Finding& finding : after.findings) all.push_back({nullptr, &finding});
    std::vector<bool> found(before.findings.size(), false);
    for (const Pair& pair : pairs) {
        if (all[pair.after].before || found[pair.before]) continue;
        found[pair.before] = true;
        all[pair.after].before = &before.findings[pair.before];
    }
    for (size_t b = 0; b < before.findings.size(); ++b)
        if (!found[b]) all.push_back({&before.findings[b], nullptr});
    return all;
}

}  // namespace

const char* to_text(AreaChange change) {
    switch (change) {
        case AreaChange::as_before:
            return "as_before";
        case AreaChange::changed:
            return "changed";
        case AreaChange::new_:
            return "new";
        case AreaChange::gone:
            return "gone";
    }
    return "";
}

std::optional<float> extent_change(float before_cm2, float after_cm2) {
    if (before_cm2 <= 0) return {};
    return after_cm2 / before_cm2 - 1;
}

Comparison compare(const Scene& scene, const Drawing& before, const Drawing& after, BodyId body) {
    const std::vector<float> seen = seen_vertex_areas(scene.body(body).skin());
    Chart old_chart(scene, before, body, seen), new_chart(scene, after, body, seen);
    Comparison comparison;
    comparison.body = body;
    comparison.areas = compare_areas(old_chart, new_chart);
    const Covered &was = old_chart.together(), &is = new_chart.together();
    comparison.jaccard = jaccard_of(size_of(was), size_of(is), common_cm2(was, is));
    comparison.before = old_chart.take();
    comparison.after = new_chart.take();
    comparison.skin = compare_skin(scene, comparison);
    comparison.findings = compare_findings(comparison.before.drawing, comparison.after.drawing, scene.body(body));
    return comparison;
}

}  // namespace myomap
