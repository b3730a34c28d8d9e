#pragma once
// The muscles and bones of one body on the graphics card. The left side's meshes serve both sides.

#include <vector>

#include "body/body.h"
#include "body/muscle_asset.h"
#include "chart/picture.h"
#include "render/gl_objects.h"

namespace myomap {

class MuscleModel {
public:
    // `body`: whose muscles these are.
    MuscleModel(const MuscleAsset& asset, const Body& body);

    // What is shown and in which colours; uploads unless it is the same as before.
    void show(const UnderSkin& under_skin);

    // Changes with every show() that changed something; part of the renderer's cache key.
    unsigned version() const { return version_; }

    // Draws what is shown of one side with the current program, whose uniform `mirror` (+1 or -1) turns left into
    // right, and whose `looks` (a texture unit) holds colours by mesh and side. `light`: the lighter mesh, for moving.
    void draw(unsigned program, Side side, bool light, const std::vector<bool>& only = {}) const;
    // What of it is drawn in a view that is cut across, for `only` (2 * mesh + side); see shown_meshes.
    std::vector<bool> shown_in(const Camera& camera) const;
    // Likewise what shines through others that lie before it: the chosen muscles, as lighter meshes; see
    // shines_through.
    void draw_through(unsigned program, Side side, const glm::vec3& toward_viewer) const;

    // The meshes of one side of `only` that a plane goes through: `at` is a point of it, `normal` its
    // direction.
    std::vector<int> cut_by(Side side, const glm::vec3& at, const glm::vec3& normal,
                            const std::vector<bool>& only) const;
    // One of them, as the lighter mesh.
    void draw_mesh(unsigned program, Side side, int mesh) const;

private:
    const MuscleAsset& asset_;
    const Body& body_;
    GlVertexArray array_;
    GlBuffer vertices_, triangles_;
    GlTexture looks_;
    size_t coarse_offset_ = 0;  // bytes, in the index buffer
    UnderSkin shown_;
    struct Ranges {
        std::vector<int> counts;
        std::vector<const void*> offsets;
    };
    Ranges full_[2], light_[2];  // by side
    struct Chosen {
        int mesh = 0;
        glm::vec3 outward{0};  // how the skin faces that it lies close under; 0 where it lies deep
    };
    std::vector<Chosen> chosen_[2];

    void draw_only(unsigned program, Side side, const std::vector<bool>& only) const;
    void draw_ranges(unsigned program, Side side, const Ranges& ranges) const;
    unsigned version_ = 1;
};

}  // namespace myomap
