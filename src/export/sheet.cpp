#include "export/sheet.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/muscle_view.h"
#include "chart/zone_paint.h"
#include "export/exporter.h"
#include "export/flow.h"
#include "export/page_error.h"
#include "export/sheet_tiles.h"
#include "report/report.h"
#include "report/words.h"

namespace myomap {

namespace {

// In px of design; a PDF scales them down.
constexpr float padding = 12;
constexpr float title_size = 16.5f;
constexpr float text_size = 12.5f;
constexpr float small_size = 11;
constexpr float swatch_indent = 17;
constexpr float least_chart_share = 0.55f;  // of a tile's height
constexpr float chart_text_scale = 0.92f;
constexpr int zone_lines = 8;  // all of them in what a tile leaves to words
constexpr int title_lines = 2;

FlowBlock tile_text(cairo_t* cr, const SheetLook& look, const Scene& scene, const ReportPoint& point, float width) {
    const float indent = swatch_indent * look.unit;
    const TextStyle words = look.style(text_size, FontWeight::regular, look.palette.text);
    FlowBlock block;
    for (const ZoneKind kind : {ZoneKind::essential, ZoneKind::spillover}) {
        // The zones of one kind in one paragraph: what a reviewer compares with the picture.
        std::string text = capitalised(point.zone_words(kind, scene.phrase("; ")));
        if (text.empty()) continue;
        const bool sure = std::ranges::any_of(point.zones, [&](const ReportZone& zone) {
            return zone.kind == kind && zone.confidence != Confidence::low;
        });
        if (kind == ZoneKind::essential && !point.response_tag.empty()) text += " (" + point.response_tag + ")";
        block.add({cr, {{text, words}}, width - indent, zone_lines}, indent, block.lines.empty() ? 0 : 3 * look.unit,
                  zone_paint(kind, sure ? Confidence::high : Confidence::low, look.palette));
    }
    block.add({cr,
               {{fmt::format("{} \u00b7 {}", point.confidence_words, join(point.all_sources)), look.quiet()}},
               width,
               title_lines},
              0, 5 * look.unit);
    return block;
}

// Where a muscle begins and ends, in the words of the card.
FlowBlock muscle_text(cairo_t* cr, const SheetLook& look, const Scene& scene, const Report& report, float width) {
    const TextStyle words = look.style(text_size, FontWeight::regular, look.palette.text);
    FlowBlock block;
    for (const ReportItem& fact : report.items(Section::anatomy))
        if (fact.id == "origin" || fact.id == "insertion")
            block.add({cr, {{scene.phrase("{}: ", fact.name) + fact.text, words}}, width, zone_lines}, 0,
                      block.lines.empty() ? 0 : 3 * look.unit);
    return block;
}

}  // namespace

TextStyle SheetLook::style(float size, FontWeight weight, Color color) const { return {size * unit, weight, color}; }

TextStyle SheetLook::quiet() const { return style(small_size, FontWeight::regular, palette.quiet_text); }

void draw_sheet_tile(cairo_t* cr, const SheetLook& look, const SheetTile& what, const SheetRequest& request,
                     const Rect& tile) {
    ChartPainter& painter = *what.painter;
    const PointRef ref = what.ref;
    const Scene scene = painter.context().scene();
    const Report report = make_report(scene, ref, {.only_shown = true, .body = request.body});
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
    const TextBlock title(cr, {{report.title, name}}, width, title_lines);
    title.draw(cr, {x, tile.y + 8 * u});
    const std::string tag = what.tag.empty() ? "" : what.tag + " \u00b7 ";
    const std::string change = what.what.empty() ? "" : "   " + what.what;
    const TextBlock id(
        cr, {{of_muscle ? report.latin : tag + report.point_title + change, number}, {"   " + report.id, look.quiet()}},
        width, title_lines);
    id.draw(cr, {x, tile.y + 9 * u + title.height()});
    if (what.absent) {
        const TextStyle quiet = look.style(text_size, FontWeight::regular, look.palette.quiet_text);
        const TextBlock words(cr, {{scene.phrase("There is no such trigger point here."), quiet}}, width, 2);
        words.draw(cr, {x, tile.y + tile.height / 2});
        cairo_restore(cr);
        return;
    }

    const FlowBlock text = of_muscle ? muscle_text(cr, look, scene, report, width)
                                     : tile_text(cr, look, scene, report.points().front(), width);
    const float top = std::ceil(tile.y + 12 * u + title.height() + id.height());
    const float text_height = std::min(text.height, tile.height * (1 - least_chart_share));
    const float chart_height = std::floor(tile.y + tile.height - text_height - 14 * u - top);

    Document document;
    document.view.body = request.body;
    document.view.side = request.side;
    document.view.theme = request.theme;
    if (of_muscle) {
        document.selection = MuscleSelection{report.id, ""};
        document = muscle_portrait(document);
    } else {
        select_point(document, scene, ref);
        document.view.show_labels = false;
        document.view.show_all_points = false;
        document.view.layout = Layout::focus;
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

void draw_sheet_header(cairo_t* cr, const SheetLook& look, const SheetRequest& request, const SheetContent& content,
                       const Rect& box, const std::string& part) {
    const Scene scene = content.scene();
    const TextBlock title(
        cr,
        {{request.title, look.style(22, FontWeight::semibold, look.palette.text)},
         {"    " + content.summary + part, look.style(14, FontWeight::regular, look.palette.quiet_text)}},
        box.width, 1);
    title.draw(cr, {box.x, box.y});
    TextBlock(cr, {{disclaimer(scene), look.quiet()}}, box.width, 1).draw(cr, {box.x, box.y + title.height()});
}

std::vector<std::filesystem::path> write_sheet(const Context& context, Renderer& renderer,
                                               const SheetRequest& request) {
    const bool of_muscles = !request.muscles.empty();
    if (!of_muscles && request.points.empty()) throw PageError(word("there is no trigger point to draw on the sheet"));
    const Exporter& exporter = sheet_exporter(request.path);
    ChartPainter painter(context, renderer);
    SheetContent content{{},
                         (of_muscles ? context.scene().phrase_count("{} muscles", request.muscles.size())
                                     : context.scene().phrase_count("{} trigger points", request.points.size())) +
                             " \u00b7 " + body_and_side(context.scene(), request.body, request.side) + " \u00b7 " +
                             context.scene().phrase("dataset {}", context.atlas().dataset_version)};
    for (const int muscle : request.muscles) content.tiles.push_back({&painter, {muscle, -1}});
    if (!of_muscles)
        for (const PointRef ref : request.points) content.tiles.push_back({&painter, ref});
    return exporter.sheet(request, content);
}

std::vector<std::filesystem::path> write_pair_sheet(const Context& before, const Context& after, Renderer& renderer,
                                                    const SheetRequest& asked, const std::vector<PointPair>& pairs) {
    if (pairs.empty()) throw PageError(word("there is no trigger point to draw on the sheet"));
    const Exporter& exporter = sheet_exporter(asked.path);
    SheetRequest request = asked;
    request.columns = std::max(2, asked.columns / 2 * 2);
    ChartPainter old_painter(before, renderer), new_painter(after, renderer);
    SheetContent content{{},
                         after.scene().phrase_count("{} trigger points", pairs.size()) + " \u00b7 " +
                             body_and_side(after.scene(), request.body, request.side) + " \u00b7 " +
                             after.scene().phrase("old: dataset {}", before.atlas().dataset_version) + " \u00b7 " +
                             after.scene().phrase("new: dataset {}", after.atlas().dataset_version),
                         true};
    const std::string old_tag = after.scene().phrase("Old"), new_tag = after.scene().phrase("New");
    for (const PointPair& pair : pairs) {
        content.tiles.push_back(pair.before ? SheetTile{&old_painter, *pair.before, old_tag}
                                            : SheetTile{&new_painter, *pair.after, old_tag, "", true});
        content.tiles.push_back(pair.after ? SheetTile{&new_painter, *pair.after, new_tag, pair.what}
                                           : SheetTile{&old_painter, *pair.before, new_tag, pair.what, true});
    }
    return exporter.sheet(request, content);
}

}  // namespace myomap
