#include "export/sheet.h"

#include <algorithm>
#include <cmath>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/text.h"
#include "chart/actions.h"
#include "chart/layers.h"
#include "chart/muscle_view.h"
#include "export/chart_painter.h"
#include "export/export.h"
#include "export/flow.h"
#include "export/page_error.h"
#include "export/page_text.h"
#include "export/png.h"

namespace myomap {

namespace {

// In px of design; a PDF scales them down.
constexpr float gap = 16;
constexpr float padding = 12;
constexpr float header_height = 58;
constexpr float title_size = 16.5f;
constexpr float text_size = 12.5f;
constexpr float small_size = 11;
constexpr float swatch_indent = 17;
constexpr float least_chart_share = 0.55f;  // of a tile's height
constexpr float chart_text_scale = 0.92f;
constexpr int zone_lines = 3;
constexpr float pdf_unit = 0.56f;  // points per px of design
constexpr float pdf_margin = 28;
constexpr float pdf_dpi = 220;

struct Look {
    const ChartPalette& palette;
    float unit;             // context units per px of design
    float pixels_per_unit;  // of the rendered body
    bool jpeg;

    TextStyle style(float size, FontWeight weight, Color color) const { return {size * unit, weight, color}; }
    TextStyle quiet() const { return style(small_size, FontWeight::regular, palette.quiet_text); }
};

FlowBlock tile_text(cairo_t* cr, const Look& look, const Scene& scene, const TriggerPoint& point, float width) {
    const float indent = swatch_indent * look.unit;
    const TextStyle words = look.style(text_size, FontWeight::regular, look.palette.text);
    FlowBlock block;
    for (const ZoneKind kind : {ZoneKind::essential, ZoneKind::spillover}) {
        // The zones of one kind in one paragraph: what a reviewer compares with the picture.
        std::vector<std::string> zones;
        for (const Zone& zone : point.zones)
            if (zone.kind == kind) zones.push_back(zone.words);
        if (zones.empty()) continue;
        std::string text = capitalised(joined(zones, scene.phrase("; ")));
        if (kind == ZoneKind::essential && point.response == Response::autonomic)
            text += " " + scene.phrase("(autonomic response)");
        block.add({cr, {{text, words}}, width - indent, zone_lines}, indent, block.lines.empty() ? 0 : 3 * look.unit,
                  zone_paint(kind, look.palette));
    }
    block.add({cr,
               {{fmt::format("{} \u00b7 {}", confidence_words(scene, point.confidence),
                             joined(point_sources(point, true), ", ")),
                 look.quiet()}},
               width,
               1},
              0, 5 * look.unit);
    return block;
}

// Where a muscle begins and ends, in the words of the card.
FlowBlock muscle_text(cairo_t* cr, const Look& look, const Scene& scene, const Muscle& muscle, float width) {
    const TextStyle words = look.style(text_size, FontWeight::regular, look.palette.text);
    FlowBlock block;
    block.add({cr, {{scene.phrase("Origin: {}", muscle.origin.words), words}}, width, zone_lines}, 0, 0);
    block.add({cr, {{scene.phrase("Insertion: {}", muscle.insertion.words), words}}, width, zone_lines}, 0,
              3 * look.unit);
    return block;
}

struct SheetTile {
    ChartPainter* painter;
    PointRef ref;           // point -1: the muscle itself
    std::string tag = {};   // before the point's name: "Old"
    std::string what = {};  // after it
    bool absent = false;    // only says that there is no such point here; `ref` is the other dataset's
};

// All tiles of a sheet and what its heading says of them.
struct SheetContent {
    std::vector<SheetTile> tiles;
    std::string summary;

    // Whose words the sheet itself uses.
    Scene scene() const { return tiles.front().painter->context().scene(); }
};

void draw_tile(cairo_t* cr, const Look& look, const SheetTile& what, const SheetRequest& request, const Rect& tile) {
    ChartPainter& painter = *what.painter;
    const PointRef ref = what.ref;
    const Scene scene = painter.context().scene();
    const Atlas& atlas = scene.atlas;
    const Muscle& muscle = atlas.muscles[static_cast<size_t>(ref.muscle)];
    const bool of_muscle = ref.point < 0;
    CairoCanvas canvas(cr);
    const float u = look.unit;
    canvas.rectangle({tile.x - u, tile.y - u, tile.width + 2 * u, tile.height + 2 * u}, 8 * u,
                     {(look.palette.leader.rgba & 0xffffff00u) | 0x48});
    canvas.rectangle(tile, 7 * u, look.palette.background);

    cairo_save(cr);
    rounded_path(cr, tile, 7 * u);
    cairo_clip(cr);
    const float width = tile.width - 2 * padding * u;
    const float x = tile.x + padding * u;
    const TextStyle name = look.style(title_size, FontWeight::semibold, look.palette.text);
    const TextStyle number = look.style(text_size, FontWeight::semibold, look.palette.text);
    const TextBlock title(cr, {{muscle.name, name}}, width, 1);
    title.draw(cr, {x, tile.y + 8 * u});
    const std::string tag = what.tag.empty() ? "" : what.tag + " \u00b7 ";
    const std::string change = what.what.empty() ? "" : "   " + what.what;
    const TextBlock id(cr,
                       {{of_muscle ? muscle.latin : tag + point_title(scene, atlas.point(ref)) + change, number},
                        {"   " + (of_muscle ? muscle.id : atlas.full_id(ref)), look.quiet()}},
                       width, 1);
    id.draw(cr, {x, tile.y + 9 * u + title.height()});
    if (what.absent) {
        const TextStyle quiet = look.style(text_size, FontWeight::regular, look.palette.quiet_text);
        const TextBlock words(cr, {{"There is no such trigger point here.", quiet}}, width, 2);
        words.draw(cr, {x, tile.y + tile.height / 2});
        cairo_restore(cr);
        return;
    }

    const FlowBlock text =
        of_muscle ? muscle_text(cr, look, scene, muscle, width) : tile_text(cr, look, scene, atlas.point(ref), width);
    const float top = std::ceil(tile.y + 12 * u + title.height() + id.height());
    const float text_height = std::min(text.height, tile.height * (1 - least_chart_share));
    const float chart_height = std::floor(tile.y + tile.height - text_height - 14 * u - top);

    ChartDocument document;
    document.body = request.body;
    document.side = request.side;
    document.theme = request.theme;
    if (of_muscle) {
        document.muscle = muscle.id;
        document = muscle_portrait(document);
    } else {
        select_point(document, scene, ref);
        document.show_labels = false;
        document.show_all_points = false;
        document.layout = Layout::focus;
    }
    painter.paint(cr,
                  {.box = {tile.x, top, tile.width, chart_height},
                   .pixels_per_unit = look.pixels_per_unit,
                   .design_px = chart_text_scale * u,
                   .legend = false,
                   .zones = !of_muscle,
                   .jpeg = look.jpeg},
                  document);
    text.draw(cr, {x, top + chart_height + 5 * u}, look.palette);
    cairo_restore(cr);
}

void draw_header(cairo_t* cr, const Look& look, const SheetRequest& request, const SheetContent& content,
                 const Rect& box, const std::string& part) {
    const Scene scene = content.scene();
    const TextBlock title(
        cr,
        {{request.title, look.style(22, FontWeight::semibold, look.palette.text)},
         {"    " + content.summary + part, look.style(14, FontWeight::regular, look.palette.quiet_text)}},
        box.width, 1);
    title.draw(cr, {box.x, box.y});
    TextBlock(cr, {{scene.phrase(disclaimer), look.quiet()}}, box.width, 1).draw(cr, {box.x, box.y + title.height()});
}

std::filesystem::path numbered(const std::filesystem::path& path, size_t number) {
    if (number == 1) return path;
    return path.parent_path() / fmt::format("{}-{}{}", path.stem().string(), number, path.extension().string());
}

std::vector<std::filesystem::path> write_png_sheets(const SheetRequest& request, const SheetContent& content) {
    const std::vector<SheetTile>& tiles = content.tiles;
    const Look look{chart_palette(request.theme), 1, 1, false};
    const auto columns =
        static_cast<size_t>(std::max(1, std::min<int>(request.columns, static_cast<int>(tiles.size()))));
    const glm::vec2 step = glm::vec2(request.tile) + gap;
    const size_t rows = (tiles.size() + columns - 1) / columns;
    const size_t rows_per_file =
        std::max<size_t>(1, static_cast<size_t>((highest_sheet_px - header_height - 2 * gap) / step.y));
    const size_t files = (rows + rows_per_file - 1) / rows_per_file;

    std::vector<std::filesystem::path> written;
    for (size_t file = 0; file < files; ++file) {
        const size_t first = file * rows_per_file * columns;
        const size_t last = std::min(tiles.size(), first + rows_per_file * columns);
        const size_t rows_here = (last - first + columns - 1) / columns;
        Image image;
        image.size = {static_cast<int>(gap + static_cast<float>(columns) * step.x),
                      static_cast<int>(gap + header_height + static_cast<float>(rows_here) * step.y)};
        image.rgba.resize(static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4);
        {
            const SurfacePtr surface = surface_over(image);
            const CairoPtr cr(cairo_create(surface.get()));
            set_color(cr.get(), look.palette.background);
            cairo_paint(cr.get());
            const Scene scene = content.scene();
            const std::string part = files > 1 ? " \u00b7 " + scene.phrase("sheet {}", std::to_string(file + 1)) + " " +
                                                     scene.phrase("of {}", std::to_string(files))
                                               : "";
            draw_header(cr.get(), look, request, content,
                        {gap, gap, static_cast<float>(image.size.x) - 2 * gap, header_height}, part);
            for (size_t i = first; i < last; ++i) {
                const glm::vec2 cell((i - first) % columns, (i - first) / columns);
                draw_tile(cr.get(), look, tiles[i], request,
                          {gap + cell.x * step.x, gap + header_height + cell.y * step.y,
                           static_cast<float>(request.tile.x), static_cast<float>(request.tile.y)});
            }
            cairo_surface_finish(surface.get());
        }
        swap_red_and_blue(image.rgba);
        written.push_back(numbered(request.path, file + 1));
        write_png(written.back(), image, {request.title, content.scene().phrase(disclaimer)});
    }
    return written;
}

cairo_status_t append(void* file, const unsigned char* data, unsigned length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(file);
    out.insert(out.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

std::vector<std::filesystem::path> write_pdf_sheet(const SheetRequest& asked, const SheetContent& content,
                                                   int columns) {
    const std::vector<SheetTile>& tiles = content.tiles;
    const Scene scene = content.scene();
    SheetRequest request = asked;
    request.theme = Theme::light;
    const Look look{chart_palette(request.theme), pdf_unit, pdf_dpi / 72, true};
    const glm::vec2 page = paper_size(request.paper, true);
    constexpr int rows = 2;
    const float space = gap * 0.6f;
    const float top = pdf_margin + header_height * pdf_unit;
    const glm::vec2 tile{(page.x - 2 * pdf_margin - (columns - 1) * space) / columns,
                         (page.y - top - pdf_margin - (rows - 1) * space) / rows};

    std::vector<std::uint8_t> bytes;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, page.x, page.y));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   scene.phrase("{}: trigger points", request.title).c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, scene.phrase(disclaimer).c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, (page_date() + "T00:00:00").c_str());
    const CairoPtr cr(cairo_create(surface.get()));
    const auto per_page = static_cast<size_t>(columns * rows);
    const size_t pages = (tiles.size() + per_page - 1) / per_page;
    for (size_t i = 0; i < tiles.size(); ++i) {
        const size_t cell = i % per_page;
        if (cell == 0)
            draw_header(cr.get(), look, request, content,
                        {pdf_margin, pdf_margin - 6, page.x - 2 * pdf_margin, header_height},
                        " \u00b7 " + scene.phrase("page {}", std::to_string(i / per_page + 1)) + " " +
                            scene.phrase("of {}", std::to_string(pages)));
        draw_tile(cr.get(), look, tiles[i], request,
                  {pdf_margin + static_cast<float>(cell % static_cast<size_t>(columns)) * (tile.x + space),
                   top + static_cast<float>(cell / static_cast<size_t>(columns)) * (tile.y + space), tile.x, tile.y});
        if (cell + 1 == per_page || i + 1 == tiles.size()) cairo_show_page(cr.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(fmt::format("cannot make the PDF: {}", cairo_status_to_string(status)));
    write_file(request.path, bytes);
    return {request.path};
}

constexpr int pdf_columns = 3;
constexpr int pdf_pair_columns = 4;

std::string body_words(const Scene& scene, const SheetRequest& request) {
    ChartDocument document;
    document.body = request.body;
    document.side = request.side;
    return body_and_side(scene, document);
}

std::vector<std::filesystem::path> write(const SheetRequest& request, const SheetContent& content, int columns) {
    return export_format(request.path) == "png" ? write_png_sheets(request, content)
                                                : write_pdf_sheet(request, content, columns);
}

}  // namespace

std::vector<std::filesystem::path> write_sheet(const Context& context, Renderer& renderer,
                                               const SheetRequest& request) {
    const bool of_muscles = !request.muscles.empty();
    if (!of_muscles && request.points.empty()) throw PageError("there is no trigger point to draw on the sheet");
    export_format(request.path);
    ChartPainter painter(context, renderer);
    const std::string count = std::to_string(of_muscles ? request.muscles.size() : request.points.size());
    SheetContent content{{},
                         context.scene().phrase(of_muscles ? "{} muscles" : "{} trigger points", count) + " \u00b7 " +
                             body_words(context.scene(), request) + " \u00b7 " +
                             context.scene().phrase("dataset {}", context.atlas().dataset_version)};
    for (const int muscle : request.muscles) content.tiles.push_back({&painter, {muscle, -1}});
    if (!of_muscles)
        for (const PointRef ref : request.points) content.tiles.push_back({&painter, ref});
    return write(request, content, pdf_columns);
}

std::vector<std::filesystem::path> write_pair_sheet(const Context& before, const Context& after, Renderer& renderer,
                                                    const SheetRequest& asked, const std::vector<PointPair>& pairs) {
    if (pairs.empty()) throw PageError("there is no trigger point to draw on the sheet");
    SheetRequest request = asked;
    request.columns = std::max(2, asked.columns / 2 * 2);
    ChartPainter old_painter(before, renderer), new_painter(after, renderer);
    SheetContent content{{},
                         fmt::format("{} trigger point{} \u00b7 {} \u00b7 old: dataset {} \u00b7 new: dataset {}",
                                     pairs.size(), pairs.size() == 1 ? "" : "s", body_words(after.scene(), request),
                                     before.atlas().dataset_version, after.atlas().dataset_version)};
    for (const PointPair& pair : pairs) {
        content.tiles.push_back(pair.before ? SheetTile{&old_painter, *pair.before, "Old"}
                                            : SheetTile{&new_painter, *pair.after, "Old", "", true});
        content.tiles.push_back(pair.after ? SheetTile{&new_painter, *pair.after, "New", pair.what}
                                           : SheetTile{&old_painter, *pair.before, "New", pair.what, true});
    }
    return write(request, content, pdf_pair_columns);
}

}  // namespace myomap
