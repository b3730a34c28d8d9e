#pragma once
// One body on the graphics card: its mesh, what is painted on it, and the dots of its spillover zones.

#include <vector>

#include "body/body.h"
#include "chart/picture.h"
#include "render/clusters.h"
#include "render/gl_objects.h"

namespace myomap {

class SkinModel {
public:
    explicit SkinModel(const Body& body);

    // Uploads what is painted, unless it is the same as before.
    void paint(const SkinChannels& channels);

    // Changes with every paint() that changed something; part of the renderer's cache key.
    unsigned version() const { return version_; }

    bool is_painted() const;

    // Coarse: the unrefined triangles, a quarter as many, over the same vertices; too large for the outline of a zone.
    enum class Mesh { full, coarse };
    void draw_skin(Mesh mesh, const std::vector<IndexRange>& ranges) const;

    // Only the triangles on which a zone or region is painted: what is left of a skin that muscles show instead of.
    void draw_paint();

    // The density of dots that suits: the finest whose spacing is at least `spacing_cm`. -1 when no dot is shown.
    int dot_level(float spacing_cm) const;
    float dot_spacing_cm(int level) const { return body_.skin().dot_levels[static_cast<size_t>(level)].spacing_cm; }
    void draw_dots(int level) const;

private:
    const Body& body_;
    GlVertexArray skin_array_, dot_array_;
    GlBuffer vertices_, channels_buffer_, triangles_, coarse_triangles_, painted_triangles_, dots_buffer_;
    SkinChannels painted_;
    int painted_indices_ = -1;        // in painted_triangles_; -1: not picked out yet
    std::vector<int> dots_in_level_;  // how many of the shown dots belong to each level and the coarser ones
    unsigned version_ = 1;

    void upload_dots(const std::vector<std::uint8_t>& channels);
};

}  // namespace myomap
