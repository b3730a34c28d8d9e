#include "body/muscle_shadow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <span>
#include <unordered_map>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "body/points.h"

namespace myomap {

namespace {

// The nearest skin counts alone down to here, and not at all from there on; the second of a sheet that wraps the trunk.
constexpr float near_cm[] = {2, 8}, deep_cm[] = {5, 12};
constexpr float veil_cm = 4;          // what lies under that much counts a quarter when the side is chosen
constexpr float least_share = 0.35f;  // of the largest patch, for another one to be shown

// A place of the muscle's surface.
struct Sample {
    glm::vec3 at, normal;
    float area;
};

float area_of(const MuscleAsset& asset, std::span<const std::uint32_t> corner) {
    const glm::vec3& a = asset.positions[corner[0]];
    return 0.5f * length(cross(asset.positions[corner[1]] - a, asset.positions[corner[2]] - a));
}

struct Samples {
    std::vector<Sample> all;
    float spacing_cm = 0;
};

Samples samples_of(const MuscleAsset& asset, const MuscleMesh& mesh) {
    const auto corners = [&](std::uint32_t i) { return std::span(&asset.triangles[i], 3); };
    const std::uint32_t end = mesh.first_index + mesh.index_count;
    float whole = 0;
    for (std::uint32_t i = mesh.first_index; i < end; i += 3) whole += area_of(asset, corners(i));
    Samples samples;
    samples.spacing_cm = std::clamp(std::sqrt(whole / 4000), 0.28f, 0.6f);
    for (std::uint32_t i = mesh.first_index; i < end; i += 3) {
        const auto corner = corners(i);
        const glm::vec3 &a = asset.positions[corner[0]], &b = asset.positions[corner[1]],
                        &c = asset.positions[corner[2]];
        const float longest = std::max({distance(a, b), distance(b, c), distance(c, a)});
        const int n = std::clamp(static_cast<int>(std::ceil(longest / samples.spacing_cm)), 1, 16);
        const float step = 1 / static_cast<float>(n), area = area_of(asset, corner) * step * step;
        const auto add = [&](float u, float v) {
            const float w = 1 - u - v;
            samples.all.push_back(
                {w * a + u * b + v * c,
                 w * asset.normals[corner[0]] + u * asset.normals[corner[1]] + v * asset.normals[corner[2]], area});
        };
        for (int row = 0; row < n; ++row) {
            for (int column = 0; row + column < n; ++column) {
                const float u = static_cast<float>(column) * step, v = static_cast<float>(row) * step;
                add(u + step / 3, v + step / 3);
                if (row + column + 1 < n) add(u + 2 * step / 3, v + 2 * step / 3);
            }
        }
    }
    return samples;
}

// Skin that is seen, not the inside of the mouth or the socket of an eye.
bool is_outer(const Body& body, std::uint32_t vertex) {
    constexpr float chin = 0.85f;  // of the height; below, what no view shows are folds
    return body.skin().visible_from[vertex] != 0 || body.skin().positions[vertex].y < chin * body.height_cm();
}

// Where the way from inside the body leaves it.
std::optional<SkinPoint> way_out(const Body& body, glm::vec3 from, const glm::vec3& direction) {
    for (int i = 0; i < 8; ++i) {
        const auto hit = body.query().raycast(from, direction);
        if (!hit || (dot(hit->normal, direction) > 0 && is_outer(body, hit->vertex))) return hit;
        from = hit->position + 1e-3f * direction;
    }
    return std::nullopt;
}

// Whether a finger gets at it through the pelvis: the skin of its trigger points says little about where it lies then.
bool is_in_the_pelvis(const Muscle* muscle) {
    return muscle && std::ranges::any_of(muscle->trigger_points, [](const TriggerPoint& point) {
               return point.reached_from == ReachedFrom::pelvis;
           });
}

// The side from which the trigger points are reached; nothing where there are none, or where they lie all round.
std::optional<glm::vec3> side_of_points(const Body& body, const Muscle* muscle) {
    if (!muscle || muscle->trigger_points.empty() || is_in_the_pelvis(muscle)) return std::nullopt;
    glm::vec3 sum{0};
    for (const TriggerPoint& point : muscle->trigger_points)
        sum += resolve_on_skin(body, point.point, Side::left).normal;
    if (std::abs(sum.y) < 2 * length(glm::vec2(sum.x, sum.z)))
        sum.y = 0;  // skin slopes; who looks at it stands upright
    if (length(sum) < 0.5f * static_cast<float>(muscle->trigger_points.size())) return std::nullopt;
    return normalize(sum);
}

// The direction from which most of the muscle is seen with least over it, of those about the side of its trigger
// points; bones before it let little through.
glm::vec3 best_side(const Body& body, const MuscleQuery& query, const std::vector<bool>& bones,
                    const std::vector<Sample>& samples, const std::optional<glm::vec3>& of_points, bool in_the_pelvis) {
    constexpr float through_bone = 0.2f, not_of_points = 0.2f, beside_midline_cm = 7, diagonal = 0.7071f;
    // A pelvic floor is open to neither side, but between the seat bones, aslant from below and behind.
    constexpr glm::vec3 seat{0, -diagonal, -diagonal};
    static constexpr std::array<glm::vec3, 9> sides{{{0, 0, 1},
                                                     {0, 0, -1},
                                                     {1, 0, 0},
                                                     {-1, 0, 0},
                                                     {0, -1, 0},
                                                     {diagonal, 0, diagonal},
                                                     {diagonal, 0, -diagonal},
                                                     {-diagonal, 0, diagonal},
                                                     {-diagonal, 0, -diagonal}}};
    float from_midline = 0;
    for (const Sample& sample : samples) from_midline += sample.at.x / static_cast<float>(samples.size());
    // Limbs and hips have slanting sides; of the neck and the trunk charts know the front and the back.
    const size_t count = from_midline > beside_midline_cm ? sides.size() : 5;
    glm::vec3 best = sides[0];
    float most = -1;
    const size_t stride = std::max<size_t>(1, samples.size() / 150);
    std::vector<glm::vec3> tried(sides.begin(), sides.begin() + static_cast<std::ptrdiff_t>(count));
    if (in_the_pelvis) tried.push_back(seat);
    for (const glm::vec3& side : tried) {
        float seen = 0;
        for (size_t i = 0; i < samples.size(); i += stride) {
            const float faces = dot(samples[i].normal, side);
            if (faces <= 0) continue;
            const auto out = way_out(body, samples[i].at, side);
            if (!out) continue;
            const float room = distance(out->position, samples[i].at), over = 1 + room / veil_cm;
            const auto bone = query.raycast(samples[i].at, side, bones);
            seen += samples[i].area * faces / (over * over) * (bone && bone->distance_cm < room ? through_bone : 1);
        }
        if (side.y < -0.9f) seen *= 0.6f;      // few readers know the body from below
        seen *= 1 + 0.35f * std::abs(side.z);  // limbs are read from the front and from behind
        if (of_points) seen *= not_of_points + std::max(0.f, dot(side, *of_points));
        if (seen <= 1.02f * most) continue;
        most = seen;
        best = side;
    }
    return best;
}

// Whether a bone lies in the way that is thick, such as the shin before a muscle of the calf; not a rib.
bool behind_bone(const MuscleQuery& query, const std::vector<bool>& bones, const glm::vec3& from,
                 const glm::vec3& direction, float way_cm) {
    constexpr float thick_cm = 1, step = 1e-2f;
    const auto in = query.raycast(from, direction, bones);
    if (!in || in->distance_cm >= way_cm) return false;
    const auto out = query.raycast(in->position + step * direction, direction, bones);
    return out && out->distance_cm > thick_cm;
}

// A large sheet that is about as deep as wide, such as the intercostals: it has no one side.
bool wraps_the_trunk(const Body& body, const std::vector<Sample>& samples) {
    constexpr float least_extent = 0.058f, least_area = 0.018f;  // of the height, of its square; both faces
    const auto extent = [&](int axis) {
        const auto [low, high] = std::ranges::minmax(samples, {}, [&](const Sample& s) { return s.at[axis]; });
        return high.at[axis] - low.at[axis];
    };
    float area = 0;
    for (const Sample& sample : samples) area += sample.area;
    const float height = body.height_cm();
    return std::min(extent(0), extent(2)) > least_extent * height && area > least_area * height * height;
}

// Who reaches for the muscle through the skin of a trigger point finds it there: where the shadow leaves such a point
// out, because the muscle lies deeper there than elsewhere, what of it lies under the skin from there to the shadow
// belongs to it.
void reach_points(const Body& body, const std::vector<Sample>& samples, const Muscle* muscle,
                  std::vector<SkinPoint>& landed, std::vector<glm::vec3>& marks) {
    constexpr float at_it_cm = 0.8f, least_cm = 1.5f, most_cm = 5, deepest_cm = 13;
    if (!muscle) return;
    const size_t before = landed.size();
    for (const TriggerPoint& point : muscle->trigger_points) {
        if (point.reached_from) continue;
        const SkinPoint place = resolve_on_skin(body, point.point, Side::left);
        marks.push_back(place.position);
        float off = most_cm;
        for (size_t i = 0; i < before; ++i) off = std::min(off, distance(landed[i].position, place.position));
        if (off <= at_it_cm) continue;
        const float reach = off < most_cm ? std::max(least_cm, off + 0.5f) : least_cm;
        for (const Sample& sample : samples) {
            const glm::vec3 way = sample.at - place.position;
            const float depth = -dot(way, place.normal);
            const glm::vec3 aside = way + depth * place.normal;
            if (depth < 0 || depth > deepest_cm || dot(aside, aside) > reach * reach) continue;
            const auto out = body.query().raycast(sample.at + (depth + 2) * place.normal, -place.normal);
            if (out && out->position.x >= 0 && dot(out->normal, place.normal) > 0.3f) landed.push_back(*out);
        }
    }
}

// Where the places of the outer face go.
struct Landed {
    std::vector<SkinPoint> points;
    std::optional<glm::vec3> side;  // from which it is seen best, where that was asked for
    bool deep = false;              // most of it is
    std::vector<glm::vec3> marks;   // trigger points: what lies there is no scrap
};

Landed on_the_skin(const Body& body, const MuscleQuery& query, const std::vector<bool>& bones,
                   const std::vector<Sample>& samples, const Muscle* muscle) {
    struct Landing {
        SkinPoint place;
        float depth;
    };
    std::vector<Landing> landings;
    Landed landed;
    std::optional<glm::vec3>& side = landed.side;  // only deep muscles need it
    size_t deep = 0;
    const bool wraps = wraps_the_trunk(body, samples);
    // Where fingers reach it is where it is shown: a muscle of the sole not on top of the foot, however near.
    const std::optional<glm::vec3> of_points = side_of_points(body, muscle);
    // Between the thighs the nearest skin is one of them, which looks aside: it is not where a pelvic floor lies.
    const bool in_the_pelvis = is_in_the_pelvis(muscle);
    if (in_the_pelvis) side = best_side(body, query, bones, samples, of_points, in_the_pelvis);
    constexpr float other_side = -0.3f, faces_it = 0.35f;
    for (const Sample& sample : samples) {
        const SkinPoint nearest = body.query().closest(sample.at);
        const glm::vec3 way = nearest.position - sample.at;
        const float depth = length(way);
        glm::vec3 direction = depth > 0.02f ? way / depth : nearest.normal;
        const bool clear = is_outer(body, nearest.vertex) &&
                           (!of_points || depth > near_cm[0] || dot(nearest.normal, *of_points) > other_side) &&
                           !behind_bone(query, bones, sample.at, direction, depth);
        const float aside = clear ? glm::smoothstep(near_cm[wraps], deep_cm[wraps], depth) : 1;
        if (aside > 0) {
            ++deep;
            if (!side) side = best_side(body, query, bones, samples, of_points, in_the_pelvis);
            direction = (1 - aside) * direction + aside * *side;
            if (dot(direction, direction) < 1e-4f) continue;
            direction = normalize(direction);
        }
        if (dot(sample.normal, direction) <= 0) continue;  // the face that looks inwards
        if (aside <= 0)
            landings.push_back({nearest, depth});
        else if (const auto out = way_out(body, sample.at, direction);
                 out && dot(out->normal, direction) > 0.35f * aside)  // not grazing along a thigh
            landings.push_back({*out, distance(out->position, sample.at)});
    }
    if (landings.empty()) return landed;
    landed.deep = 2 * deep > samples.size();
    // A muscle that is mostly near the skin is not shown where it dives under a shoulder blade or into the armpit.
    const auto quarter = landings.begin() + static_cast<std::ptrdiff_t>(landings.size() / 4);
    std::ranges::nth_element(landings, quarter, {}, &Landing::depth);
    const float deepest = std::max(6.f, 2 * quarter->depth);
    for (const Landing& landing : landings)
        if (landing.depth <= deepest && (!in_the_pelvis || dot(landing.place.normal, *side) > faces_it))
            landed.points.push_back(landing.place);
    reach_points(body, samples, muscle, landed.points, landed.marks);
    return landed;
}

// Places on the skin, by where they are.
class Points {
public:
    explicit Points(const std::vector<SkinPoint>& points) : points_(points) {
        for (std::uint32_t i = 0; i < points.size(); ++i) cells_[key(cell(points[i].position))].push_back(i);
    }

    // Those within `reach` of p that face about as `normal` does; at most as far as a cell is wide.
    void near(const glm::vec3& p, const glm::vec3& normal, float reach, std::vector<glm::vec3>& found) const {
        found.clear();
        const glm::ivec3 low = cell(p - reach), high = cell(p + reach);
        for (int x = low.x; x <= high.x; ++x)
            for (int y = low.y; y <= high.y; ++y)
                for (int z = low.z; z <= high.z; ++z) {
                    const auto in_cell = cells_.find(key({x, y, z}));
                    if (in_cell == cells_.end()) continue;
                    for (const std::uint32_t i : in_cell->second) {
                        const glm::vec3 way = points_[i].position - p;
                        if (dot(way, way) < reach * reach && dot(points_[i].normal, normal) > -0.1f)
                            found.push_back(points_[i].position);
                    }
                }
    }

private:
    static constexpr float cell_cm = 1;
    const std::vector<SkinPoint>& points_;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells_;

    static glm::ivec3 cell(const glm::vec3& p) { return glm::ivec3(floor(p / cell_cm)); }
    static std::int64_t key(const glm::ivec3& c) {
        return (std::int64_t{c.x} << 40) ^ (std::int64_t{c.y & 0xfffff} << 20) ^ std::int64_t{c.z & 0xfffff};
    }
};

class Shadow {
public:
    // A place is covered when one of the points lies within `reach` cm of it.
    Shadow(const Body& body, const Landed& landed, float reach)
        : body_(body), skin_(body.skin()), reach_(reach), value_(skin_.positions.size(), 0) {
        spread(landed.points, Points(landed.points));
        fill_holes();
        leave_the_far_side(landed);
        fill_holes();
    }

    SparseField field() const {
        SparseField sparse;
        for (std::uint32_t v = 0; v < value_.size(); ++v) {
            const auto value = static_cast<std::uint8_t>(std::lround(255 * value_[v]));
            if (value == 0) continue;
            sparse.vertices.push_back(v);
            sparse.values.push_back(value);
        }
        return sparse;
    }

private:
    const Body& body_;
    const SkinAsset& skin_;
    float reach_;
    std::vector<float> value_;
    std::vector<std::uint32_t> touched_;  // covered, and a rim of others round them
    std::vector<glm::vec3> near_;         // kept for the next vertex

    float edge_cm(std::uint32_t v) const {
        const auto around = body_.neighbours(v);
        float sum = 0;
        for (const std::uint32_t next : around) sum += distance(skin_.positions[v], skin_.positions[next]);
        return around.empty() ? 0 : sum / static_cast<float>(around.size());
    }

    // The share of a disc round the vertex that is covered. As wide as the edges of the mesh are long, or the border
    // would follow the triangles.
    float covered(std::uint32_t v, const Points& points) {
        constexpr int rings = 3;
        const float edge = edge_cm(v), radius = std::clamp(1.1f * edge, 0.4f, 1.2f);
        const glm::vec3 &normal = skin_.normals[v], &middle = skin_.positions[v];
        const float reach = std::max(reach_, 0.4f * edge);  // a thin muscle must not fall between the vertices
        points.near(middle, normal, radius + reach, near_);
        if (near_.empty()) return 0;
        const auto is_covered = [&](const glm::vec3& p) {
            return std::ranges::any_of(near_, [&](const glm::vec3& q) { return dot(q - p, q - p) < reach * reach; });
        };
        const glm::vec3 u =
            normalize(cross(normal, std::abs(normal.y) < 0.9f ? glm::vec3{0, 1, 0} : glm::vec3{1, 0, 0}));
        const glm::vec3 w = cross(normal, u);
        int all = 1, hits = is_covered(middle);
        for (int ring = 1; ring <= rings; ++ring) {
            const float r = radius * static_cast<float>(ring) / (rings + 0.5f);
            for (int i = 0; i < 6 * ring; ++i, ++all) {
                const float angle =
                    2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(6 * ring);
                hits += is_covered(middle + r * (std::cos(angle) * u + std::sin(angle) * w));
            }
        }
        return static_cast<float>(hits) / static_cast<float>(all);
    }

    // Grows over the mesh, so that nothing jumps to the next finger.
    void spread(const std::vector<SkinPoint>& at, const Points& points) {
        std::vector<std::uint32_t> queue;
        std::vector<bool> seen(value_.size(), false);
        const auto visit = [&](std::uint32_t v) {
            if (seen[v]) return;
            seen[v] = true;
            value_[v] = covered(v, points);
            touched_.push_back(v);
            if (value_[v] > 0) queue.push_back(v);
        };
        for (const SkinPoint& point : at)
            for (size_t k = 0; k < 3; ++k) visit(skin_.triangles[3 * size_t{point.triangle} + k]);
        for (size_t i = 0; i < queue.size(); ++i)
            for (const std::uint32_t next : body_.neighbours(queue[i])) visit(next);
    }

    struct Patch {
        std::vector<std::uint32_t> vertices;
        float area = 0;
        glm::vec3 facing{0};
    };

    // The patches of vertices that are `in`, of those that the shadow touches; what is larger than `most_cm2` is left
    // out, without looking where it ends.
    template <class In>
    std::vector<Patch> patches(In&& in, float most_cm2) const {
        std::vector<Patch> found;
        std::vector<bool> seen(value_.size(), false), large(value_.size(), false);
        for (const std::uint32_t first : touched_) {
            if (seen[first] || !in(first)) continue;
            Patch patch;
            patch.vertices.push_back(first);
            seen[first] = true;
            bool is_large = false;
            for (size_t i = 0; i < patch.vertices.size() && !is_large; ++i) {
                const std::uint32_t v = patch.vertices[i];
                const float edge = edge_cm(v);
                patch.area += edge * edge;
                patch.facing += edge * edge * skin_.normals[v];
                is_large = patch.area > most_cm2;
                for (const std::uint32_t next : body_.neighbours(v)) {
                    if (!in(next)) continue;
                    is_large = is_large || large[next];
                    if (seen[next]) continue;
                    seen[next] = true;
                    patch.vertices.push_back(next);
                }
            }
            if (!is_large)
                found.push_back(std::move(patch));
            else
                for (const std::uint32_t v : patch.vertices) large[v] = true;
        }
        return found;
    }

    // What the shadow encloses belongs to it: slits between slips, a rib, a navel.
    void fill_holes() {
        constexpr float most_cm2 = 40;
        for (const Patch& patch : patches([&](std::uint32_t v) { return value_[v] < 0.5f; }, most_cm2))
            for (const std::uint32_t v : patch.vertices) value_[v] = 1;
    }

    // Specks, and patches that look another way than the main one; of a deep muscle that is one on its best side.
    void leave_the_far_side(const Landed& landed) {
        const std::optional<glm::vec3>& side = landed.side;
        const std::vector<Patch> all =
            patches([&](std::uint32_t v) { return value_[v] >= 0.5f; }, std::numeric_limits<float>::infinity());
        if (all.empty()) return;
        const auto looks = [](const Patch& patch, const glm::vec3& way) {
            return dot(patch.facing, way) > 0.25f * length(patch.facing) * length(way);
        };
        const Patch& main = *std::ranges::max_element(
            all, {}, [&](const Patch& patch) { return patch.area * (!side || looks(patch, *side) ? 1 : 0.3f); });
        const auto holds_a_mark = [&](const Patch& patch) {
            constexpr float at_it_cm = 1.2f;
            return std::ranges::any_of(patch.vertices, [&](std::uint32_t v) {
                return std::ranges::any_of(landed.marks, [&](const glm::vec3& mark) {
                    return distance(skin_.positions[v], mark) <= at_it_cm;
                });
            });
        };
        std::vector<std::uint32_t> kept;
        for (const Patch& patch : all)
            if (&patch == &main || holds_a_mark(patch) ||
                (looks(patch, main.facing) && patch.area >= least_share * main.area))
                kept.insert(kept.end(), patch.vertices.begin(), patch.vertices.end());
        if (side && landed.deep) leave_the_back(*side, kept);
        keep(kept);
    }

    // Of a deep muscle, what has crept round a limb to where it looks the other way: less than half of it.
    void leave_the_back(const glm::vec3& side, std::vector<std::uint32_t>& kept) const {
        const auto is_back = [&](std::uint32_t v) { return dot(skin_.normals[v], side) < -0.05f; };
        if (2 * std::ranges::count_if(kept, is_back) < static_cast<std::ptrdiff_t>(kept.size()))
            std::erase_if(kept, is_back);
    }

    // These and the rim that fades out round them; nothing else.
    void keep(const std::vector<std::uint32_t>& vertices) {
        std::vector<bool> in(value_.size(), false);
        for (const std::uint32_t v : vertices) {
            in[v] = true;
            for (const std::uint32_t next : body_.neighbours(v)) in[next] = in[next] || value_[next] < 0.5f;
        }
        for (const std::uint32_t v : touched_)
            if (!in[v]) value_[v] = 0;
    }
};

}  // namespace

SparseField muscle_shadow(const Body& body, const MuscleAsset& asset, const MuscleQuery& query, const MuscleMesh& mesh,
                          const Muscle* muscle) {
    std::vector<bool> bones;
    for (const MuscleMesh& each : asset.meshes) bones.insert(bones.end(), 2, each.kind == ShapeKind::bone);
    const Samples samples = samples_of(asset, mesh);
    const Landed landed = on_the_skin(body, query, bones, samples.all, muscle);
    if (landed.points.empty()) return {};
    SparseField field;
    // A small muscle, such as one that closes an opening, is still no dot.
    constexpr int fewest = 4, tries = 4;
    float reach = 0.9f * samples.spacing_cm;
    for (int i = 0; i < tries; ++i, reach *= 1.5f) {
        field = Shadow(body, landed, reach).field();
        if (std::ranges::count_if(field.values, [](std::uint8_t value) { return value >= 128; }) >= fewest) break;
    }
    return field;
}

}  // namespace myomap
