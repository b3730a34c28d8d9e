#include "render/layer_model.h"

#include <cmath>
#include <cstddef>

#include <glm/geometric.hpp>

#include "body/contours.h"

namespace myomap {

namespace {

struct BorderVertex {
    glm::vec3 position, normal, ahead;
    float edge, along_cm;
};

void attribute(GLuint index, GLint floats, size_t stride, size_t offset) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, floats, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
}

GlVertexArray bound_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    glBindVertexArray(name);
    return GlVertexArray(name);
}

// Of a row of vertices those that are wanted, in as few pieces as possible.
class Runs {
public:
    template <class Wanted>
    Runs(size_t first, size_t count, Wanted&& wanted) {
        for (size_t i = first; i < first + count; ++i) {
            if (!wanted(i)) {
                open_ = false;
                continue;
            }
            if (!open_) firsts_.push_back(static_cast<GLint>(i)), counts_.push_back(0);
            open_ = true;
            ++counts_.back();
        }
    }

    void draw(GLenum mode) const {
        glMultiDrawArrays(mode, firsts_.data(), counts_.data(), static_cast<GLsizei>(firsts_.size()));
    }

private:
    bool open_ = false;
    std::vector<GLint> firsts_;
    std::vector<GLsizei> counts_;
};

}  // namespace

LayerModel::LayerModel(const SkinAsset& skin, const PaintLayer& layer, std::span<const std::uint8_t> covered)
    : paint_(layer.paint) {
    if (look_of(paint_.pattern).kind == PatternLook::Kind::glyphs)
        places_ = std::make_unique<PatternPlaces>(skin, layer.field, covered);
    if (is_drawn(paint_.border)) make_border(skin, layer.field);
}

PatternPlaces::Level LayerModel::glyph_level(float spacing_cm) {
    const PatternPlaces::Level level = places_->level(spacing_cm);
    const std::vector<PatternPlace>& places = places_->places();
    if (uploaded_ == places.size()) return level;
    uploaded_ = places.size();
    glyph_array_ = bound_array();
    glyphs_ = make_buffer(GL_ARRAY_BUFFER, places.size() * sizeof(PatternPlace), places.data(), GL_STATIC_DRAW);
    attribute(0, 3, sizeof(PatternPlace), offsetof(PatternPlace, position));
    attribute(1, 3, sizeof(PatternPlace), offsetof(PatternPlace, normal));
    attribute(2, 1, sizeof(PatternPlace), offsetof(PatternPlace, room_cm));
    glBindVertexArray(0);
    return level;
}

void LayerModel::draw_glyphs(size_t count, const LimbFilter& without) const {
    glBindVertexArray(glyph_array_);
    const Runs runs(0, count, [&](size_t i) { return !without.hides(places_->places()[i].vertex); });
    runs.draw(GL_POINTS);
    glBindVertexArray(0);
}

// A ribbon along each part of the border, its inner edge first, so that it faces outward.
void LayerModel::make_border(const SkinAsset& skin, const SparseField& field) {
    std::vector<BorderVertex> vertices;
    for (const Contour& contour : contours(skin, field)) {
        const size_t count = contour.points.size(), last = count - 1;
        const auto point = [&](size_t i) { return contour.points[i % count]; };
        float length_cm = 0;
        for (size_t i = 0; i < (contour.closed ? count : last); ++i) length_cm += distance(point(i), point(i + 1));
        if (length_cm < 0.05f) continue;
        // Stretched a little, so that dashes of every step come out even where a ring closes.
        const float unit = std::exp2(std::floor(std::log2(length_cm / 8)));
        const float stretch = contour.closed ? std::round(length_cm / unit) * unit / length_cm : 1;
        strip_starts_.push_back(static_cast<GLint>(vertices.size()));
        float along = 0;
        for (size_t i = 0; i < (contour.closed ? count + 1 : count); ++i) {
            if (i > 0) along += stretch * distance(point(i - 1), point(i));
            const bool first = !contour.closed && i == 0, end = !contour.closed && i == last;
            const glm::vec3 step = point(end ? i : i + 1) - point(first ? i : i + count - 1);
            const glm::vec3 ahead = dot(step, step) > 0 ? normalize(step) : glm::vec3{1, 0, 0};
            for (const float edge : {1.f, -1.f})
                vertices.push_back({point(i), contour.normals[i % count], ahead, edge, along});
            strip_vertices_.insert(strip_vertices_.end(), 2, contour.vertices[i % count]);
        }
        strip_lengths_.push_back(static_cast<GLsizei>(vertices.size()) - strip_starts_.back());
    }
    if (vertices.empty()) return;
    border_array_ = bound_array();
    border_ = make_buffer(GL_ARRAY_BUFFER, vertices.size() * sizeof(BorderVertex), vertices.data(), GL_STATIC_DRAW);
    attribute(0, 3, sizeof(BorderVertex), offsetof(BorderVertex, position));
    attribute(1, 3, sizeof(BorderVertex), offsetof(BorderVertex, normal));
    attribute(2, 3, sizeof(BorderVertex), offsetof(BorderVertex, ahead));
    attribute(3, 2, sizeof(BorderVertex), offsetof(BorderVertex, edge));
    glBindVertexArray(0);
}

void LayerModel::draw_border(const LimbFilter& without) const {
    glBindVertexArray(border_array_);
    for (size_t strip = 0; strip < strip_starts_.size(); ++strip) {
        const Runs runs(static_cast<size_t>(strip_starts_[strip]), static_cast<size_t>(strip_lengths_[strip]),
                        [&](size_t i) { return !without.hides(strip_vertices_[i]); });
        runs.draw(GL_TRIANGLE_STRIP);
    }
    glBindVertexArray(0);
}

}  // namespace myomap
