#pragma once
// What of one paint layer lies on the skin as shapes of its own: the glyphs of its pattern, and a border drawn as a
// line. (Fills and lines are drawn with the skin.)

#include <memory>

#include "body/body_regions.h"
#include "chart/picture.h"
#include "render/gl_objects.h"
#include "render/pattern_places.h"

namespace myomap {

// Limbs of which nothing is drawn.
struct LimbFilter {
    const BodyRegions* regions = nullptr;  // null: all is drawn
    const Body* body = nullptr;
    LimbSet limbs = 0;
    LimbSet unseen = 0;         // of these: what has no outline either
    glm::vec3 toward_viewer{};  // unit

    bool hides(std::uint32_t vertex) const { return regions && (regions->parts(*body).at(vertex) & limbs); }
    bool operator==(const LimbFilter&) const = default;
};

class LayerModel {
public:
    // `covered` by vertex: what is painted over this layer. `skin` must outlive this.
    LayerModel(const SkinAsset& skin, const PaintLayer& layer, std::span<const std::uint8_t> covered);

    const Paint& paint() const { return paint_; }

    bool has_glyphs() const { return places_ != nullptr; }
    // The level that suits (see PatternPlaces), made and uploaded where it is not there yet.
    PatternPlaces::Level glyph_level(float spacing_cm);
    // Without what lies on those limbs.
    void draw_glyphs(size_t count, const LimbFilter& without) const;

    bool has_border() const { return !strip_starts_.empty(); }
    void draw_border(const LimbFilter& without) const;

private:
    Paint paint_;
    std::unique_ptr<PatternPlaces> places_;
    size_t uploaded_ = 0;
    GlVertexArray glyph_array_, border_array_;
    GlBuffer glyphs_, border_;
    std::vector<GLint> strip_starts_;
    std::vector<GLsizei> strip_lengths_;
    std::vector<std::uint32_t> strip_vertices_;  // of the skin, beside each vertex of the strips

    void make_border(const SkinAsset& skin, const SparseField& field);
};

}  // namespace myomap
