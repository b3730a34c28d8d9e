#include "export/comparison.h"

#include <algorithm>
#include <cctype>

#include "base/atomic_file.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/comparison_drawing.h"
#include "export/page_error.h"
#include "export/png.h"
#include "report/words.h"

namespace myomap {

namespace {

// Of design.
constexpr float column_gap_px = 18, heading_px = 15, heading_room_px = 30, heading_inset_px = 18;

std::string suffix_of(const std::filesystem::path& path) {
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return suffix;
}

}  // namespace

void draw_comparison(cairo_t* cr, ChartPainter& painter, const ChartBox& where, const ComparisonExport& request,
                     const CompareReport& report) {
    const Scene scene = painter.context().scene();
    const ChartPalette& palette = chart_palette(request.view.theme);
    const float u = where.design_px, gap = column_gap_px * u;
    const float width = (where.box.width - 2 * gap) / 3;
    ChartBox column = where;
    column.box = {where.box.x, where.box.y + heading_room_px * u, width, where.box.height - heading_room_px * u};
    ComposeSize size = compose_size(column);
    size.subjects = request.subjects;
    const std::array<Picture, 3> pictures =
        compose_comparison(scene, request.comparison, request.view, size, painter.measure());
    const std::array headings{report.before, report.after, report.difference};
    CairoCanvas canvas(cr);
    for (size_t i = 0; i < pictures.size(); ++i) {
        column.box.x = where.box.x + static_cast<float>(i) * (width + gap);
        painter.paint(cr, column, pictures[i]);
        const TextBlock heading(cr, {{headings[i], {heading_px * u, FontWeight::semibold, palette.text}}},
                                width - heading_inset_px * u, 1);
        heading.draw(cr, {column.box.x + heading_inset_px * u, where.box.y + 6 * u});
        if (i == 0) continue;
        const float x = column.box.x - 0.5f * gap;
        canvas.line({x, where.box.y + 6 * u}, {x, where.box.y + where.box.height - 6 * u}, 0.8f * u, palette.outline);
    }
}

namespace {

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

void export_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request) {
    const bool page = is_comparison_page(request.path);
    // Opened first, so that an unwritable place is said before the work of drawing.
    AtomicFile file(request.path);
    ChartPainter painter(context, renderer);
    const Scene scene = context.scene();
    file.write(page ? comparison_page(painter, request)
                    : encode_png(comparison_image(painter, request),
                                 {compare_report(scene, request.comparison).title, disclaimer(scene)}));
    file.commit();
}

}  // namespace myomap
