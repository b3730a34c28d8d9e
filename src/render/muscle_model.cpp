#include "render/muscle_model.h"

#include <cmath>
#include <cstddef>

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

MuscleModel::MuscleModel(const MuscleAsset& asset) : asset_(asset) {
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
        Ranges full, light, chosen;
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
            if (look.chosen) add(chosen, mesh.first_coarse, mesh.coarse_count, coarse_offset_);
        }
        full_[side] = std::move(full);
        light_[side] = std::move(light);
        chosen_[side] = std::move(chosen);
    }
    if (asset_.meshes.empty()) return;
    glBindTexture(GL_TEXTURE_2D, looks_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, static_cast<GLsizei>(asset_.meshes.size()), 2, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, texels.data());
    glBindTexture(GL_TEXTURE_2D, 0);
}

void MuscleModel::draw(unsigned program, Side side, bool light, Which which) const {
    const size_t index = side == Side::left ? 0 : 1;
    draw_ranges(program, side, which == Which::chosen ? chosen_[index] : light ? light_[index] : full_[index]);
}

std::vector<int> MuscleModel::cut_by(Side side, const glm::vec3& at, const glm::vec3& normal) const {
    std::vector<int> meshes;
    const glm::vec3 mirror{side == Side::left ? 1 : -1, 1, 1};
    for (size_t m = 0; m < asset_.meshes.size(); ++m) {
        const size_t look = 2 * m + (side == Side::left ? 0 : 1);
        if (look >= shown_.looks.size() || !shown_.looks[look].shown) continue;
        const MuscleMesh& mesh = asset_.meshes[m];
        bool before = false, behind = false;
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v)
            (dot(asset_.positions[v] * mirror - at, normal) > 0 ? before : behind) = true;
        if (before && behind) meshes.push_back(static_cast<int>(m));
    }
    return meshes;
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
