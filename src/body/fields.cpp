#include "body/fields.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "body/points.h"

namespace myomap {

namespace {

constexpr float sample_spacing_cm = 1;

// The field falls along a ramp of this half-width around the border. It spans the mesh's edges (up to 1.2 cm on the
// trunk), so that the border interpolated inside the triangles is a smooth line; never wider than the stroke itself.
float half_band(float radius_cm) { return std::min(radius_cm, 1.2f); }

struct Sample {
    SkinPoint point;
    float radius_cm;
};

// The skin half-way between two skin points. The nearest skin is right unless the chord dives deep below a curve;
// then the skin is looked for from outside.
SkinPoint halfway(const Body& body, const SkinPoint& a, const SkinPoint& b) {
    const glm::vec3 middle = 0.5f * (a.position + b.position);
    const glm::vec3 mean = a.normal + b.normal;
    const SkinPoint nearest = body.query().closest(middle);
    if (dot(mean, mean) < 0.05f || dot(nearest.normal, normalize(mean)) > 0.1f) return nearest;
    const glm::vec3 outward = normalize(mean);
    const float reach = glm::distance(a.position, b.position);
    const auto hit = body.query().raycast(middle + reach * outward, -outward);
    return hit && glm::distance(hit->position, middle) <= reach ? *hit : nearest;
}

void append_between(const Body& body, const Sample& a, const Sample& b, int depth, std::vector<Sample>& out) {
    if (depth == 0 || glm::distance(a.point.position, b.point.position) <= sample_spacing_cm) return;
    const Sample middle{halfway(body, a.point, b.point), 0.5f * (a.radius_cm + b.radius_cm)};
    append_between(body, a, middle, depth - 1, out);
    out.push_back(middle);
    append_between(body, middle, b, depth - 1, out);
}

// Distance, gate and falloff of one path, in the form the inner loop wants.
class PathField {
public:
    PathField(const Body& body, const SkinPath& path) : path_(path), normals_(path.points.size()) {
        // A single sample on a nose wing or an ear faces anywhere; what counts is where the stroke as a whole faces.
        const auto count = static_cast<int>(path.points.size());
        for (int i = 0; i < count; ++i) {
            glm::vec3 sum{0};
            for (int j = std::max(0, i - 2); j <= std::min(count - 1, i + 2); ++j) sum += path.points[size_t(j)].normal;
            normals_[size_t(i)] = dot(sum, sum) > 0.01f ? normalize(sum) : path.points[size_t(i)].normal;
        }
        if (!path.through) return;
        for (size_t i = 0; i < path.points.size(); ++i) {
            const glm::vec3 inward = -normals_[i];
            const auto exit = body.query().raycast(path.points[i].position + 0.3f * inward, inward);
            depth_.push_back(exit ? glm::distance(exit->position, path.points[i].position) + 0.5f : 0.5f);
            if (exit) exits_.push_back(exit->vertex);
        }
    }

    const std::vector<std::uint32_t>& exits() const { return exits_; }

    float value(const glm::vec3& position, const glm::vec3& normal) const {
        float best = 0;
        const size_t count = path_.points.size();
        for (size_t i = 0; i < std::max<size_t>(count - 1, 1); ++i) {
            const size_t j = std::min(i + 1, count - 1);
            const glm::vec3 a = path_.points[i].position, ab = path_.points[j].position - a;
            const float along = dot(ab, ab) > 0 ? glm::clamp(dot(position - a, ab) / dot(ab, ab), 0.f, 1.f) : 0.f;
            const float radius = glm::mix(path_.radius_cm[i], path_.radius_cm[j], along);
            const float band = half_band(radius);
            glm::vec3 offset = position - (a + along * ab);
            const glm::vec3 facing = glm::mix(normals_[i], normals_[j], along);
            float gate = 1;
            if (path_.through) {
                const float below = -dot(offset, facing);
                if (below > 0 && below <= glm::mix(depth_[i], depth_[j], along)) offset += below * facing;
            }
            const float distance2 = dot(offset, offset);
            if (distance2 >= (radius + band) * (radius + band)) continue;
            if (!path_.through) gate = glm::smoothstep(-0.4f, 0.05f, dot(normal, facing));
            const float falloff = glm::clamp(0.5f + (radius - std::sqrt(distance2)) / (2 * band), 0.f, 1.f);
            best = std::max(best, gate * falloff);
        }
        return best;
    }

private:
    const SkinPath& path_;
    std::vector<glm::vec3> normals_;
    std::vector<float> depth_;          // through paths: how far below each sample the column reaches, cm
    std::vector<std::uint32_t> exits_;  // through paths: skin vertices where the columns come out
};

}  // namespace

float SparseField::at(std::uint32_t vertex) const {
    const auto found = std::ranges::lower_bound(vertices, vertex);
    if (found == vertices.end() || *found != vertex) return 0;
    return static_cast<float>(values[static_cast<size_t>(found - vertices.begin())]) / 255.f;
}

SkinPath lay_on_skin(const Body& body, std::span<const SkinPoint> points, std::span<const float> radius_cm) {
    constexpr int max_depth = 7;  // 128 samples between two points: more than any body is long
    std::vector<Sample> samples;
    for (size_t i = 0; i < points.size(); ++i) {
        const Sample next{points[i], radius_cm.size() == 1 ? radius_cm[0] : radius_cm[i]};
        if (!samples.empty()) append_between(body, Sample(samples.back()), next, max_depth, samples);
        samples.push_back(next);
    }
    // A hand draws round corners.
    for (int pass = 0; pass < 3; ++pass) {
        const std::vector<Sample> before = samples;
        for (size_t i = 1; i + 1 < samples.size(); ++i) {
            const glm::vec3 mean =
                0.25f * (before[i - 1].point.position + before[i + 1].point.position) + 0.5f * before[i].point.position;
            samples[i].point = body.query().closest(mean);
        }
    }
    SkinPath path;
    for (const Sample& sample : samples) {
        path.points.push_back(sample.point);
        path.radius_cm.push_back(sample.radius_cm);
    }
    return path;
}

SkinPath lay_on_skin(const Body& body, const Stroke& stroke, Side side) {
    std::vector<SkinPoint> points;
    for (const PointSpec& spec : stroke.path) points.push_back(resolve_on_skin(body, spec, side));
    SkinPath path = lay_on_skin(body, points, stroke.radius_cm);
    path.through = stroke.through;
    return path;
}

SparseField paint(const Body& body, std::span<const SkinPath> paths) {
    const SkinAsset& skin = body.skin();
    std::vector<float> values(skin.positions.size(), 0.f);
    std::vector<int> seen(skin.positions.size(), -1);
    std::vector<std::uint32_t> queue;
    for (size_t p = 0; p < paths.size(); ++p) {
        const PathField field(body, paths[p]);
        queue.clear();
        // Paint grows over the mesh from the path, so that it can't jump to a neighbouring finger.
        const auto visit = [&](std::uint32_t vertex, bool seed) {
            if (seen[vertex] == static_cast<int>(p)) return;
            seen[vertex] = static_cast<int>(p);
            const float value = field.value(skin.positions[vertex], skin.normals[vertex]);
            if (value <= 0 && !seed) return;
            values[vertex] = std::max(values[vertex], value);
            queue.push_back(vertex);
        };
        for (const SkinPoint& point : paths[p].points) {
            const auto* corner = &skin.triangles[3 * size_t{point.triangle}];
            for (int i = 0; i < 3; ++i) visit(corner[i], true);
        }
        for (const std::uint32_t vertex : field.exits()) visit(vertex, true);
        for (size_t i = 0; i < queue.size(); ++i) {
            for (const std::uint32_t next : body.neighbours(queue[i])) visit(next, false);
        }
    }
    SparseField sparse;
    for (std::uint32_t vertex = 0; vertex < values.size(); ++vertex) {
        const auto value = static_cast<std::uint8_t>(std::lround(255 * values[vertex]));
        if (value == 0) continue;
        sparse.vertices.push_back(vertex);
        sparse.values.push_back(value);
    }
    return sparse;
}

SparseField paint(const Body& body, std::span<const Stroke> strokes, Side side) {
    std::vector<SkinPath> paths;
    for (const Stroke& stroke : strokes) paths.push_back(lay_on_skin(body, stroke, side));
    return paint(body, paths);
}

SparseField mirrored(const SkinAsset& skin, const SparseField& field) {
    std::vector<std::pair<std::uint32_t, std::uint8_t>> entries;
    entries.reserve(field.size());
    for (size_t i = 0; i < field.size(); ++i) entries.emplace_back(skin.mirror[field.vertices[i]], field.values[i]);
    std::ranges::sort(entries);
    SparseField other;
    for (const auto& [vertex, value] : entries) {
        other.vertices.push_back(vertex);
        other.values.push_back(value);
    }
    return other;
}

SparseField unite(const SparseField& a, const SparseField& b) {
    SparseField both;
    size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        const bool from_a = j >= b.size() || (i < a.size() && a.vertices[i] <= b.vertices[j]);
        const bool from_b = i >= a.size() || (j < b.size() && b.vertices[j] <= a.vertices[i]);
        both.vertices.push_back(from_a ? a.vertices[i] : b.vertices[j]);
        both.values.push_back(std::max(from_a ? a.values[i] : std::uint8_t{0}, from_b ? b.values[j] : std::uint8_t{0}));
        i += from_a;
        j += from_b;
    }
    return both;
}

}  // namespace myomap
