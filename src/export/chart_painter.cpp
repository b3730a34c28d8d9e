#include "export/chart_painter.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "chart/paint_overlay.h"
#include "export/jpeg.h"
#include "export/page_error.h"
#include "report/drawing_report.h"

namespace myomap {

namespace {

constexpr int jpeg_quality = 92;

}  // namespace

void swap_red_and_blue(std::vector<std::uint8_t>& pixels) {
    for (size_t i = 0; i + 3 < pixels.size(); i += 4) std::swap(pixels[i], pixels[i + 2]);
}

SurfacePtr surface_over(Image& image) {
    SurfacePtr surface(cairo_image_surface_create_for_data(image.rgba.data(), CAIRO_FORMAT_RGB24, image.size.x,
                                                           image.size.y, image.size.x * 4));
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(word("cannot make a picture of this size: {}"), {cairo_status_to_string(status)});
    return surface;
}

ComposeSize compose_size(const ChartBox& where) {
    ComposeSize size;
    size.pixels = glm::ivec2(std::lround(where.box.width * where.pixels_per_unit),
                             std::lround(where.box.height * where.pixels_per_unit));
    size.scale = where.design_px * where.pixels_per_unit;
    size.legend = where.legend;
    size.zones = where.zones;
    size.imprint = where.imprint;
    size.for_patient = where.for_patient;
    return size;
}

ChartPainter::ChartPainter(const Context& context, Renderer& renderer) : context_(context), renderer_(renderer) {}

Image ChartPainter::draw(const Picture& picture) {
    renderer_.render(picture, Quality::fine);
    return renderer_.read_back();
}

Picture ChartPainter::paint(cairo_t* cr, const ChartBox& where, const Document& document) {
    Picture picture = compose(context_.scene(), document, compose_size(where), measure_);
    paint(cr, where, picture);
    return picture;
}

void ChartPainter::paint(cairo_t* cr, const ChartBox& where, const Picture& picture) {
    const float pixels_per_unit = where.pixels_per_unit;
    Image image = draw(picture);

    using Bytes = std::vector<std::uint8_t>;
    std::unique_ptr<Bytes> jpeg;
    if (where.jpeg) jpeg = std::make_unique<Bytes>(encode_jpeg(image, jpeg_quality));
    swap_red_and_blue(image.rgba);
    const SurfacePtr surface = surface_over(image);
    if (jpeg) {
        const auto free_bytes = [](void* bytes) { delete static_cast<Bytes*>(bytes); };
        cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, jpeg->data(), jpeg->size(), free_bytes,
                                    jpeg.get());
        static_cast<void>(jpeg.release());  // cairo's now
    }

    cairo_save(cr);
    cairo_translate(cr, where.box.x, where.box.y);
    cairo_scale(cr, 1 / pixels_per_unit, 1 / pixels_per_unit);
    cairo_new_path(cr);
    rounded_path(cr, {0, 0, static_cast<float>(picture.size.x), static_cast<float>(picture.size.y)},
                 where.corner * pixels_per_unit);
    cairo_clip(cr);
    cairo_set_source_surface(cr, surface.get(), 0, 0);
    if (!where.jpeg) cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    CairoCanvas canvas(cr);
    paint_overlay(picture, canvas);
    // Pages copy the pixels when they are finished; this image does not live that long.
    cairo_surface_finish(surface.get());
    cairo_restore(cr);
}

std::string imprint_of(const Scene& scene, const Document& document) {
    if (!has_drawing(document)) return "";
    return drawing_title(scene, document) + " \u00b7 " + short_disclaimer(scene);
}

Image chart_image(ChartPainter& painter, const Document& document, glm::ivec2 size, float scale) {
    Image image{size, std::vector<std::uint8_t>(static_cast<size_t>(size.x) * static_cast<size_t>(size.y) * 4)};
    const SurfacePtr surface = surface_over(image);
    const CairoPtr cr(cairo_create(surface.get()));
    painter.paint(cr.get(),
                  {.box = {0, 0, static_cast<float>(size.x), static_cast<float>(size.y)},
                   .design_px = scale,
                   .imprint = imprint_of(painter.context().scene(), document)},
                  document);
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

Image small_chart_image(ChartPainter& painter, const Document& document, glm::ivec2 size, float scale,
                        glm::ivec2 room) {
    const glm::vec2 whole(size), fits = glm::vec2(room) / whole;
    const float share = std::min({1.f, fits.x, fits.y});
    return chart_image(painter, document, glm::max(glm::ivec2(whole * share), glm::ivec2(16)), scale * share);
}

}  // namespace myomap
