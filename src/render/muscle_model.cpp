#include "render/muscle_model.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <glm/geometric.hpp>

#include "body/muscle_query.h"
#include "chart/muscle_view.h"

namespace myomap {

namespace {

struct Vertex {
    glm::vec3 position;
    std::int8_t normal[3];
    std::uint8_t tendon;
    std::int8_t fibre[3];
    std::uint8_t spare;
    std::int16_t grain[2];  // 1/64 cm
    std::uint16_t mesh;
    std::uint16_t spare2;
};

std::int8_t snorm(float v) { return static_cast<std::int8_t>(std::lround(v * 127)); }

}  // namespace

MuscleModel::MuscleModel(const MuscleAsset& asset, const Body& body) : asset_(asset), body_(body) {
    std::vector<Vertex> vertices(asset.positions.size());
    for (size_t m = 0; m < asset.meshes.size(); ++m) {
        const MuscleMesh& mesh = asset.meshes[m];
        for (size_t v = mesh.first_vertex; v < mesh.first_vertex + size_t{mesh.vertex_count}; ++v) {
            const glm::vec3 &n = asset.normals[v], &f = asset.fibres[v];
            vertices[v] = {
                asset.positions[v],
                {snorm(n.x), snorm(n.y), snorm(n.z)},
                static_cast<std::uint8_t>(std::lround(asset.tendon[v] * 255)),
                {snorm(f.x), snorm(f.y), snorm(f.z)},
                0,
                {static_cast<std::int16_t>(asset.grain[v].x * 64), static_cast<std::int16_t>(asset.grain[v].y * 64)},
                static_cast<std::uint16_t>(m),
                0};
        }
    }
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    array_ = GlVertexArray(name);
    glBindVertexArray(array_);
    vertices_ = make_buffer(GL_ARRAY_BUFFER, vertices.size() * sizeof(Vertex), vertices.data(), GL_STATIC_DRAW);
    const auto offset = [](size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    for (GLuint i = 0; i < 5; ++i) glEnableVertexAttribArray(i);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), offset(offsetof(Vertex, position)));
    glVertexAttribPointer(1, 3, GL_BYTE, GL_TRUE, sizeof(Vertex), offset(offsetof(Vertex, normal)));
    glVertexAttribPointer(2, 3, GL_BYTE, GL_TRUE, sizeof(Vertex), offset(offsetof(Vertex, fibre)));
    glVertexAttribPointer(3, 2, GL_SHORT, GL_FALSE, sizeof(Vertex), offset(offsetof(Vertex, grain)));
    glVertexAttribPointer(4, 1, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex), offset(offsetof(Vertex, tendon)));
    glEnableVertexAttribArray(5);
    glVertexAttribIPointer(5, 1, GL_UNSIGNED_SHORT, sizeof(Vertex), offset(offsetof(Vertex, mesh)));

    std::vector<std::uint32_t> indices = asset.triangles;
    coarse_offset_ = indices.size() * sizeof(std::uint32_t);
    indices.insert(indices.end(), asset.coarse.begin(), asset.coarse.end());
    triangles_ =
        make_buffer(GL_ELEMENT_ARRAY_BUFFER, indices.size() * sizeof(std::uint32_t), indices.data(), GL_STATIC_DRAW);
    glBindVertexArray(0);

    glGenTextures(1, &name);
    looks_ = GlTexture(name);
    glBindTexture(GL_TEXTURE_2D, looks_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void MuscleModel::show(const UnderSkin& under_skin) {
    if (under_skin == shown_) return;
    shown_ = under_skin;
    ++version_;
    std::vector<std::uint8_t> texels;
    for (int side = 0; side < 2; ++side) {
        Ranges full, light;
        chosen_[side].clear();
        const auto add = [](Ranges& ranges, size_t first, size_t count, size_t base) {
            const size_t offset = base + first * sizeof(std::uint32_t);
            // Neighbours in the buffer are drawn in one piece.
            if (!ranges.counts.empty() && reinterpret_cast<size_t>(ranges.offsets.back()) +
                                                  static_cast<size_t>(ranges.counts.back()) * sizeof(std::uint32_t) ==
                                              offset) {
                ranges.counts.back() += static_cast<int>(count);
                return;
            }
            ranges.counts.push_back(static_cast<int>(count));
            ranges.offsets.push_back(reinterpret_cast<const void*>(offset));
        };
        for (size_t m = 0; m < asset_.meshes.size(); ++m) {
            const size_t at = 2 * m + static_cast<size_t>(side);
            const MuscleLook look = at < shown_.looks.size() ? shown_.looks[at] : MuscleLook{};
            // Alpha says what it is: 0 bone, 1/2 muscle, 1 the chosen one.
            const std::uint8_t kind = look.bone ? 0 : look.chosen ? 255 : 128;
            texels.insert(texels.end(),
                          {static_cast<std::uint8_t>(look.rgba >> 24), static_cast<std::uint8_t>(look.rgba >> 16),
                           static_cast<std::uint8_t>(look.rgba >> 8), kind});
            if (!look.shown) continue;
            const MuscleMesh& mesh = asset_.meshes[m];
            add(full, mesh.first_index, mesh.index_count, 0);
            add(light, mesh.first_coarse, mesh.coarse_count, coarse_offset_);
            if (look.chosen)
                chosen_[side].push_back(
                    {static_cast<int>(m), outward_of(body_, asset_, mesh, side == 0 ? Side::left : Side::right)});
        }
        full_[side] = std::move(full);
        light_[side] = std::move(light);
    }
    if (asset_.meshes.empty()) return;
    glBindTexture(GL_TEXTURE_2D, looks_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, static_cast<GLsizei>(asset_.meshes.size()), 2, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, texels.data());
    glBindTexture(GL_TEXTURE_2D, 0);
}

std::vector<bool> MuscleModel::shown_in(const Camera& camera) const { return shown_meshes(shown_, asset_, camera); }

void MuscleModel::draw(unsigned program, Side side, bool light, const std::vector<bool>& only) const {
    if (!only.empty()) return draw_only(program, side, only);
    const size_t index = side == Side::left ? 0 : 1;
    draw_ranges(program, side, light ? light_[index] : full_[index]);
}

void MuscleModel::draw_through(unsigned program, Side side, const glm::vec3& toward_viewer) const {
    for (const Chosen& chosen : chosen_[side == Side::left ? 0 : 1])
        if (shines_through(chosen.outward, toward_viewer)) draw_mesh(program, side, chosen.mesh);
}

std::vector<int> MuscleModel::cut_by(Side side, const glm::vec3& at, const glm::vec3& normal,
                                     const std::vector<bool>& only) const {
    std::vector<int> meshes;
    for (size_t m = 0; m < asset_.meshes.size(); ++m) {
        const size_t look = 2 * m + (side == Side::left ? 0 : 1);
        if (look >= only.size() || !only[look]) continue;
        const float before = share_before(asset_, asset_.meshes[m], side, at, normal);
        if (before > 0 && before < 1) meshes.push_back(static_cast<int>(m));
    }
    return meshes;
}

void MuscleModel::draw_only(unsigned program, Side side, const std::vector<bool>& shown) const {
    Ranges ranges;
    for (size_t m = 0; m < asset_.meshes.size(); ++m) {
        const size_t look = 2 * m + (side == Side::left ? 0 : 1);
        if (look >= shown.size() || !shown[look]) continue;
        ranges.counts.push_back(static_cast<int>(asset_.meshes[m].index_count));
        ranges.offsets.push_back(
            reinterpret_cast<const void*>(size_t{asset_.meshes[m].first_index} * sizeof(std::uint32_t)));
    }
    draw_ranges(program, side, ranges);
}

void MuscleModel::draw_mesh(unsigned program, Side side, int index) const {
    const MuscleMesh& mesh = asset_.meshes[static_cast<size_t>(index)];
    const size_t offset = coarse_offset_ + mesh.first_coarse * sizeof(std::uint32_t);
    draw_ranges(program, side, {{static_cast<int>(mesh.coarse_count)}, {reinterpret_cast<const void*>(offset)}});
}

void MuscleModel::draw_ranges(unsigned program, Side side, const Ranges& ranges) const {
    const size_t index = side == Side::left ? 0 : 1;
    if (ranges.counts.empty()) return;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, looks_);
    glUniform1i(glGetUniformLocation(program, "looks"), 0);
    glUniform1f(glGetUniformLocation(program, "mirror"), side == Side::left ? 1.f : -1.f);
    glUniform1i(glGetUniformLocation(program, "side"), static_cast<int>(index));
    glBindVertexArray(array_);
    glFrontFace(side == Side::left ? GL_CCW : GL_CW);
    glMultiDrawElements(GL_TRIANGLES, ranges.counts.data(), GL_UNSIGNED_INT, ranges.offsets.data(),
                        static_cast<GLsizei>(ranges.counts.size()));
    glFrontFace(GL_CCW);
    glBindVertexArray(0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace myomap
