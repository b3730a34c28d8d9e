#include "study/likeness.h"

#include <algorithm>

#include "body/areas.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

float size_of(const SparseField& field, const std::vector<float>& area) {
    float sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) sum += static_cast<float>(field.values[i]) * area[field.vertices[i]];
    return sum / 255;
}

}  // namespace

Likeness::Likeness(const Scene& scene, BodyId body)
    : atlas_(scene.atlas), area_(vertex_areas(scene.body(body).skin())) {
    for (const PointRef ref : atlas_.all_points()) {
        Entry one{ref, pattern_of(scene, body, ref).essential, 0};
        one.size = size_of(one.essential, area_);
        if (one.size > 0) entries_.push_back(std::move(one));
    }
}

const Likeness::Entry* Likeness::entry(PointRef ref) const {
    const auto it = std::ranges::find(entries_, ref, &Entry::ref);
    return it == entries_.end() ? nullptr : &*it;
}

float Likeness::dice(const Entry& a, const Entry& b) const {
    float both = 0;
    const SparseField &p = a.essential, &q = b.essential;
    for (std::size_t i = 0, j = 0; i < p.size() && j < q.size();) {
        if (p.vertices[i] == q.vertices[j]) {
            both += static_cast<float>(std::min(p.values[i], q.values[j])) * area_[p.vertices[i]];
            ++i, ++j;
        } else {
            (p.vertices[i] < q.vertices[j] ? i : j)++;
        }
    }
    return 2 * both / 255 / (a.size + b.size);
}

float Likeness::between(PointRef a, PointRef b) const {
    const Entry *one = entry(a), *two = entry(b);
    return one && two ? dice(*one, *two) : 0;
}

std::vector<PointRef> Likeness::same_as(PointRef point) const {
    std::vector<PointRef> same;
    if (const Entry* one = entry(point))
        for (const Entry& other : entries_)
            if (other.ref.muscle != point.muscle && dice(*one, other) >= same_pattern) same.push_back(other.ref);
    return same;
}

std::vector<Likeness::Like> Likeness::likest(PointRef point) const {
    std::vector<Like> all;
    const Entry* const one = entry(point);
    for (int muscle = 0; muscle < static_cast<int>(atlas_.muscles.size()); ++muscle) {
        if (muscle == point.muscle) continue;
        Like best{{muscle, 0}, 0};
        for (const Entry& other : entries_)
            if (one && other.ref.muscle == muscle)
                if (const float likeness = dice(*one, other); likeness > best.dice) best = {other.ref, likeness};
        if (!atlas_.muscles[static_cast<std::size_t>(muscle)].trigger_points.empty()) all.push_back(best);
    }
    std::ranges::stable_sort(all, std::greater<>{}, &Like::dice);
    return all;
}

}  // namespace myomap
