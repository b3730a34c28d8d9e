#pragma once
// The muscles and bones of one body on the graphics card. The left side's meshes serve both sides.

#include <vector>

#include "body/muscle_asset.h"
#include "chart/picture.h"
#include "render/gl_objects.h"

namespace myomap {

class MuscleModel {
public:
    explicit MuscleModel(const MuscleAsset& asset);

    // What is shown and in which colours; uploads unless it is the same as before.
    void show(const UnderSkin& under_skin);

    // Changes with every show() that changed something; part of the renderer's cache key.
    unsigned version() const { return version_; }

    // Draws what is shown of one side with the current program, whose uniform `mirror` (+1 or -1) turns left into
    // right, and whose `looks` (a texture unit) holds colours by mesh and side. `light`: the lighter mesh, for moving.
    enum class Which { shown, chosen };
    void draw(unsigned program, Side side, bool light, Which which = Which::shown) const;

    // The meshes of one side that are shown and that a plane goes through: `at` is a point of it, `normal` its
    // direction.
    std::vector<int> cut_by(Side side, const glm::vec3& at, const glm::vec3& normal) const;
    // One of them, as the lighter mesh.
    void draw_mesh(unsigned program, Side side, int mesh) const;

private:
    const MuscleAsset& asset_;
    GlVertexArray array_;
    GlBuffer vertices_, triangles_;
    GlTexture looks_;
    size_t coarse_offset_ = 0;  // bytes, in the index buffer
    UnderSkin shown_;
    struct Ranges {
        std::vector<int> counts;
        std::vector<const void*> offsets;
    };
    Ranges full_[2], light_[2], chosen_[2];  // by side; chosen: the light mesh

    void draw_ranges(unsigned program, Side side, const Ranges& ranges) const;
    unsigned version_ = 1;
};

}  // namespace myomap
