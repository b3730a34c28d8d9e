#pragma once
// A line drawing in two steps: what is seen at each pixel (normal, which part, what is painted) goes into a buffer of
// twice the size, and lines are drawn where that changes: outlines, borders of muscles, creases. Essential zones are
// hatched and the chosen muscle is toned, so that all of it survives a photocopier.

#include <filesystem>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "render/gl_objects.h"

namespace myomap {

class LineArt {
public:
    // Subpixels a pixel, each way.
    static constexpr int detail = 2;

    // Binds the buffer, cleared, for a view of that size; what is drawn now must use the `as_lines` form of its shader.
    void begin(glm::ivec2 size, const std::filesystem::path& shaders);

    struct Look {
        glm::vec3 paper, ink;
        float scale = 1;      // of lines
        float depth_span_cm;  // that the depth buffer covers
    };
    // Draws the lines into `framebuffer`, with the view's lower left corner at `origin`.
    void finish(unsigned framebuffer, glm::ivec2 origin, glm::ivec2 size, const Look& look);

    // Gives the buffer back: it is four times the picture's size, and of no use until the next drawing.
    void release();

private:
    glm::ivec2 size_{};
    GlTexture seen_, depth_;
    GlFramebuffer framebuffer_;
    GlProgram program_;
    GlVertexArray triangle_;
};

}  // namespace myomap
