// PDF: a page to print and file.

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/word.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "export/page_date.h"
#include "export/page_error.h"
#include "export/pdf_page.h"
#include "export/sheet_tiles.h"
#include "report/words.h"

namespace myomap {

namespace {

// Of a contact sheet.
constexpr float unit = 0.56f;  // points per px of design
constexpr float margin = 28;
constexpr float sheet_dpi = 220;
constexpr int point_columns = 3;
constexpr int pair_columns = 4;

PageRequest page_of(const ChartExport& request) {
    return {request.paper, request.landscape, request.dpi, request.wording, request.letterhead};
}

std::vector<std::uint8_t> pdf_chart(ChartPainter& painter, const ChartExport& request) {
    return pdf_page(painter, request.document, page_of(request));
}

Image pdf_preview(ChartPainter& painter, const ChartExport& request, glm::ivec2 room) {
    return pdf_page_preview(painter, request.document, page_of(request), room);
}

cairo_status_t append(void* file, const unsigned char* data, unsigned length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(file);
    out.insert(out.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

std::vector<std::filesystem::path> pdf_sheet(const SheetRequest& asked, const SheetContent& content) {
    const int columns = content.pairs ? pair_columns : point_columns;
    const std::vector<SheetTile>& tiles = content.tiles;
    const Scene scene = content.scene();
    SheetRequest request = asked;
    request.theme = Theme::light;
    const SheetLook look{chart_palette(request.theme), unit, sheet_dpi / 72, true};
    const glm::vec2 page = paper_size(request.paper, true);
    constexpr int rows = 2;
    const float space = sheet_gap * 0.6f;
    const float top = margin + sheet_header_height * unit;
    const glm::vec2 tile{(page.x - 2 * margin - (columns - 1) * space) / columns,
                         (page.y - top - margin - (rows - 1) * space) / rows};

    std::vector<std::uint8_t> bytes;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, page.x, page.y));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   scene.phrase("{}: trigger points", request.title).c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, disclaimer(scene).c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, (page_date() + "T00:00:00").c_str());
    const CairoPtr cr(cairo_create(surface.get()));
    const auto per_page = static_cast<size_t>(columns * rows);
    const size_t pages = (tiles.size() + per_page - 1) / per_page;
    for (size_t i = 0; i < tiles.size(); ++i) {
        const size_t cell = i % per_page;
        if (cell == 0)
            draw_sheet_header(
                cr.get(), look, request, content, {margin, margin - 6, page.x - 2 * margin, sheet_header_height},
                " \u00b7 " + scene.phrase("page {} of {}", {std::to_string(i / per_page + 1), std::to_string(pages)}));
        draw_sheet_tile(
            cr.get(), look, tiles[i], request,
            {margin + static_cast<float>(cell % static_cast<size_t>(columns)) * (tile.x + space),
             top + static_cast<float>(cell / static_cast<size_t>(columns)) * (tile.y + space), tile.x, tile.y});
        if (cell + 1 == per_page || i + 1 == tiles.size()) cairo_show_page(cr.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(word("cannot make the PDF: {}"), {cairo_status_to_string(status)});
    write_file(request.path, bytes);
    return {request.path};
}

}  // namespace

extern const Exporter pdf_exporter;  // in the table of exporter.cpp
const Exporter pdf_exporter{.id = "pdf",
                            .suffix = ".pdf",
                            .name = word("PDF page"),
                            .takes_paper = true,
                            .takes_wording = true,
                            .chart = pdf_chart,
                            .preview = pdf_preview,
                            .sheet = pdf_sheet};

}  // namespace myomap
