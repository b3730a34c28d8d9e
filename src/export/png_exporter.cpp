// PNG: the picture of the window.

#include <algorithm>

#include <fmt/format.h>

#include "base/word.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "export/png.h"
#include "export/sheet_tiles.h"
#include "report/report.h"

namespace myomap {

namespace {

std::vector<std::uint8_t> png_chart(ChartPainter& painter, const ChartExport& request) {
    const Scene scene = painter.context().scene();
    const Image image = chart_image(painter, request.document, request.size, request.scale);
    return encode_png(image, {report_title(scene, request.document), disclaimer(scene)});
}

Image png_preview(ChartPainter& painter, const ChartExport& request, glm::ivec2 room) {
    return small_chart_image(painter, request.document, request.size, request.scale, room);
}

std::filesystem::path numbered(const std::filesystem::path& path, size_t number) {
    if (number == 1) return path;
    return path.parent_path() / fmt::format("{}-{}{}", path.stem().string(), number, path.extension().string());
}

std::vector<std::filesystem::path> png_sheet(const SheetRequest& request, const SheetContent& content) {
    const std::vector<SheetTile>& tiles = content.tiles;
    const SheetLook look{chart_palette(request.theme), 1, 1, false};
    const auto columns =
        static_cast<size_t>(std::max(1, std::min<int>(request.columns, static_cast<int>(tiles.size()))));
    const glm::vec2 step = glm::vec2(request.tile) + sheet_gap;
    const size_t rows = (tiles.size() + columns - 1) / columns;
    const size_t rows_per_file =
        std::max<size_t>(1, static_cast<size_t>((highest_sheet_px - sheet_header_height - 2 * sheet_gap) / step.y));
    const size_t files = (rows + rows_per_file - 1) / rows_per_file;

    std::vector<std::filesystem::path> written;
    for (size_t file = 0; file < files; ++file) {
        const size_t first = file * rows_per_file * columns;
        const size_t last = std::min(tiles.size(), first + rows_per_file * columns);
        const size_t rows_here = (last - first + columns - 1) / columns;
        Image image;
        image.size = {static_cast<int>(sheet_gap + static_cast<float>(columns) * step.x),
                      static_cast<int>(sheet_gap + sheet_header_height + static_cast<float>(rows_here) * step.y)};
        image.rgba.resize(static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4);
        {
            const SurfacePtr surface = surface_over(image);
            const CairoPtr cr(cairo_create(surface.get()));
            set_color(cr.get(), look.palette.background);
            cairo_paint(cr.get());
            const Scene scene = content.scene();
            const std::string part =
                files > 1
                    ? " \u00b7 " + scene.phrase("sheet {} of {}", {std::to_string(file + 1), std::to_string(files)})
                    : "";
            draw_sheet_header(
                cr.get(), look, request, content,
                {sheet_gap, sheet_gap, static_cast<float>(image.size.x) - 2 * sheet_gap, sheet_header_height}, part);
            for (size_t i = first; i < last; ++i) {
                const glm::vec2 cell((i - first) % columns, (i - first) / columns);
                draw_sheet_tile(cr.get(), look, tiles[i], request,
                                {sheet_gap + cell.x * step.x, sheet_gap + sheet_header_height + cell.y * step.y,
                                 static_cast<float>(request.tile.x), static_cast<float>(request.tile.y)});
            }
            cairo_surface_finish(surface.get());
        }
        swap_red_and_blue(image.rgba);
        written.push_back(numbered(request.path, file + 1));
        write_png(written.back(), image, {request.title, disclaimer(content.scene())});
    }
    return written;
}

}  // namespace

extern const Exporter png_exporter;  // in the table of exporter.cpp
const Exporter png_exporter{.id = "png",
                            .suffix = ".png",
                            .name = word("PNG picture"),
                            .takes_pixels = true,
                            .chart = png_chart,
                            .preview = png_preview,
                            .sheet = png_sheet};

}  // namespace myomap
