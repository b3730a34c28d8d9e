#pragma once
// What a view is drawn into.

#include <glm/vec2.hpp>

#include "render/gl_objects.h"

namespace myomap {

// A colour and depth target; multisampled ones are drawn to and copied out.
struct Target {
    glm::ivec2 size{};
    GlTexture texture;
    GlRenderbuffer color, depth;
    GlFramebuffer framebuffer;

    // No samples: a texture. Throws RenderError where the driver refuses that size.
    void make(glm::ivec2 wanted, int sample_count);
};

}  // namespace myomap
