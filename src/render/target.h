#pragma once
// What a view is drawn into.

#include <glm/vec2.hpp>

#include "render/gl_objects.h"
#include "render/render_error.h"

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

// Why the driver refuses a target of that size: it is too large, or the driver can't do what all others can.
RenderError refused(glm::ivec2 size);

}  // namespace myomap
