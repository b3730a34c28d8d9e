#include "export/comparison.h"

#include <algorithm>
#include <cctype>

#include "base/atomic_file.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/comparison_drawing.h"
#include "export/comparison_page.h"
#include "export/page_error.h"
#include "export/png.h"
#include "report/words.h"

namespace myomap {

namespace {

std::string suffix_of(const std::filesystem::path& path) {
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return suffix;
}

// The whole picture.
Image comparison_image(ChartPainter& painter, const ComparisonExport& request) {
    Image image{request.size, {}};
    image.rgba.resize(static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4);
    const SurfacePtr surface = surface_over(image);
    {
        const CairoPtr cr(cairo_create(surface.get()));
        set_color(cr.get(), chart_palette(request.view.theme).background);
        cairo_paint(cr.get());
        draw_comparison(cr.get(), painter,
                        {.box = {0, 0, static_cast<float>(image.size.x), static_cast<float>(image.size.y)},
                         .design_px = request.scale},
                        request, compare_report(painter.context().scene(), request.comparison));
    }
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

}  // namespace

bool is_comparison_page(const std::filesystem::path& path) {
    const std::string suffix = suffix_of(path);
    if (suffix != ".png" && suffix != ".pdf")
        throw PageError(word("cannot tell the format of \"{}\"; give it one of the endings {}"),
                        {path.string(), ".png, .pdf"});
    return suffix == ".pdf";
}

Image preview_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request) {
    ChartPainter painter(context, renderer);
    return comparison_image(painter, request);
}

void export_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request) {
    const bool page = is_comparison_page(request.path);
    // Opened first, so that an unwritable place is said before the work of drawing.
    AtomicFile file(request.path, OnDisk::yes, Readers::owner);
    ChartPainter painter(context, renderer);
    const Scene scene = context.scene();
    file.write(page ? comparison_page(painter, request)
                    : encode_png(comparison_image(painter, request),
                                 {compare_report(scene, request.comparison).title, disclaimer(scene)}));
    file.commit();
}

}  // namespace myomap
