#include "study/likeness.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "body/areas.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

// Drawn as the pattern of another, as the atlas says in words (docs/atlas-review.md): whoever names either is right.
// Groups by ids; in each any two.
constexpr std::array drawn_alike{
    "piriformis gemellus_superior gemellus_inferior quadratus_femoris obturator_externus",
    "digastric_posterior stylohyoid",
    "semispinalis_capitis semispinalis_cervicis",
    "scalenus_anterior scalenus_medius scalenus_posterior",
    "extensor_digitorum_brevis extensor_hallucis_brevis",
    "dorsal_interossei_foot plantar_interossei lumbricals_foot",
    "dorsal_interossei_hand palmar_interossei_hand lumbricals_hand",
    "abductor_digiti_minimi_foot flexor_digiti_minimi_brevis_foot",
    "opponens_pollicis adductor_pollicis abductor_pollicis_brevis flexor_pollicis_brevis",
};
// Not every point of such muscles is drawn alike: a share of the pattern has to be in common.
constexpr float borrowed_pattern = 0.4f;

bool are_drawn_alike(const std::string& a, const std::string& b) {
    return std::ranges::any_of(drawn_alike, [&](const char* group) {
        const std::vector<std::string> ids = parts_of(group, ' ');
        return std::ranges::find(ids, a) != ids.end() && std::ranges::find(ids, b) != ids.end();
    });
}

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

bool Likeness::is_same(const Entry& a, const Entry& b, float dice) const {
    return dice >= same_pattern ||
           (dice >= borrowed_pattern && are_drawn_alike(atlas_.muscle(a.ref).id, atlas_.muscle(b.ref).id));
}

float Likeness::between(PointRef a, PointRef b) const {
    const Entry *one = entry(a), *two = entry(b);
    return one && two ? dice(*one, *two) : 0;
}

std::vector<PointRef> Likeness::same_as(PointRef point) const {
    std::vector<PointRef> same;
    if (const Entry* one = entry(point))
        for (const Entry& other : entries_)
            if (other.ref.muscle != point.muscle && is_same(*one, other, dice(*one, other))) same.push_back(other.ref);
    return same;
}

std::vector<Likeness::Like> Likeness::likest(PointRef point) const {
    std::vector<Like> all;
    const Entry* const one = entry(point);
    for (int muscle = 0; muscle < static_cast<int>(atlas_.muscles.size()); ++muscle) {
        if (muscle == point.muscle) continue;
        Like best{.point = {muscle, 0}};
        for (const Entry& other : entries_)
            if (one && other.ref.muscle == muscle)
                if (const float likeness = dice(*one, other); likeness > best.dice)
                    best = {other.ref, likeness, best.same || is_same(*one, other, likeness)};
        if (!atlas_.muscles[static_cast<std::size_t>(muscle)].trigger_points.empty()) all.push_back(best);
    }
    std::ranges::stable_sort(all, std::greater<>{}, &Like::dice);
    return all;
}

}  // namespace myomap
