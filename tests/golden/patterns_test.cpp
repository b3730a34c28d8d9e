// The patterns on a body, as no chart can show them all yet: front and turned, near and far, shaded and as a line
// drawing, with their swatches.

#include <span>

#include <gtest/gtest.h>
#include <glm/gtc/quaternion.hpp>

#include "chart/legend.h"
#include "chart/paint_overlay.h"
#include "export/chart_painter.h"
#include "export/png.h"
#include "pictures.h"
#include "render/gl_context.h"
#include "support/patch.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

struct Sample {
    const char* name;
    Pattern pattern;
    std::uint32_t rgb;
    Border border = Border::line;
};

constexpr Sample samples[] = {
    {"Solid", Pattern::solid, 0xc4161c00},         {"Stipple", Pattern::stipple, 0x2f4b9b00},
    {"Lines", Pattern::lines, 0x6a3d9a00},         {"Arrow heads", Pattern::arrow_heads, 0x6b5a0000},
    {"Triangles", Pattern::triangles, 0x3a2a1c00}, {"Not sure", Pattern::stipple, 0x1b6e3c00, Border::broken},
};

// What a patient's drawing is painted with (look/README: one colour a family).
constexpr Sample qualities[] = {
    {"Dots", Pattern::dots, 0x2f4b9b00},
    {"Large dots", Pattern::large_dots, 0x2f4b9b00, Border::twofold},
    {"Squares", Pattern::squares, 0x2f4b9b00},
    {"Rings", Pattern::rings, 0x2f4b9b00},
    {"Zigzag", Pattern::zigzag, 0x6a3d9a00},
    {"Ringed dots", Pattern::ringed_dots, 0x8e2c6b00},
    {"Slanted", Pattern::slanted_lines, 0xa34a0000, Border::twofold},
    {"Plus", Pattern::plus_signs, 0x3a2a1c00},
    {"Upright zigzag", Pattern::upright_zigzag, 0x6b5a0000},
    {"Dashes", Pattern::loose_dashes, 0x1b6e3c00},
    {"Grid", Pattern::grid, 0x1b6e3c00},
    {"Strokes", Pattern::paired_strokes, 0x1b6e3c00},
    {"Upright", Pattern::upright_lines, 0x0f6ba800},
};

Picture picture_of(std::span<const Sample> samples, Style style) {
    const int columns = samples.size() > 6 ? 3 : 2;
    const Body& body = test::body(BodyId::adult_male);
    Picture picture;
    picture.size = {660, columns == 2 ? 560 : 596};
    picture.style = style;
    int i = 0;
    for (const Sample& sample : samples) {
        const Color ink{sample.rgb | 0xff};
        const Paint paint{.fill = with_alpha(ink, sample.pattern == Pattern::solid ? 0xe6 : 0x4d),
                          .pattern = sample.pattern,
                          .ink = ink,
                          .border = sample.border,
                          .edge = ink};
        const float x = columns == 2 ? (i % 2 ? 7.5f : -7.5f) : 10.5f * static_cast<float>(i % 3 - 1) + 0.3f;
        const float y = columns == 2 ? 130 - 11 * static_cast<float>(i / 2) : 135.5f - 8.6f * static_cast<float>(i / 3);
        picture.layers.push_back(
            {sample.name, test::front_patch(body, x, y, columns == 2 ? 4.8f : 3.9f), paint, sample.name});
        picture.legend.push_back({paint, sample.name, {}, {}});
        ++i;
    }
    int place = 0;
    for (const float height_cm : {40.f, 110.f})
        for (const float turned : {0.f, 40.f}) {
            PictureView view;
            view.rect = {static_cast<float>(place % 2) * 330, static_cast<float>(place / 2) * 260, 330, 260};
            view.camera.orientation = glm::angleAxis(glm::radians(turned), glm::vec3{0, 1, 0});
            view.camera.target = {0, 119, 0};
            view.camera.height_cm = height_cm;
            picture.views.push_back(view);
            ++place;
        }
    return picture;
}

TEST(Golden, PatternsOnTheBodyAndInTheLegend) {
    const std::filesystem::path folder = std::filesystem::path(MYOMAP_TEST_OUTPUT) / "golden";
    std::filesystem::create_directories(folder);
    const OffscreenGl gl;
    Renderer renderer(test::scene(), MYOMAP_SOURCE_DIR "/assets/shaders");
    struct Drawn {
        std::span<const Sample> samples;
        Style style;
        const char* name;
    };
    for (const auto& [shown, style, name] : {Drawn{samples, Style::shaded, "patterns"},
                                             {samples, Style::line_art, "patterns_line_art"},
                                             {qualities, Style::shaded, "quality_patterns"},
                                             {qualities, Style::line_art, "quality_patterns_line_art"}}) {
        SCOPED_TRACE(name);
        Picture picture = picture_of(shown, style);
        lay_out_legend(picture, PangoMeasure());
        renderer.render(picture, Quality::fine);
        Image image = renderer.read_back();
        swap_red_and_blue(image.rgba);
        {
            const SurfacePtr surface = surface_over(image);
            const CairoPtr cr(cairo_create(surface.get()));
            CairoCanvas canvas(cr.get());
            paint_overlay(picture, canvas);
            cairo_surface_finish(surface.get());
        }
        swap_red_and_blue(image.rgba);
        const std::filesystem::path file = folder / (std::string(name) + ".png");
        write_png(file, image);
        test::expect_as_approved(file, name);
    }
}

}  // namespace
}  // namespace myomap
