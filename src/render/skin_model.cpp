#include "render/skin_model.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace myomap {

namespace {

struct SkinVertex {
    glm::vec3 position;
    std::int16_t normal[3];
    std::uint16_t occlusion;
};

constexpr GLuint limb_attribute = 4;

std::int16_t snorm(float value) { return static_cast<std::int16_t>(std::lround(value * 32767)); }

const void* offset(size_t bytes) { return reinterpret_cast<const void*>(bytes); }

// The coordinates across and along lines that are turned up so many degrees: on the skin where most of the layer lies.
// A share of the way out of it lets upright lines go on where the skin turns away.
std::pair<glm::vec3, glm::vec3> across_and_along(const SkinAsset& skin, const SparseField& field, float turn) {
    constexpr float outward = 0.45f;
    glm::vec3 mean{0};
    for (size_t i = 0; i < field.size(); ++i)
        mean += static_cast<float>(field.values[i]) * skin.normals[field.vertices[i]];
    const float length = glm::length(mean);
    // All around the body or on both sides of it: then its front.
    mean = length > 0.3f * 255 * static_cast<float>(field.size()) ? mean / length : glm::vec3{0, 0, 1};
    const glm::vec3 up = std::abs(mean.y) < 0.9f ? glm::vec3{0, 1, 0} : glm::vec3{0, 0, -1};
    const glm::vec3 upward = normalize(up - dot(up, mean) * mean), rightward = cross(upward, mean);
    const glm::vec3 round = rightward + outward * mean;
    const float cosine = std::cos(glm::radians(turn)), sine = std::sin(glm::radians(turn));
    return {cosine * upward - sine * round, cosine * round + sine * upward};
}

PaintGroup group_of(const SkinAsset& skin, const PaintLayer* layers, size_t count) {
    PaintGroup group;
    for (size_t i = 0; i < count; ++i) {
        const Paint& paint = layers[i].paint;
        const auto k = static_cast<glm::vec4::length_type>(i);
        group.fill[i] = rgba(paint.fill);
        group.ink[i] = glm::vec3(rgba(paint.ink));
        group.film_fill[k] = paint.film_fill;
        if (paint.border == Border::rim) {
            group.edge[i] = rgba(paint.edge);
            group.edge_px[k] = paint.border_px;
            group.film_edge[k] = paint.film_edge;
        }
        group.soft[k] = paint.border == Border::soft ? 1.f : 0.f;
        group.tone[k] = is_tint(paint) ? 0.25f : covers(paint) ? 0.5f : 0.f;
        const PatternLook& look = look_of(paint.pattern);
        if (look.kind != PatternLook::Kind::lines) continue;
        group.lines[i] = &look;
        std::tie(group.across[i], group.along[i]) = across_and_along(skin, layers[i].field, look.turn);
    }
    return group;
}

// How a vertex lies to the limbs that are left out: 255 stands for 1.
struct LimbVertex {
    std::uint8_t kept = 255;   // 0 on such a limb
    std::uint8_t veil = 0;     // how much of the limb is drawn there all the same: where it goes over into the body
    std::uint8_t outline = 0;  // 255 where its outline is drawn
    std::uint8_t spare = 0;
};

std::vector<LimbVertex> limb_vertices(const Body& body, const LimbFilter& limbs) {
    constexpr float full_cm = 1, arm_veil_cm = 5, leg_veil_cm = 7;  // as the view shows it
    const SkinAsset& skin = body.skin();
    const BodyParts& parts = limbs.regions->parts(body);
    std::vector<LimbVertex> vertices(skin.positions.size());
    const SparseField field = limbs.regions->limbs(body, limbs.limbs);
    for (size_t i = 0; i < field.size(); ++i) {
        LimbVertex& vertex = vertices[field.vertices[i]];
        vertex.kept = static_cast<std::uint8_t>(255 - field.values[i]);
        vertex.outline = parts.at(field.vertices[i]) & limbs.unseen ? 0 : 255;
    }
    if (limbs.limbs & trunk_and_head) return vertices;  // a body has no place where it goes over into an arm
    constexpr std::uint8_t half = 128;
    std::vector<glm::vec3> edge;
    for (size_t t = 0; t + 2 < skin.coarse.size(); t += 3)
        for (size_t i = 0; i < 3; ++i) {
            const std::uint32_t one = skin.coarse[t + i], next = skin.coarse[t + (i + 1) % 3];
            if ((vertices[one].kept < half) != (vertices[next].kept < half))
                edge.push_back(0.5f * (skin.positions[one] + skin.positions[next]));
        }
    for (const std::uint32_t v : field.vertices) {
        if (!vertices[v].outline) continue;
        const float veil_cm = parts.at(v) & legs ? leg_veil_cm : arm_veil_cm, reach = full_cm + veil_cm;
        float nearest = reach * reach;
        for (const glm::vec3& place : edge) {
            const glm::vec3 apart = skin.positions[v] - place;
            const float deep = dot(apart, limbs.toward_viewer);
            nearest = std::min(nearest, dot(apart, apart) - deep * deep);
        }
        const float away = std::max(0.f, std::sqrt(std::max(0.f, nearest)) - full_cm) / veil_cm;
        vertices[v].veil = static_cast<std::uint8_t>(std::lround(255 * (1 - away * away * (3 - 2 * away))));
    }
    return vertices;
}

}  // namespace

SkinModel::SkinModel(const Body& body) : body_(body) {
    const SkinAsset& skin = body.skin();
    std::vector<SkinVertex> vertices(skin.positions.size());
    for (size_t i = 0; i < vertices.size(); ++i) {
        const glm::vec3& n = skin.normals[i];
        vertices[i] = {skin.positions[i],
                       {snorm(n.x), snorm(n.y), snorm(n.z)},
                       static_cast<std::uint16_t>(std::lround(skin.occlusion[i] * 65535))};
    }
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    skin_array_ = GlVertexArray(name);
    glBindVertexArray(skin_array_);
    vertices_ = make_buffer(GL_ARRAY_BUFFER, vertices.size() * sizeof(SkinVertex), vertices.data(), GL_STATIC_DRAW);
    coarse_triangles_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, skin.coarse.size() * sizeof(std::uint32_t),
                                    skin.coarse.data(), GL_STATIC_DRAW);
    triangles_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, skin.triangles.size() * sizeof(std::uint32_t),
                             skin.triangles.data(), GL_STATIC_DRAW);
    make_groups({});
}

void SkinModel::attributes(const GlBuffer& fields) const {
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(SkinVertex), offset(offsetof(SkinVertex, position)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_SHORT, GL_TRUE, sizeof(SkinVertex), offset(offsetof(SkinVertex, normal)));
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 1, GL_UNSIGNED_SHORT, GL_TRUE, sizeof(SkinVertex),
                          offset(offsetof(SkinVertex, occlusion)));
    glBindBuffer(GL_ARRAY_BUFFER, fields);
    glEnableVertexAttribArray(3);
    glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, PaintGroup::most, offset(0));
}

void SkinModel::paint(const std::vector<PaintLayer>& layers) {
    if (layers == painted_) return;
    const std::vector<PaintLayer> before = std::exchange(painted_, layers);
    make_groups(before);
    make_layers(before);
    ++version_;
}

// While one area grows the groups of the others stay.
void SkinModel::make_groups(const std::vector<PaintLayer>& before) {
    const SkinAsset& skin = body_.skin();
    const auto layers_of = [](const std::vector<PaintLayer>& all, size_t group) {
        const size_t first = std::min(group * PaintGroup::most, all.size());
        return std::span(all).subspan(first, std::min(PaintGroup::most, all.size() - first));
    };
    std::vector<Group> old = std::exchange(groups_, {});
    groups_.resize(std::max<size_t>(1, (painted_.size() + PaintGroup::most - 1) / PaintGroup::most));
    for (size_t g = 0; g < groups_.size(); ++g) {
        const auto now = layers_of(painted_, g);
        if (g < old.size() && std::ranges::equal(now, layers_of(before, g))) {
            groups_[g] = std::move(old[g]);
            continue;
        }
        std::vector<std::uint8_t> values(skin.positions.size() * PaintGroup::most, 0);
        for (size_t layer = 0; layer < now.size(); ++layer) {
            const SparseField& field = now[layer].field;
            for (size_t i = 0; i < field.size(); ++i)
                values[size_t{field.vertices[i]} * PaintGroup::most + layer] = field.values[i];
        }
        if (!now.empty()) groups_[g].paint = group_of(skin, now.data(), now.size());
        groups_[g].fields = make_buffer(GL_ARRAY_BUFFER, values.size(), values.data(), GL_STATIC_DRAW);
    }
    glBindVertexArray(skin_array_);
    attributes(groups_[0].fields);
    glBindVertexArray(0);
}

// From the top down, each with what is painted over it; those down to the first that changed stay.
void SkinModel::make_layers(const std::vector<PaintLayer>& before) {
    const SkinAsset& skin = body_.skin();
    std::vector<LayerModel> old = std::exchange(layers_, {});
    std::vector<std::uint8_t> covered;
    bool same = true;
    for (size_t from_top = 0; from_top < painted_.size(); ++from_top) {
        const PaintLayer& layer = painted_[painted_.size() - 1 - from_top];
        same = same && from_top < before.size() && layer == before[before.size() - 1 - from_top];
        if (same)
            layers_.push_back(std::move(old[old.size() - 1 - from_top]));
        else
            layers_.emplace_back(skin, layer, covered);
        if (!covers(layer.paint)) continue;
        covered.resize(skin.positions.size(), 0);
        for (size_t i = 0; i < layer.field.size(); ++i) {
            std::uint8_t& value = covered[layer.field.vertices[i]];
            value = std::max(value, layer.field.values[i]);
        }
    }
    std::ranges::reverse(layers_);
}

void SkinModel::draw_skin(Mesh mesh, const std::vector<IndexRange>& ranges) const {
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;
    for (const IndexRange& range : ranges) {
        counts.push_back(static_cast<GLsizei>(range.count));
        offsets.push_back(reinterpret_cast<const void*>(range.first * sizeof(std::uint32_t)));
    }
    glBindVertexArray(skin_array_);
    if (mesh == Mesh::coarse) glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, coarse_triangles_);
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                        static_cast<GLsizei>(counts.size()));
    if (mesh == Mesh::coarse) glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, triangles_);
    glBindVertexArray(0);
}

void SkinModel::leave_out(const LimbFilter& limbs) {
    if (limbs.regions && left_out_ != limbs) {
        const std::vector<LimbVertex> vertices = limb_vertices(body_, limbs);
        limbs_ = make_buffer(GL_ARRAY_BUFFER, vertices.size() * sizeof(LimbVertex), vertices.data(), GL_STATIC_DRAW);
    }
    left_out_ = limbs;
    glVertexAttrib3f(limb_attribute, 1, 0, 0);
    glBindVertexArray(skin_array_);
    attribute_of_limbs();
    glBindVertexArray(0);
}

// Of the array that is bound.
void SkinModel::attribute_of_limbs() const {
    if (!left_out_.regions) {
        glDisableVertexAttribArray(limb_attribute);
        return;
    }
    glBindBuffer(GL_ARRAY_BUFFER, limbs_);
    glEnableVertexAttribArray(limb_attribute);
    glVertexAttribPointer(limb_attribute, 3, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(LimbVertex), offset(0));
}

void SkinModel::draw_paint(size_t index) {
    Group& group = groups_[index];
    if (group.indices < 0) {
        const SkinAsset& skin = body_.skin();
        std::vector<bool> painted(skin.positions.size(), false);
        const size_t first = index * PaintGroup::most;
        for (size_t i = first; i < std::min(first + PaintGroup::most, painted_.size()); ++i)
            for (const std::uint32_t vertex : painted_[i].field.vertices) painted[vertex] = true;
        std::vector<std::uint32_t> indices;
        for (size_t i = 0; i + 2 < skin.triangles.size(); i += 3) {
            const auto* corner = &skin.triangles[i];
            if (painted[corner[0]] || painted[corner[1]] || painted[corner[2]])
                indices.insert(indices.end(), corner, corner + 3);
        }
        GLuint name = 0;
        glGenVertexArrays(1, &name);
        group.array = GlVertexArray(name);
        glBindVertexArray(group.array);
        attributes(group.fields);
        group.triangles = make_buffer(GL_ELEMENT_ARRAY_BUFFER, indices.size() * sizeof(std::uint32_t), indices.data(),
                                      GL_STATIC_DRAW);
        group.indices = static_cast<int>(indices.size());
    }
    if (group.indices == 0) return;
    glBindVertexArray(group.array);
    attribute_of_limbs();
    glDrawElements(GL_TRIANGLES, group.indices, GL_UNSIGNED_INT, nullptr);
    glBindVertexArray(0);
}

}  // namespace myomap
