#include "body/muscle_packing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include <glm/geometric.hpp>

#include "base/json_document.h"
#include "body/cells.h"
#include "body/core_surface.h"
#include "body/fasciae.h"
#include "body/muscle_ends.h"
#include "body/muscle_query.h"

namespace myomap {

namespace {

constexpr float skin_margin_cm = 0.15f;  // fat and skin over the most superficial muscle, at least
constexpr float gap = 1.3f;              // a muscle may swell to this many half thicknesses to meet a neighbour
constexpr float bone_core = 0.75f;       // of a bone's thickness stays where a muscle was written into it ...
constexpr float thin_cover_cm = 1.3f;  // ... unless the skin is so near that the bone would show instead of the muscle
constexpr float neighbour_near = 1.45f;  // that is this near

// One vertex of the ring round a row: which column it grows from, and where to.
struct RingPoint {
    int column;
    float angle;  // 0: facing, pi/2: lateral, pi: the far face
};

std::vector<RingPoint> ring_of(int columns) {
    constexpr float pi = std::numbers::pi_v<float>;
    std::vector<RingPoint> ring;
    if (columns == 1) {
        for (int i = 0; i < 10; ++i) ring.push_back({0, 2 * pi * static_cast<float>(i) / 10});
        return ring;
    }
    for (int c = 0; c < columns; ++c) ring.push_back({c, 0});
    for (int i = 1; i <= 3; ++i) ring.push_back({columns - 1, pi * static_cast<float>(i) / 4});
    for (int c = columns - 1; c >= 0; --c) ring.push_back({c, pi});
    for (int i = 1; i <= 3; ++i) ring.push_back({0, pi + pi * static_cast<float>(i) / 4});
    return ring;
}

// Where the flat face goes over into the far one: in the middle of either rim.
struct Rims {
    int left, right;
};
Rims rims_of(int columns) { return columns == 1 ? Rims{8, 3} : Rims{2 * columns + 4, columns + 1}; }

// On the far face, counted round the ring from the right rim to the left one.
bool is_far(const Rims& rims, int i) { return i > rims.right && i < rims.left; }

struct Part {
    const Shape* shape;
    const ShapePart* spec;
    int mesh;
};

// How far a part may grow from its core.
class Growth {
public:
    Growth(const Body& body, const Cells& cells, const std::vector<bool>& bones)
        : body_(body), cells_(cells), bones_(bones) {}

    struct Reach {
        float cm = 0;
        int stopped_by = -1;  // part
    };

    Reach reach(int part, const glm::vec3& from, float depth, const glm::vec3& direction, float half,
                float fullness) const {
        constexpr int steps = 8;
        const float limit = half * fullness * (bones_[static_cast<size_t>(part)] || fullness < 1 ? 1 : gap);
        Reach result;
        float good = 0, bad = 0;
        for (int i = 1; i <= steps && bad == 0; ++i) {
            const float s = limit * static_cast<float>(i) / steps;
            if (allowed(part, from, depth, direction, s, result.stopped_by))
                good = s;
            else
                bad = s;
        }
        for (int i = 0; bad > 0 && i < 5; ++i) {
            const float middle = 0.5f * (good + bad);
            int ignored = -1;
            (allowed(part, from, depth, direction, middle, ignored) ? good : bad) = middle;
        }
        result.cm = good;
        return result;
    }

private:
    const Body& body_;
    const Cells& cells_;
    const std::vector<bool>& bones_;

    bool allowed(int part, const glm::vec3& from, float depth, const glm::vec3& direction, float s, int& by) const {
        const glm::vec3 p = from + s * direction;
        if (p.x < 0.015f) return false;
        if (s > depth - skin_margin_cm && depth_under_skin(body_, p) < skin_margin_cm) return false;
        const bool bone = bones_[static_cast<size_t>(part)];
        const Cells::Nearest near = cells_.at(p, part, bones_);
        if (bone) {
            if (near.own > 1 || near.other >= 1) return near.own <= 1;
            return near.own <= bone_core && depth_under_skin(body_, p) > thin_cover_cm;
        }
        if (near.other < near.own) {
            by = near.other_part;
            return false;
        }
        return near.own <= 1 || (near.own <= gap && near.other < neighbour_near);
    }
};

class MeshBuilder {
public:
    explicit MeshBuilder(MuscleAsset& asset) : asset_(asset) {}

    // Adds one part's surface; `reach` is per row and ring point.
    void add(const CoreSurface& core, const ShapePart& spec, const std::vector<RingPoint>& ring,
             const std::vector<float>& reach) {
        const auto first = static_cast<std::uint32_t>(asset_.positions.size());
        const int n = static_cast<int>(ring.size());
        for (int r = 0; r < core.rows; ++r)
            for (int i = 0; i < n; ++i)
                vertex(core, spec, r, ring[static_cast<size_t>(i)], reach[static_cast<size_t>(r * n + i)]);

        add_grain(core, spec, first, n);
        std::vector<int> rows, coarse_rows, all, every_second;
        for (int r = 0; r < core.rows; ++r) rows.push_back(r);
        for (int r = 0; r < core.rows; r += 2) coarse_rows.push_back(r);
        if (!core.closed && coarse_rows.back() != core.rows - 1) coarse_rows.push_back(core.rows - 1);
        for (int i = 0; i < n; ++i) all.push_back(i);
        for (int i = 0; i < n; i += 2) every_second.push_back(i);
        const bool flip = wrong_way(core, ring, first);
        stitch(asset_.triangles, first, n, rows, all, core.closed, flip);
        stitch(asset_.coarse, first, n, coarse_rows, every_second, core.closed, flip);
    }

private:
    MuscleAsset& asset_;

    void vertex(const CoreSurface& core, const ShapePart& spec, int row, const RingPoint& point, float reach) {
        const size_t at = core.index(row, point.column);
        const glm::vec3 direction = std::cos(point.angle) * core.facing[at] + std::sin(point.angle) * core.lateral[at];
        asset_.positions.push_back(core.positions[at] + reach * direction);
        const int before = core.closed ? (row + core.rows - 1) % core.rows : std::max(0, row - 1);
        const int after = core.closed ? (row + 1) % core.rows : std::min(core.rows - 1, row + 1);
        const glm::vec3 along =
            core.positions[core.index(after, point.column)] - core.positions[core.index(before, point.column)];
        asset_.fibres.push_back(dot(along, along) > 1e-10f ? normalize(along) : glm::vec3{0, 1, 0});

        const float way = core.along_cm[static_cast<size_t>(row)], length = std::max(0.1f, core.length_cm());
        const float share = way / length;
        const auto fade = [](float edge, float x) {
            const float t = std::clamp((x - edge + 0.05f) / 0.1f, 0.f, 1.f);
            return 1 - t * t * (3 - 2 * t);
        };
        float tendon = 0;
        if (!core.closed && spec.tendon[0] > 0) tendon = std::max(tendon, fade(spec.tendon[0], share));
        if (!core.closed && spec.tendon[1] > 0) tendon = std::max(tendon, fade(spec.tendon[1], 1 - share));
        asset_.tendon.push_back(tendon);
    }

    // How far round the surface each place lies, from one rim over either face to the other: measured on the surface,
    // as bundles that were drawn out over a rim would run across it.
    void add_grain(const CoreSurface& core, const ShapePart& spec, std::uint32_t first, int ring_size) {
        const auto n = static_cast<size_t>(ring_size);
        std::vector<float> edge(n, 0);  // to the next of the ring, mean of the rows
        for (int r = 0; r < core.rows; ++r)
            for (size_t i = 0; i < n; ++i) {
                const size_t row = first + static_cast<size_t>(r) * n;
                edge[i] += glm::distance(asset_.positions[row + i], asset_.positions[row + (i + 1) % n]) /
                           static_cast<float>(core.rows);
            }
        const Rims rims = rims_of(core.columns);
        std::vector<float> across(n, 0);
        float width = 0;
        for (auto i = static_cast<size_t>(rims.left); i != static_cast<size_t>(rims.right); i = (i + 1) % n)
            across[(i + 1) % n] = width += edge[i];
        float far_width = 0;
        const auto before = [&](size_t i) { return (i + n - 1) % n; };
        for (auto i = static_cast<size_t>(rims.left); i != static_cast<size_t>(rims.right); i = before(i))
            far_width += edge[before(i)];
        float so_far = 0;  // over the far face, to the same width
        for (auto i = before(static_cast<size_t>(rims.left)); i != static_cast<size_t>(rims.right); i = before(i)) {
            so_far += edge[i];
            across[i] = so_far * width / std::max(1e-3f, far_width);
        }
        // Fibres of either side meet at a vertex of each face; between two vertices they would run straight across.
        const auto middle_of = [&](bool far_face) {
            float middle = 0;
            for (size_t i = 0; i < n; ++i)
                if (is_far(rims, static_cast<int>(i)) == far_face &&
                    std::abs(across[i] - 0.5f * width) < std::abs(middle - 0.5f * width))
                    middle = across[i];
            return middle;
        };
        const float near_middle = middle_of(false), far_middle = middle_of(true);
        constexpr float tilt = 0.38f;  // some 20 degrees
        for (int r = 0; r < core.rows; ++r) {
            const float way = core.along_cm[static_cast<size_t>(r)];
            for (size_t i = 0; i < n; ++i) {
                float grain = across[i];
                if (spec.pennation == Pennation::bi)
                    grain = std::abs(grain - (is_far(rims, static_cast<int>(i)) ? far_middle : near_middle));
                if (spec.pennation != Pennation::none) grain = std::cos(tilt) * grain - std::sin(tilt) * way;
                asset_.grain.push_back({grain, way});
            }
        }
    }

    bool wrong_way(const CoreSurface& core, const std::vector<RingPoint>& ring, std::uint32_t first) const {
        const int n = static_cast<int>(ring.size());
        float sum = 0;
        for (int r = 0; r + 1 < core.rows; ++r) {
            for (int i = 0; i < n; ++i) {
                const glm::vec3& a = asset_.positions[first + static_cast<size_t>(r * n + i)];
                const glm::vec3& b = asset_.positions[first + static_cast<size_t>((r + 1) * n + i)];
                const glm::vec3& c = asset_.positions[first + static_cast<size_t>(r * n + (i + 1) % n)];
                sum += dot(cross(b - a, c - a), a - core.positions[core.index(r, ring[static_cast<size_t>(i)].column)]);
            }
        }
        return sum < 0;
    }

    static void triangle(std::vector<std::uint32_t>& into, std::uint32_t a, std::uint32_t b, std::uint32_t c,
                         bool flip) {
        into.insert(into.end(), {a, flip ? c : b, flip ? b : c});
    }

    static void stitch(std::vector<std::uint32_t>& into, std::uint32_t first, int ring_size,
                       const std::vector<int>& rows, const std::vector<int>& ring, bool closed, bool flip) {
        const auto at = [&](size_t row, size_t i) {
            return first + static_cast<std::uint32_t>(rows[row % rows.size()] * ring_size + ring[i % ring.size()]);
        };
        const size_t spans = closed ? rows.size() : rows.size() - 1;
        for (size_t r = 0; r < spans; ++r) {
            for (size_t i = 0; i < ring.size(); ++i) {
                triangle(into, at(r, i), at(r + 1, i), at(r, i + 1), flip);
                triangle(into, at(r + 1, i), at(r + 1, i + 1), at(r, i + 1), flip);
            }
        }
        if (closed) return;
        // The ends are closed by a zigzag that runs across, from the middle of one rim to that of the other, so that
        // the end of a curved sheet stays curved. Turned as the ring is, it looks back from the first row.
        const size_t n = ring.size();
        for (const bool last : {false, true}) {
            const size_t row = last ? rows.size() - 1 : 0;
            const bool turned = last ? !flip : flip;
            size_t forward = n - 1, backward = n - 3;
            triangle(into, at(row, n - 2), at(row, forward), at(row, backward), turned);
            for (size_t step = 0; step + 3 < n; ++step) {
                const size_t next = step % 2 == 0 ? forward + 1 : backward - 1;
                triangle(into, at(row, forward), at(row, next), at(row, backward), turned);
                (step % 2 == 0 ? forward : backward) = next;
            }
        }
    }
};

void add_normals(MuscleAsset& asset) {
    constexpr float seam_cm = 0.13f;
    asset.normals.assign(asset.positions.size(), glm::vec3{0});
    for (size_t i = 0; i + 2 < asset.triangles.size(); i += 3) {
        const auto a = asset.triangles[i], b = asset.triangles[i + 1], c = asset.triangles[i + 2];
        const glm::vec3 n = cross(asset.positions[b] - asset.positions[a], asset.positions[c] - asset.positions[a]);
        for (const auto v : {a, b, c}) asset.normals[v] += n;
    }
    for (size_t v = 0; v < asset.normals.size(); ++v) {
        // At the midline a surface goes on in its mirror image.
        if (asset.positions[v].x < seam_cm) asset.positions[v].x = asset.normals[v].x = 0;
        const float length = glm::length(asset.normals[v]);
        asset.normals[v] = length > 1e-12f ? asset.normals[v] / length : glm::vec3{0, 0, 1};
    }
}

void add_volume(MuscleAsset& asset, MuscleMesh& mesh) {
    double volume = 0;
    glm::dvec3 sum{0};
    for (std::uint32_t i = mesh.first_index; i < mesh.first_index + mesh.index_count; i += 3) {
        const glm::dvec3 a(asset.positions[asset.triangles[i]]), b(asset.positions[asset.triangles[i + 1]]),
            c(asset.positions[asset.triangles[i + 2]]);
        const double v = dot(a, cross(b, c)) / 6;
        volume += v;
        sum += v * (a + b + c) / 4.0;
    }
    mesh.volume_cm3 = static_cast<float>(volume);
    mesh.centroid = volume > 1e-6 ? glm::vec3(sum / volume) : asset.positions[mesh.first_vertex];
}

// A third of the triangles round each vertex: where rows lie closer a vertex counts for less.
std::vector<float> vertex_areas(const MuscleAsset& asset) {
    std::vector<float> areas(asset.positions.size(), 0);
    for (size_t i = 0; i + 2 < asset.triangles.size(); i += 3) {
        const auto a = asset.triangles[i], b = asset.triangles[i + 1], c = asset.triangles[i + 2];
        const glm::vec3 n = cross(asset.positions[b] - asset.positions[a], asset.positions[c] - asset.positions[a]);
        for (const auto v : {a, b, c}) areas[v] += glm::length(n) / 6;
    }
    return areas;
}

// The layers, from the geometry: each place of a muscle's outer face lies one layer deeper than the deepest muscle that
// covers it; a muscle lies where a good third of its face lies. A tendon of its own covers, but is no layer. What
// anatomy calls a muscle's layer counts otherwise: a sheet that is passed over lies over no muscle, but bone does.
void add_peel(const Body& body, MuscleAsset& asset) {
    constexpr float deep_share = 0.38f, over_share = 0.1f, flesh_share = 0.15f;
    const MuscleQuery query(asset);
    struct Face {
        float depth = 0;
        struct Cover {
            int mesh;
            bool flesh;  // or bone
        };
        std::vector<std::vector<Cover>> covered_by;  // per place
        std::vector<float> weight;                   // per place: its share of the face
    };
    const std::vector<float> area = vertex_areas(asset);
    std::vector<Face> faces(asset.meshes.size());
    std::vector<int> order;
    for (int m = 0; m < static_cast<int>(asset.meshes.size()); ++m) {
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        if (mesh.kind == ShapeKind::bone) continue;
        order.push_back(m);
        Face& face = faces[static_cast<size_t>(m)];
        const std::uint32_t stride = std::max(1u, mesh.vertex_count / 110);
        float sum = 0;
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; v += stride) {
            const glm::vec3& p = asset.positions[v];
            const SkinPoint skin = body.query().closest(p);
            if (dot(asset.normals[v], skin.normal) < 0.35f) continue;
            const glm::vec3 way = skin.position - p;
            const float room = glm::length(way);
            face.depth += area[v] * room;
            sum += area[v];
            face.weight.push_back(area[v]);
            face.covered_by.emplace_back();
            if (room < 1e-3f) continue;
            for (const MuscleHit& hit : query.along(skin.position, -way / room, room - 0.05f))
                if (hit.mesh != m)
                    face.covered_by.back().push_back(
                        {hit.mesh, !is_sheet(asset.meshes[static_cast<size_t>(hit.mesh)], hit.tendon)});
        }
        face.depth /= std::max(1e-6f, sum);
        for (float& weight : face.weight) weight /= std::max(1e-6f, sum);
    }
    std::ranges::stable_sort(order, {}, [&](int m) { return faces[static_cast<size_t>(m)].depth; });
    std::vector<bool> ranked(asset.meshes.size(), false);
    for (const int m : order) {
        MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        const Face& face = faces[static_cast<size_t>(m)];
        mesh.depth_cm = face.depth;
        std::map<int, float> share;
        using Weighed = std::pair<int, float>;
        std::vector<Weighed> peels, layers;
        // A broad muscle that lies on this one with flesh somewhere lies on it with its tendon too.
        std::map<int, float> with_flesh;
        for (size_t i = 0; i < face.weight.size(); ++i)
            for (const auto& [other, flesh] : face.covered_by[i])
                if (flesh) with_flesh[other] += face.weight[i];
        for (size_t i = 0; i < face.weight.size(); ++i) {
            int peel = 0, layer = 0;
            for (const auto& [other, here] : face.covered_by[i]) {
                const bool flesh = here || with_flesh[other] > flesh_share;
                const MuscleMesh& cover = asset.meshes[static_cast<size_t>(other)];
                if (flesh && (cover.kind == ShapeKind::bone || ranked[static_cast<size_t>(other)]))
                    layer = std::max(layer, cover.layer + 1);
                if (cover.kind == ShapeKind::bone) continue;
                share[other] += face.weight[i];
                if (cover.kind == ShapeKind::muscle && ranked[static_cast<size_t>(other)])
                    peel = std::max(peel, cover.peel + 1);
            }
            peels.emplace_back(peel, face.weight[i]);
            layers.emplace_back(layer, face.weight[i]);
        }
        for (const auto& [other, part] : share)
            if (part >= over_share) mesh.over.push_back(static_cast<std::uint16_t>(other));
        const auto where_it_lies = [&](std::vector<Weighed>& values) {
            std::ranges::sort(values, std::greater{});
            float deep = 0;
            size_t at = 0;
            while (at + 1 < values.size() && (deep += values[at].second) < deep_share) ++at;
            return values[at].first;
        };
        if (!layers.empty()) {
            mesh.peel = std::min(where_it_lies(peels), muscle_layers - 1);
            mesh.layer = where_it_lies(layers);
        }
        ranked[static_cast<size_t>(m)] = true;
    }
}

// Few colours, no two neighbours alike: whoever touches most chooses first.
void add_tints(MuscleAsset& asset, const std::vector<std::map<int, int>>& touching) {
    std::vector<std::map<int, int>> both = touching;
    for (size_t m = 0; m < touching.size(); ++m)
        for (const auto& [other, count] : touching[m]) both[static_cast<size_t>(other)][static_cast<int>(m)] += count;
    std::vector<size_t> order(asset.meshes.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](size_t m) { return both[m].size(); });
    std::vector<bool> chosen(asset.meshes.size(), false);
    std::array<int, muscle_tints> used{};
    for (const size_t m : order) {
        std::array<int, muscle_tints> contact{};
        for (const auto& [other, count] : both[m])
            if (chosen[static_cast<size_t>(other)])
                contact[static_cast<size_t>(asset.meshes[static_cast<size_t>(other)].tint)] += count;
        size_t best = 0;
        for (size_t t = 1; t < contact.size(); ++t)
            if (contact[t] < contact[best] || (contact[t] == contact[best] && used[t] < used[best])) best = t;
        asset.meshes[m].tint = static_cast<int>(best);
        ++used[best];
        chosen[m] = true;
    }
}

std::vector<std::uint32_t> sorted_meshes(const std::vector<Shape>& shapes) {
    std::vector<std::uint32_t> order;
    for (const ShapeKind kind : {ShapeKind::muscle, ShapeKind::tendon, ShapeKind::bone})
        for (std::uint32_t i = 0; i < shapes.size(); ++i)
            if (shapes[i].kind == kind) order.push_back(i);
    return order;
}

Problem problem_with(const Shape& shape, const ShapePart& part, Message fault) {
    const std::string text = read_json(shape.file).text;
    return {Problem::Severity::error,
            shape.file.string(),
            lines_of(text, {part.pointer}).front(),
            part.pointer,
            word("a part that can be built"),
            std::move(fault),
            word("let all curves run from the same edge of the muscle to the other, and stations from origin to "
                 "insertion")};
}

// Of the first part that can't be built.
std::optional<Problem> fault_of(const Body& body, const Shape& shape) {
    for (const ShapePart& part : shape.parts) {
        if (Message fault = shape_fault(body, part); !fault.empty()) return problem_with(shape, part, std::move(fault));
    }
    return std::nullopt;
}

// Whatever slips through: nothing that is not a number may reach a ray or the graphics card.
bool is_finite(const CoreSurface& core) {
    for (size_t i = 0; i < core.positions.size(); ++i) {
        const float sum =
            dot(core.positions[i], core.facing[i]) + dot(core.lateral[i], core.lateral[i]) + core.half_thickness[i];
        if (!std::isfinite(sum)) return false;
    }
    return true;
}

}  // namespace

Problems shape_problems(const Body& body, const std::vector<Shape>& shapes) {
    Problems problems;
    for (const Shape& shape : shapes)
        if (auto fault = fault_of(body, shape)) problems.push_back(std::move(*fault));
    return problems;
}

PackedMuscles pack_muscles(const Body& body, const std::vector<Shape>& shapes,
                           const std::function<void(float)>& progress) {
    PackedMuscles packed;
    std::vector<Part> parts;
    std::vector<CoreSurface> cores;
    std::vector<bool> bones;
    for (const std::uint32_t i : sorted_meshes(shapes)) {
        const Shape& shape = shapes[i];
        if (auto fault = fault_of(body, shape)) {
            packed.problems.push_back(std::move(*fault));
            continue;
        }
        std::vector<CoreSurface> shape_cores;
        for (const ShapePart& part : shape.parts)
            shape_cores.push_back(core_surface(body, part, skin_margin_cm, shape.kind != ShapeKind::bone));
        if (!std::ranges::all_of(shape_cores, is_finite)) {
            packed.problems.push_back(
                problem_with(shape, shape.parts.front(), word("a form that is not a number anywhere")));
            continue;
        }
        MuscleMesh mesh;
        mesh.id = shape.id;
        mesh.kind = shape.kind;
        mesh.sheet = shape.sheet;
        packed.notes.push_back({shape.id});
        for (size_t p = 0; p < shape.parts.size(); ++p) {
            parts.push_back({&shape, &shape.parts[p], static_cast<int>(packed.asset.meshes.size())});
            packed.notes.back().moved_cm = std::max(packed.notes.back().moved_cm, shape_cores[p].moved_cm);
            cores.push_back(std::move(shape_cores[p]));
            bones.push_back(shape.kind == ShapeKind::bone);
        }
        packed.asset.meshes.push_back(std::move(mesh));
    }

    std::vector<int> shape_of;
    std::vector<bool> sheets;
    for (size_t p = 0; p < parts.size(); ++p) {
        shape_of.push_back(parts[p].mesh);
        sheets.push_back(parts[p].spec->rests);
    }
    lay_fasciae(body, cores, shape_of, sheets, skin_margin_cm);
    finish_ends(cores, shape_of, bones, body.height_cm() / 173.4f);
    const Cells cells(cores);
    const Growth growth(body, cells, bones);
    MeshBuilder builder(packed.asset);
    std::vector<std::map<int, int>> squeezers(packed.asset.meshes.size()), touching(packed.asset.meshes.size());
    std::vector<float> squeezed(packed.asset.meshes.size(), 0), grown(packed.asset.meshes.size(), 0);
    int last_mesh = -1;
    const auto finish = [&](int m) {
        if (m < 0) return;
        MuscleMesh& mesh = packed.asset.meshes[static_cast<size_t>(m)];
        mesh.vertex_count = static_cast<std::uint32_t>(packed.asset.positions.size()) - mesh.first_vertex;
        mesh.index_count = static_cast<std::uint32_t>(packed.asset.triangles.size()) - mesh.first_index;
        mesh.coarse_count = static_cast<std::uint32_t>(packed.asset.coarse.size()) - mesh.first_coarse;
        add_volume(packed.asset, mesh);
    };
    for (int p = 0; p < static_cast<int>(parts.size()); ++p) {
        const CoreSurface& core = cores[static_cast<size_t>(p)];
        const auto m = static_cast<size_t>(parts[static_cast<size_t>(p)].mesh);
        if (static_cast<int>(m) != last_mesh) {
            finish(last_mesh);
            last_mesh = static_cast<int>(m);
            packed.asset.meshes[m].first_vertex = static_cast<std::uint32_t>(packed.asset.positions.size());
            packed.asset.meshes[m].first_index = static_cast<std::uint32_t>(packed.asset.triangles.size());
            packed.asset.meshes[m].first_coarse = static_cast<std::uint32_t>(packed.asset.coarse.size());
        }
        const std::vector<RingPoint> ring = ring_of(core.columns);
        const int n = static_cast<int>(ring.size());
        std::vector<float> reach;
        for (int r = 0; r < core.rows; ++r) {
            for (const RingPoint& point : ring) {
                const size_t at = core.index(r, point.column);
                const glm::vec3 direction =
                    std::cos(point.angle) * core.facing[at] + std::sin(point.angle) * core.lateral[at];
                const auto found = growth.reach(p, core.positions[at], depth_under_skin(body, core.positions[at]),
                                                direction, core.half_thickness[at], core.fullness[at]);
                reach.push_back(found.cm);
                ++grown[m];
                if (found.stopped_by >= 0 && parts[static_cast<size_t>(found.stopped_by)].mesh != static_cast<int>(m))
                    ++touching[m][parts[static_cast<size_t>(found.stopped_by)].mesh];
                if (found.cm < 0.25f * core.half_thickness[at] * core.fullness[at]) {
                    ++squeezed[m];
                    if (found.stopped_by >= 0) ++squeezers[m][parts[static_cast<size_t>(found.stopped_by)].mesh];
                }
            }
        }
        // A surface is smooth; where a neighbour stands back it does not bulge out between two that press.
        for (int pass = 0; pass < 3; ++pass) {
            const std::vector<float> before = reach;
            for (int r = 0; r < core.rows; ++r) {
                for (int i = 0; i < n; ++i) {
                    const auto at = [&](int row, int k) {
                        const int rr = core.closed ? (row + core.rows) % core.rows : std::clamp(row, 0, core.rows - 1);
                        return before[static_cast<size_t>(rr * n + (k + n) % n)];
                    };
                    const float around = 0.25f * (at(r - 1, i) + at(r + 1, i) + at(r, i - 1) + at(r, i + 1));
                    float& value = reach[static_cast<size_t>(r * n + i)];
                    value = std::min(value, 0.5f * value + 0.5f * around);
                }
            }
        }
        builder.add(core, *parts[static_cast<size_t>(p)].spec, ring, reach);
        if (progress) progress(static_cast<float>(p + 1) / static_cast<float>(parts.size()));
    }
    finish(last_mesh);
    add_normals(packed.asset);
    add_peel(body, packed.asset);
    add_tints(packed.asset, touching);

    for (size_t m = 0; m < packed.asset.meshes.size(); ++m) {
        PackingNote& note = packed.notes[m];
        note.squeezed = grown[m] > 0 ? squeezed[m] / grown[m] : 0;
        const auto most = std::ranges::max_element(squeezers[m], {}, [](const auto& entry) { return entry.second; });
        if (most != squeezers[m].end()) note.by = packed.asset.meshes[static_cast<size_t>(most->first)].id;
    }
    return packed;
}

}  // namespace myomap
