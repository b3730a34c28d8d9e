#pragma once
// One body on the graphics card: its mesh, and the layers that are painted on it.

#include <array>
#include <vector>

#include <glm/vec4.hpp>

#include "body/body.h"
#include "chart/picture.h"
#include "render/clusters.h"
#include "render/gl_objects.h"
#include "render/layer_model.h"

namespace myomap {

enum class SkinLook { solid, glass, paint_only, over, breath, outline, fading };  // as skin.frag numbers them

// Up to four layers that are drawn in one pass; as skin.frag has them.
struct PaintGroup {
    static constexpr size_t most = 4;
    std::array<glm::vec4, most> fill{}, edge{};
    std::array<glm::vec3, most> ink{}, across{}, along{};
    glm::vec4 edge_px{1}, film_fill{0}, film_edge{0}, tone{0};
    glm::vec4 soft{0};                             // 1: the fill fades out
    std::array<const PatternLook*, most> lines{};  // null: no lines

    bool has_lines() const { return lines != std::array<const PatternLook*, most>{}; }
};

class SkinModel {
public:
    explicit SkinModel(const Body& body);

    // Uploads what is painted, unless it is the same as before.
    void paint(const std::vector<PaintLayer>& layers);

    // Changes with every paint() that changed something; part of the renderer's cache key.
    unsigned version() const { return version_; }

    bool is_painted() const { return !painted_.empty(); }

    // Coarse: the unrefined triangles, a quarter as many, over the same vertices; too large for the outline of a zone.
    // With the fields of the first group.
    enum class Mesh { full, coarse };
    void draw_skin(Mesh mesh, const std::vector<IndexRange>& ranges) const;

    // From now on the skin and its paint are drawn without those limbs.
    void leave_out(const LimbFilter& limbs);

    // The layers from the bottom, four a group; at least one group, which may be empty.
    size_t groups() const { return groups_.size(); }
    const PaintGroup& group(size_t i) const { return groups_[i].paint; }
    // Only the triangles on which something of the group is painted.
    void draw_paint(size_t group);

    std::vector<LayerModel>& layers() { return layers_; }

private:
    struct Group {
        PaintGroup paint;
        GlBuffer fields, triangles;
        GlVertexArray array;  // of the painted triangles
        int indices = -1;     // of those; -1: not picked out yet
    };

    const Body& body_;
    GlVertexArray skin_array_;
    GlBuffer vertices_, triangles_, coarse_triangles_;
    GlBuffer limbs_;  // by vertex, as skin.vert has it
    LimbFilter left_out_;
    std::vector<PaintLayer> painted_;
    std::vector<Group> groups_;
    std::vector<LayerModel> layers_;
    unsigned version_ = 1;

    void attributes(const GlBuffer& fields) const;
    void attribute_of_limbs() const;
    // `before`: what was painted; what of it stays is not made anew.
    void make_groups(const std::vector<PaintLayer>& before);
    void make_layers(const std::vector<PaintLayer>& before);
};

}  // namespace myomap
