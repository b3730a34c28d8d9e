// SVG: the picture of the window to place in a document or to draw on: bodies as pictures, all else as shapes and text
// in named groups.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/paint_overlay.h"
#include "chart/palette.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "export/png.h"
#include "export/svg_canvas.h"
#include "report/paragraphs.h"

namespace myomap {

namespace {

// The bodies are drawn with so many pixels for one of the file, so that they stay sharp on paper and in the large.
constexpr int finer = 2;
constexpr int most_side = 8192;
constexpr long most_pixels = 40'000'000;

int fineness(glm::ivec2 size) {
    const glm::ivec2 fine = size * finer;
    return std::max(fine.x, fine.y) <= most_side && static_cast<long>(fine.x) * fine.y <= most_pixels ? finer : 1;
}

// Whole pixels of the picture.
Rect whole(const Rect& rect, glm::ivec2 size) {
    const float left = std::max(std::floor(rect.x), 0.f), top = std::max(std::floor(rect.y), 0.f);
    return {left, top, std::min(std::ceil(rect.x + rect.width), static_cast<float>(size.x)) - left,
            std::min(std::ceil(rect.y + rect.height), static_cast<float>(size.y)) - top};
}

Image cut_out(const Image& image, const Rect& rect) {
    const auto x = static_cast<size_t>(rect.x), y = static_cast<size_t>(rect.y),
               width = static_cast<size_t>(rect.width), height = static_cast<size_t>(rect.height);
    Image part{{static_cast<int>(width), static_cast<int>(height)}, {}};
    part.rgba.reserve(width * height * 4);
    for (size_t row = y; row < y + height; ++row) {
        const auto from = image.rgba.begin() + static_cast<long>((row * static_cast<size_t>(image.size.x) + x) * 4);
        part.rgba.insert(part.rgba.end(), from, from + static_cast<long>(width * 4));
    }
    return part;
}

void add_bodies(SvgCanvas& canvas, const Picture& picture, const Image& image) {
    canvas.begin_part("bodies");
    const auto add = [&](const std::string& name, const PictureView& view) {
        const Rect rect = whole(view.rect, picture.size);
        if (rect.width >= 1 && rect.height >= 1) canvas.image(name, rect, encode_png(cut_out(image, rect)));
    };
    for (const PictureView& view : picture.views) add("body-" + fold(view.title), view);
    for (const Inset& inset : picture.insets) add("inset", inset.small);
    canvas.end_part();
}

std::vector<std::uint8_t> svg_chart(ChartPainter& painter, const ChartExport& request) {
    const Scene scene = painter.context().scene();
    const int fine = fineness(request.size);
    Picture picture = compose(scene, request.document,
                              {.pixels = request.size * fine,
                               .scale = request.scale * static_cast<float>(fine),
                               .imprint = imprint_of(scene, request.document)},
                              painter.measure());
    // Rims are as many pixels wide at any scale.
    for (PaintLayer& layer : picture.layers)
        if (!is_drawn(layer.paint.border)) layer.paint.border_px *= static_cast<float>(fine);
    SvgCanvas canvas(painter.measure(), static_cast<float>(fine));
    canvas.begin_part("paper");
    canvas.rectangle({0, 0, static_cast<float>(picture.size.x), static_cast<float>(picture.size.y)}, 0,
                     chart_palette(picture.theme).background);
    canvas.end_part();
    add_bodies(canvas, picture, painter.draw(picture));
    paint_overlay(picture, canvas);

    const Report report =
        make_report(scene, request.document, {.wording = suited_wording(request.document), .only_shown = true});
    std::vector<std::string> views;
    for (const PictureView& view : picture.views) views.push_back(view.title);
    const std::string language = xml_text(to_text(scene.atlas.language));
    const std::string text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" lang=\"{2}\" xml:lang=\"{2}\" role=\"img\" "
        "aria-labelledby=\"title desc\" font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\" "
        "stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
        " <title id=\"title\">{3}</title>\n"
        " <desc id=\"desc\">{4}</desc>\n{5}</svg>\n",
        request.size.x, request.size.y, language, xml_text(report_title(scene, request.document)),
        xml_text(picture_words(scene, request.document, report, views)), canvas.take());
    return {text.begin(), text.end()};
}

Image svg_preview(ChartPainter& painter, const ChartExport& request, glm::ivec2 room) {
    return small_chart_image(painter, request.document, request.size, request.scale, room);
}

}  // namespace

extern const Exporter svg_exporter;  // in the table of exporter.cpp
const Exporter svg_exporter{.id = "svg",
                            .suffix = ".svg",
                            .name = word("SVG drawing"),
                            .takes_pixels = true,
                            .chart = svg_chart,
                            .preview = svg_preview};

}  // namespace myomap
