#include "render/layer_painter.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/type_ptr.hpp>

namespace myomap {

namespace {

class Uniforms {
public:
    Uniforms(const GlProgram& program, const LayerSight& sight) : program_(program) {
        glUseProgram(program);
        glUniformMatrix4fv(at("body_to_clip"), 1, GL_FALSE, glm::value_ptr(sight.body_to_clip));
        glUniformMatrix3fv(at("body_to_view"), 1, GL_FALSE, glm::value_ptr(sight.body_to_view));
        glUniform1i(at("as_lines"), sight.as_lines);
    }
    void set(const char* name, float value) const { glUniform1f(at(name), value); }
    void set(const char* name, int value) const { glUniform1i(at(name), value); }
    void set(const char* name, Color color) const { glUniform4fv(at(name), 1, glm::value_ptr(rgba(color))); }

private:
    GLuint program_;
    GLint at(const char* name) const { return glGetUniformLocation(program_, name); }
};

}  // namespace

float halving_step(float least_cm) { return std::exp2(std::ceil(std::log2(least_cm))); }

void LayerPainter::draw(std::vector<LayerModel>& layers, const LayerSight& sight,
                        const std::filesystem::path& shaders) {
    constexpr float second_line_px = 3.6f;  // outside the first
    constexpr float least_dash_px = 6;      // with the gap after it
    constexpr float least_step_px = 3.6f;   // of a small preview: closer dots would read as a full fill
    for (LayerModel& layer : layers) {
        const Paint& paint = layer.paint();
        const float border_px = layer.has_border() ? paint.border_px * sight.px : 0;
        if (layer.has_glyphs()) {
            const PatternLook& look = look_of(paint.pattern);
            const PatternPlaces::Level level =
                layer.glyph_level(std::max(least_step_px, look.step_px * sight.px) / sight.px_per_cm);
            const float radius_px = std::max(1.f, look.size * level.spacing_cm * sight.px_per_cm);
            if (!glyphs_) glyphs_ = make_program(shaders, "glyphs");
            const Uniforms uniforms(glyphs_, sight);
            uniforms.set("ink", paint.ink);
            uniforms.set("glyph", static_cast<int>(paint.pattern));
            uniforms.set("radius_px", radius_px);
            // A glyph may reach over a soft border, but is not to be cut by a drawn one.
            uniforms.set("reach_cm",
                         layer.has_border() ? (radius_px + 0.5f * border_px + sight.px) / sight.px_per_cm : 0.f);
            uniforms.set("depth_per_px", 1 / (sight.px_per_cm * sight.depth_span_cm));
            layer.draw_glyphs(level.count, sight.without);
        }
        if (layer.has_border()) {
            if (!borders_) borders_ = make_program(shaders, "border");
            const Uniforms uniforms(borders_, sight);
            uniforms.set("ink", paint.edge);
            uniforms.set("half_px", 0.5f * border_px);
            uniforms.set("outward_px", 0.f);
            uniforms.set("px_per_cm", sight.px_per_cm);
            uniforms.set("step_cm", paint.border == Border::broken
                                        ? halving_step(least_dash_px * sight.px / sight.px_per_cm)
                                        : 0.f);
            layer.draw_border(sight.without);
            if (paint.border == Border::twofold) {
                uniforms.set("half_px", 0.3f * border_px);
                uniforms.set("outward_px", second_line_px * sight.px);
                layer.draw_border(sight.without);
            }
        }
    }
}

}  // namespace myomap
