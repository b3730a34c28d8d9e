#include "body/region_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

#include <glm/geometric.hpp>

#include "body/areas.h"
#include "body/neighbours.h"

namespace myomap {

namespace {

// A border is drawn across a ramp of this half-width: about as wide as the mesh's edges on the trunk.
constexpr float half_band_cm = 0.8f;

struct Seed {
    glm::vec3 position;
    float radius_cm;
    int region;
};

// Grows the regions over the left half, nearest rim first (Dijkstra), so that a region can't jump from a limb to the
// trunk or from one finger to the next. The distance is the straight one to the seed that a vertex is reached from:
// summing edge lengths instead would make the borders follow the grain of the mesh.
class Growth {
public:
    Growth(const Body& body, const Neighbours& neighbours, const std::vector<bool>& right)
        : body_(body),
          neighbours_(neighbours),
          positions_(body.skin().positions),
          right_(right),
          owner_(right.size(), -1),
          best_(right.size(), infinity) {}

    void sow(const SkinPath& path, int region) {
        const SkinAsset& skin = body_.skin();
        for (size_t i = 0; i < path.points.size(); ++i) {
            const SkinPoint& point = path.points[i];
            const int seed = static_cast<int>(seeds_.size());
            // Both halves share the seeds of the left one; a sample beside the midline may have been dropped beyond it.
            const glm::vec3 position{std::abs(point.position.x), point.position.y, point.position.z};
            seeds_.push_back({position, path.radius_cm[i], region});
            for (size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t vertex = skin.triangles[3 * size_t{point.triangle} + corner];
                const std::uint32_t left = right_[vertex] ? skin.mirror[vertex] : vertex;
                offer(left, cost(left, seed), seed);
            }
        }
    }

    void run() {
        while (!queue_.empty()) {
            const auto [reached, seed, vertex] = queue_.top();
            queue_.pop();
            if (owner_[vertex] >= 0) continue;
            owner_[vertex] = seed;
            for (const std::uint32_t next : neighbours_.of(vertex)) {
                if (right_[next] || owner_[next] >= 0) continue;
                offer(next, std::max(reached, cost(next, seed)), seed);
            }
        }
    }

    float cost(std::uint32_t vertex, int seed) const {
        const Seed& from = seeds_[static_cast<size_t>(seed)];
        return glm::distance(positions_[vertex], from.position) - from.radius_cm;
    }
    int owner(std::uint32_t vertex) const { return owner_[vertex]; }  // a seed, or -1
    int region_of(int seed) const { return seed < 0 ? -1 : seeds_[static_cast<size_t>(seed)].region; }

private:
    using Offer = std::tuple<float, int, std::uint32_t>;  // cost, seed, vertex; equal costs go to the earlier seed
    static constexpr float infinity = std::numeric_limits<float>::infinity();

    const Body& body_;
    const Neighbours& neighbours_;
    const std::vector<glm::vec3>& positions_;
    const std::vector<bool>& right_;
    std::vector<Seed> seeds_;
    std::vector<int> owner_;   // per vertex
    std::vector<float> best_;  // per vertex: the lowest cost offered
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> queue_;

    void offer(std::uint32_t vertex, float cost, int seed) {
        if (cost > best_[vertex]) return;
        best_[vertex] = cost;
        queue_.push({cost, seed, vertex});
    }
};

}  // namespace

RegionMap::RegionMap(const RegionSet& set, const Body& body)
    : skin_(body.skin()), region_(skin_.positions.size(), std::int16_t{-1}), vertex_area_(seen_vertex_areas(skin_)) {
    const auto count = static_cast<std::uint32_t>(region_.size());
    std::vector<bool> right(count);
    for (std::uint32_t v = 0; v < count; ++v) right[v] = is_right(v);

    // Laid once, the regions need them no more, and most sessions paint nothing: so not the body's own, which it keeps.
    const Neighbours neighbours(skin_);
    Growth growth(body, neighbours, right);
    for (size_t r = 0; r < set.regions.size(); ++r) {
        midline_.push_back(set.regions[r].midline);
        for (const Stroke& seed : set.regions[r].seeds) {
            growth.sow(lay_on_skin(body, seed, Side::left), static_cast<int>(r));
        }
    }
    growth.run();
    for (std::uint32_t v = 0; v < count; ++v) {
        if (!right[v])
            region_[v] = region_[skin_.mirror[v]] = static_cast<std::int16_t>(growth.region_of(growth.owner(v)));
    }

    area_.assign(2 * midline_.size(), 0.f);
    if (empty()) return;
    for (std::uint32_t v = 0; v < count; ++v) {
        if (region_[v] >= 0) area_[slot(at(v))] += vertex_area_[v];
        if (right[v] || region_[v] < 0) continue;
        // How much farther the next region's rim is than the own one's says how far inside the border the vertex lies.
        const float own = growth.cost(v, growth.owner(v));
        float lead = 4 * half_band_cm;
        const size_t first = rims_.size();
        for (const std::uint32_t next : neighbours.of(v)) {
            if (right[next] || region_[next] == region_[v]) continue;
            const float behind = std::max(0.f, growth.cost(v, growth.owner(next)) - own);
            lead = std::min(lead, behind);
            const float value = std::max(0.f, 0.5f - behind / (4 * half_band_cm));
            rims_.push_back({v, region_[next], static_cast<std::uint8_t>(std::min(127.f, 255 * value))});
        }
        if (rims_.size() == first) continue;
        const float value = std::min(1.f, 0.5f + lead / (4 * half_band_cm));
        rims_.push_back({v, region_[v], static_cast<std::uint8_t>(std::max(128.f, 255 * value))});
    }
}

bool RegionMap::is_right(std::uint32_t vertex) const {
    return skin_.mirror[vertex] != vertex && skin_.positions[vertex].x < 0;
}

std::size_t RegionMap::slot(RegionRef ref) const {
    const auto region = static_cast<size_t>(ref.region);
    return 2 * region + (ref.side == Side::right && !midline_.at(region) ? 1 : 0);
}

RegionRef RegionMap::at(std::uint32_t vertex) const {
    const int region = region_[vertex];
    if (region < 0) return {};
    const bool right = !midline_[static_cast<size_t>(region)] && is_right(vertex);
    return {region, right ? Side::right : Side::left};
}

SparseField RegionMap::field(RegionRef ref) const {
    const bool midline = midline_.at(static_cast<size_t>(ref.region));
    const bool right = !midline && ref.side == Side::right;
    std::vector<std::uint8_t> values(region_.size(), 0);
    for (std::uint32_t v = 0; v < region_.size(); ++v) {
        if (region_[v] == ref.region && !is_right(v)) values[v] = 255;
    }
    for (const Rim& rim : rims_) {
        if (rim.region != ref.region) continue;
        // Two neighbours of one vertex may both speak for the region.
        std::uint8_t& value = values[rim.vertex];
        value = value == 0 || value == 255 ? rim.value : std::max(value, rim.value);
    }
    SparseField field;
    for (std::uint32_t v = 0; v < region_.size(); ++v) {
        const std::uint32_t left = is_right(v) ? skin_.mirror[v] : v;
        const bool centre = skin_.mirror[v] == v;
        if (!midline && !centre && is_right(v) != right) continue;
        std::uint8_t value = values[left];
        // The left and the right one of a pair meet on the midline.
        if (!midline && centre) value = std::min<std::uint8_t>(value, right ? 127 : 128);
        if (value == 0) continue;
        field.vertices.push_back(v);
        field.values.push_back(value);
    }
    return field;
}

float RegionMap::area_cm2(RegionRef ref) const { return area_[slot(ref)]; }

std::vector<RegionMap::Share> RegionMap::shares(const SparseField& field) const {
    std::vector<float> areas(region_.size(), 0.f);
    for (size_t i = 0; i < field.size(); ++i) {
        const std::uint32_t vertex = field.vertices[i];
        areas[vertex] = static_cast<float>(field.values[i]) / 255.f * vertex_area_[vertex];
    }
    return shares(areas);
}

std::vector<RegionMap::Share> RegionMap::shares(const std::vector<float>& areas) const {
    std::vector<float> covered(area_.size(), 0.f);
    float total = 0;
    for (std::uint32_t vertex = 0; vertex < areas.size(); ++vertex) {
        if (areas[vertex] <= 0) continue;
        const RegionRef ref = at(vertex);
        if (ref.region < 0) continue;
        covered[slot(ref)] += areas[vertex];
        total += areas[vertex];
    }
    std::vector<Share> shares;
    for (size_t s = 0; s < covered.size(); ++s) {
        if (covered[s] <= 0) continue;
        const RegionRef ref{static_cast<int>(s / 2), s % 2 == 0 ? Side::left : Side::right};
        shares.push_back({ref, covered[s] / total, covered[s] / area_[s]});
    }
    std::ranges::stable_sort(shares, std::ranges::greater(), &Share::of_field);
    return shares;
}

}  // namespace myomap
