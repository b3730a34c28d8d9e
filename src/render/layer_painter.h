#pragma once
// Draws what of the layers lies on the skin as shapes of its own: glyphs of patterns, borders as lines.

#include <filesystem>
#include <vector>

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>

#include "render/gl_objects.h"
#include "render/layer_model.h"

namespace myomap {

// How one view looks at the skin.
struct LayerSight {
    glm::mat4 body_to_clip;
    glm::mat3 body_to_view;
    float px_per_cm;
    float px;             // one pixel of design, in pixels of the view
    float depth_span_cm;  // that the depth buffer covers
    bool as_lines;        // for lines.frag
    LimbFilter without;
};

// The least step of a row that halves, in which a step is at least `least_cm`: so lines stay where they are when the
// picture is scaled, and others join in between.
float halving_step(float least_cm);

class LayerPainter {
public:
    // The layers in their order, over all fills. Shaders are made when first needed.
    void draw(std::vector<LayerModel>& layers, const LayerSight& sight, const std::filesystem::path& shaders);

private:
    GlProgram glyphs_, borders_;
};

}  // namespace myomap
