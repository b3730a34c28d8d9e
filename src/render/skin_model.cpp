#include "render/skin_model.h"

#include <cmath>
#include <cstddef>

namespace myomap {

namespace {

struct SkinVertex {
    glm::vec3 position;
    std::int16_t normal[3];
    std::uint16_t occlusion;
};

struct DotVertex {
    glm::vec3 position, normal;
};

constexpr int channel_count = 4;

std::int16_t snorm(float value) { return static_cast<std::int16_t>(std::lround(value * 32767)); }

void spread(const SparseField& field, int channel, std::vector<std::uint8_t>& channels) {
    for (size_t i = 0; i < field.size(); ++i) {
        channels[size_t{field.vertices[i]} * channel_count + static_cast<size_t>(channel)] = field.values[i];
    }
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
    GLuint arrays[2];
    glGenVertexArrays(2, arrays);
    skin_array_ = GlVertexArray(arrays[0]);
    dot_array_ = GlVertexArray(arrays[1]);

    glBindVertexArray(skin_array_);
    vertices_ = make_buffer(GL_ARRAY_BUFFER, vertices.size() * sizeof(SkinVertex), vertices.data(), GL_STATIC_DRAW);
    const auto offset = [](size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(SkinVertex), offset(offsetof(SkinVertex, position)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_SHORT, GL_TRUE, sizeof(SkinVertex), offset(offsetof(SkinVertex, normal)));
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 1, GL_UNSIGNED_SHORT, GL_TRUE, sizeof(SkinVertex),
                          offset(offsetof(SkinVertex, occlusion)));
    const std::vector<std::uint8_t> unpainted(skin.positions.size() * channel_count, 0);
    channels_buffer_ = make_buffer(GL_ARRAY_BUFFER, unpainted.size(), unpainted.data(), GL_DYNAMIC_DRAW);
    glEnableVertexAttribArray(3);
    glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, channel_count, offset(0));
    coarse_triangles_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, skin.coarse.size() * sizeof(std::uint32_t),
                                    skin.coarse.data(), GL_STATIC_DRAW);
    triangles_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, skin.triangles.size() * sizeof(std::uint32_t),
                             skin.triangles.data(), GL_STATIC_DRAW);

    glBindVertexArray(dot_array_);
    dots_buffer_ = make_buffer(GL_ARRAY_BUFFER, 0, nullptr, GL_DYNAMIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(DotVertex), offset(offsetof(DotVertex, position)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, sizeof(DotVertex), offset(offsetof(DotVertex, normal)));
    glBindVertexArray(0);
}

void SkinModel::paint(const SkinChannels& channels) {
    if (channels == painted_) return;
    std::vector<std::uint8_t> values(body_.skin().positions.size() * channel_count, 0);
    spread(channels.essential, 0, values);
    spread(channels.spillover, 1, values);
    spread(channels.area, 2, values);
    spread(channels.region, 3, values);
    glBindBuffer(GL_ARRAY_BUFFER, channels_buffer_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(values.size()), values.data(), GL_DYNAMIC_DRAW);
    upload_dots(values);
    painted_ = channels;
    painted_indices_ = -1;
    ++version_;
}

bool SkinModel::is_painted() const {
    return painted_.essential.size() + painted_.spillover.size() + painted_.area.size() + painted_.region.size() > 0;
}

void SkinModel::upload_dots(const std::vector<std::uint8_t>& channels) {
    const SkinAsset& skin = body_.skin();
    std::vector<DotVertex> dots;
    dots_in_level_.clear();
    const auto channel_at = [&](const std::uint32_t* corner, float u, float v, size_t channel) {
        const auto value = [&](int i) {
            return static_cast<float>(channels[size_t{corner[i]} * channel_count + channel]);
        };
        return (1 - u - v) * value(0) + u * value(1) + v * value(2);
    };
    size_t next = 0;
    for (const DotLevel& level : skin.dot_levels) {
        for (; next < level.count; ++next) {
            const Dot& dot = skin.dots[next];
            const auto* corner = &skin.triangles[3 * size_t{dot.triangle}];
            constexpr float border = 127.5f;
            // The solid zone is painted over the stippled one; dots on it would only muddy it.
            if (channel_at(corner, dot.u, dot.v, 1) < border || channel_at(corner, dot.u, dot.v, 0) >= border) continue;
            const float w = 1 - dot.u - dot.v;
            const auto blend = [&](const std::vector<glm::vec3>& of) {
                return w * of[corner[0]] + dot.u * of[corner[1]] + dot.v * of[corner[2]];
            };
            dots.push_back({blend(skin.positions), blend(skin.normals)});
        }
        dots_in_level_.push_back(static_cast<int>(dots.size()));
    }
    glBindBuffer(GL_ARRAY_BUFFER, dots_buffer_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(dots.size() * sizeof(DotVertex)), dots.data(),
                 GL_DYNAMIC_DRAW);
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

void SkinModel::draw_paint() {
    if (painted_indices_ < 0) {
        const SkinAsset& skin = body_.skin();
        std::vector<bool> painted(skin.positions.size(), false);
        for (const SparseField* field : {&painted_.essential, &painted_.spillover, &painted_.region})
            for (const std::uint32_t vertex : field->vertices) painted[vertex] = true;
        std::vector<std::uint32_t> indices;
        for (size_t i = 0; i + 2 < skin.triangles.size(); i += 3) {
            const auto* corner = &skin.triangles[i];
            if (painted[corner[0]] || painted[corner[1]] || painted[corner[2]])
                indices.insert(indices.end(), corner, corner + 3);
        }
        glBindVertexArray(skin_array_);
        painted_triangles_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, indices.size() * sizeof(std::uint32_t),
                                         indices.data(), GL_DYNAMIC_DRAW);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, triangles_);
        glBindVertexArray(0);
        painted_indices_ = static_cast<int>(indices.size());
    }
    if (painted_indices_ == 0) return;
    glBindVertexArray(skin_array_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, painted_triangles_);
    glDrawElements(GL_TRIANGLES, painted_indices_, GL_UNSIGNED_INT, nullptr);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, triangles_);
    glBindVertexArray(0);
}

int SkinModel::dot_level(float spacing_cm) const {
    if (dots_in_level_.empty() || dots_in_level_.back() == 0) return -1;
    int level = 0;
    while (level + 1 < static_cast<int>(dots_in_level_.size()) && dot_spacing_cm(level + 1) >= spacing_cm) ++level;
    return level;
}

void SkinModel::draw_dots(int level) const {
    glBindVertexArray(dot_array_);
    glDrawArrays(GL_POINTS, 0, dots_in_level_[static_cast<size_t>(level)]);
    glBindVertexArray(0);
}

}  // namespace myomap
