#include "render/pattern_places.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

constexpr float border = 127.5f;
constexpr float finer = 0.70710678f;  // each level's spacing of the one before, as in the bake
constexpr float darts_per_place = 7;  // enough that few gaps stay open
constexpr float most_darts = 3e5f;    // a tenth of a second or two

// Which of a few thousand places lie near; cells as large as the distance asked for.
class Near {
public:
    explicit Near(float distance) : distance_(distance) {}

    bool any(const glm::vec3& p) const {
        const glm::ivec3 c = cell(p);
        for (int x = -1; x <= 1; ++x)
            for (int y = -1; y <= 1; ++y)
                for (int z = -1; z <= 1; ++z) {
                    const auto found = cells_.find(key(c + glm::ivec3{x, y, z}));
                    if (found == cells_.end()) continue;
                    for (const glm::vec3& q : found->second)
                        if (dot(q - p, q - p) < distance_ * distance_) return true;
                }
        return false;
    }
    void add(const glm::vec3& p) { cells_[key(cell(p))].push_back(p); }

private:
    float distance_;
    std::unordered_map<std::uint64_t, std::vector<glm::vec3>> cells_;

    glm::ivec3 cell(const glm::vec3& p) const { return glm::ivec3(floor(p / distance_)); }
    static std::uint64_t key(const glm::ivec3& c) {
        constexpr std::uint64_t most = (1 << 21) - 1;
        return (static_cast<std::uint64_t>(c.x) & most) << 42 | (static_cast<std::uint64_t>(c.y) & most) << 21 |
               (static_cast<std::uint64_t>(c.z) & most);
    }
};

float blend(const std::uint8_t* of, float u, float v) {
    return (1 - u - v) * static_cast<float>(of[0]) + u * static_cast<float>(of[1]) + v * static_cast<float>(of[2]);
}

}  // namespace

PatternPlaces::PatternPlaces(const SkinAsset& skin, const SparseField& field, std::span<const std::uint8_t> covered)
    : skin_(skin) {
    std::vector<std::uint8_t> values(skin.positions.size(), 0);
    for (size_t i = 0; i < field.size(); ++i) values[field.vertices[i]] = field.values[i];
    constexpr std::uint32_t none = ~0u;
    std::vector<std::uint32_t> painted(skin.triangles.size() / 3, none);
    for (std::uint32_t t = 0; t < painted.size(); ++t) {
        const auto* corner = &skin.triangles[3 * size_t{t}];
        if (std::max({values[corner[0]], values[corner[1]], values[corner[2]]}) < border) continue;
        painted[t] = static_cast<std::uint32_t>(triangles_.size());
        triangles_.push_back(t);
        for (int i = 0; i < 3; ++i) {
            values_.push_back(values[corner[i]]);
            covered_.push_back(covered.empty() ? std::uint8_t{0} : covered[corner[i]]);
        }
        const glm::vec3& origin = skin.positions[corner[0]];
        area_cm2_ += 0.5f * length(cross(skin.positions[corner[1]] - origin, skin.positions[corner[2]] - origin));
    }
    size_t next = 0;
    for (const DotLevel& level : skin.dot_levels) {
        for (; next < level.count; ++next) {
            const Dot& dot = skin.dots[next];
            if (painted[dot.triangle] != none) add(painted[dot.triangle], dot.u, dot.v);
        }
        levels_.push_back({level.spacing_cm, places_.size()});
    }
    thin();
}

// `triangle` of triangles_. Nothing outside of what is painted, and nothing where it is painted over.
void PatternPlaces::add(size_t triangle, float u, float v) {
    const std::uint8_t* value = &values_[3 * triangle];
    const float here = blend(value, u, v);
    if (here < border || blend(&covered_[3 * triangle], u, v) >= border) return;
    const auto* corner = &skin_.triangles[3 * size_t{triangles_[triangle]}];
    const glm::vec3 a = skin_.positions[corner[0]];
    const glm::vec3 ab = skin_.positions[corner[1]] - a, ac = skin_.positions[corner[2]] - a;
    // How steeply the field falls toward its border there.
    const float d1 = static_cast<float>(value[1]) - value[0], d2 = static_cast<float>(value[2]) - value[0];
    const float e = dot(ab, ab), f = dot(ab, ac), g = dot(ac, ac);
    const float slope =
        std::sqrt(std::max(0.f, (g * d1 * d1 - 2 * f * d1 * d2 + e * d2 * d2) / std::max(1e-9f, e * g - f * f)));
    const float w = 1 - u - v;
    const glm::vec3 normal = w * skin_.normals[corner[0]] + u * skin_.normals[corner[1]] + v * skin_.normals[corner[2]];
    places_.push_back({a + u * ab + v * ac, normal, (here - border) / std::max(slope, 0.1f), corner[0]});
}

// Two coarser levels in front, of places that the coarsest level has.
void PatternPlaces::thin() {
    if (levels_.empty()) return;
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(levels_.front().count);
    std::vector<PatternPlace> left(places_.begin(), end), kept;
    std::vector<Level> coarser;
    float spacing = levels_.front().spacing_cm / (finer * finer);
    for (int i = 0; i < 2; ++i, spacing *= finer) {
        Near near(spacing);
        for (const PatternPlace& place : kept) near.add(place.position);
        std::vector<PatternPlace> rest;
        for (const PatternPlace& place : left) {
            const bool crowded = near.any(place.position);
            if (!crowded) near.add(place.position);
            (crowded ? rest : kept).push_back(place);
        }
        left = std::move(rest);
        coarser.push_back({spacing, kept.size()});
    }
    std::ranges::copy(left, std::ranges::copy(kept, places_.begin()).out);
    levels_.insert(levels_.begin(), coarser.begin(), coarser.end());
}

// A finer level at the end: darts thrown at each painted triangle, the same ones every time.
bool PatternPlaces::refine() {
    const float spacing = levels_.back().spacing_cm * finer;
    const float darts_per_cm2 = darts_per_place / (0.7f * spacing * spacing);
    if (area_cm2_ * darts_per_cm2 > most_darts) return false;
    Near near(spacing);
    for (const PatternPlace& place : places_) near.add(place.position);
    // By turns, so that no triangle is filled before its neighbours.
    struct Dart {
        std::uint32_t order, triangle;
        float u, v;
    };
    std::vector<Dart> darts;
    for (size_t t = 0; t < triangles_.size(); ++t) {
        const auto* corner = &skin_.triangles[3 * size_t{triangles_[t]}];
        const glm::vec3& a = skin_.positions[corner[0]];
        const float area = 0.5f * length(cross(skin_.positions[corner[1]] - a, skin_.positions[corner[2]] - a));
        std::minstd_rand random(triangles_[t] * 16 + static_cast<std::uint32_t>(levels_.size()) + 1);
        random.discard(3);
        const auto share = [&] { return static_cast<float>(random()) / static_cast<float>(std::minstd_rand::max()); };
        const int count = static_cast<int>(area * darts_per_cm2 + share());
        for (int i = 0; i < count; ++i) {
            float u = share(), v = share();
            if (u + v > 1) u = 1 - u, v = 1 - v;
            darts.push_back({static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(t), u, v});
        }
    }
    std::ranges::sort(darts, {}, [](const Dart& d) { return std::pair{d.order, d.triangle}; });
    for (const Dart& dart : darts) {
        const auto* corner = &skin_.triangles[3 * size_t{triangles_[dart.triangle]}];
        const glm::vec3 p = (1 - dart.u - dart.v) * skin_.positions[corner[0]] + dart.u * skin_.positions[corner[1]] +
                            dart.v * skin_.positions[corner[2]];
        if (near.any(p)) continue;
        const size_t before = places_.size();
        add(dart.triangle, dart.u, dart.v);
        if (places_.size() > before) near.add(p);
    }
    levels_.push_back({spacing, places_.size()});
    return true;
}

PatternPlaces::Level PatternPlaces::level(float spacing_cm) {
    if (places_.empty() || levels_.empty()) return {spacing_cm, 0};
    while (levels_.back().spacing_cm * finer >= spacing_cm && refine()) {
    }
    size_t at = 0;
    while (at + 1 < levels_.size() && levels_[at + 1].spacing_cm >= spacing_cm) ++at;
    return levels_[at];
}

}  // namespace myomap
