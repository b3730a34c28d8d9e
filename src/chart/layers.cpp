#include "chart/layers.h"

#include <algorithm>
#include <iterator>

#include "base/word.h"
#include "chart/actions/draw.h"
#include "chart/drawing_layers.h"
#include "chart/shown.h"
#include "chart/zone_paint.h"

namespace myomap {

namespace {

struct ZonesOfKind {
    SparseField sure, unsure;  // unsure: of low confidence
    bool all_high = true;
};

ZonesOfKind zones_of(const Scene& scene, const Document& document, ZoneKind kind) {
    ZonesOfKind found;
    for (const PointRef ref : selected_points(scene.atlas, document))
        for (const Side side : shown_sides(scene.atlas, document, ref)) {
            const auto& zones = scene.atlas.point(ref).zones;
            for (int i = 0; i < static_cast<int>(zones.size()); ++i)
                if (const Zone& zone = zones[static_cast<size_t>(i)]; zone.kind == kind) {
                    SparseField& field = zone.confidence == Confidence::low ? found.unsure : found.sure;
                    field = unite(field, scene.body_fields(document.view.body).zone(ref, i, side));
                    found.all_high = found.all_high && zone.confidence == Confidence::high;
                }
        }
    return found;
}

SparseField area_of(const Scene& scene, const Document& document) {
    SparseField field;
    const Muscles* muscles = scene.body_muscles(document.view.body);
    const auto muscle = scene.atlas.find_muscle(chosen_muscle(document.selection));
    if (muscle && muscles)
        for (const Side side : shown_sides(scene.atlas, document)) field = unite(field, muscles->area(*muscle, side));
    return field;
}

SparseField regions_of(const Scene& scene, const Document& document) {
    const std::vector<RegionRef> refs = shown_regions(scene, document);
    return refs.empty() ? SparseField{} : scene.regions->area(scene.body(document.view.body), refs);
}

Paint region_paint(const ChartPalette& palette) {
    return {.fill = with_alpha(palette.region, 0x7a), .border = Border::soft, .film_fill = 0.85f};
}

// Over muscles the muscle itself is seen instead, in its own colour; its swatch has that.
Paint area_paint(const ChartPalette& palette, bool on_skin) {
    return {.fill = on_skin ? with_alpha(palette.area, 0x57) : with_alpha(palette.chosen_muscle, 0x7f),
            .border = Border::rim,
            .edge = darker(palette.area, 0.85f, 0x8c),
            .border_px = 2};
}

}  // namespace

std::vector<PaintLayer> paint_layers(const Scene& scene, const Document& document) {
    const ChartPalette& palette = chart_palette(document.view.theme);
    const bool skin_only = document.view.layers == LayerMode::skin || !scene.body_muscles(document.view.body);
    std::vector<PaintLayer> layers;
    // A chosen finding shows its own usual pattern; those that were kept would look like it.
    if (!chosen_finding(document)) layers = kept_layers(scene, document);
    const auto add = [&](const char* id, SparseField field, const Paint& paint, Message legend) {
        if (!field.empty()) layers.push_back({id, std::move(field), paint, std::move(legend)});
    };
    add("region", regions_of(scene, document), region_paint(palette),
        chosen_complaint(document.selection).empty() ? word("The chosen region") : word("Where it is felt"));
    if (document.view.show_muscle_area)
        add("area", area_of(scene, document), area_paint(palette, skin_only),
            skin_only ? word("The muscle's own area") : word("The muscle"));
    const auto add_zones = [&](ZoneKind kind, const char* id, const char* unsure_id, const char* high,
                               const char* other, const char* low) {
        ZonesOfKind zones = zones_of(scene, document, kind);
        const bool both = !zones.sure.empty();
        add(id, std::move(zones.sure), zone_paint(kind, Confidence::high, palette), zones.all_high ? high : other);
        add(unsure_id, std::move(zones.unsure), zone_paint(kind, Confidence::low, palette),
            both ? word("Broken border: low confidence") : low);
    };
    if (is_shown(document.view, ZoneKind::spillover))
        add_zones(ZoneKind::spillover, "spillover", "unsure_spillover", word("Spillover zone: felt by some"),
                  word("Spillover zone: felt by some"), word("Spillover zone, broken border: low confidence"));
    // What nearly everyone feels is said only of what the sources agree on.
    if (is_shown(document.view, ZoneKind::essential))
        add_zones(ZoneKind::essential, "essential", "unsure_essential", word("Essential zone: felt by nearly everyone"),
                  word("Essential zone: as commonly drawn"), word("Essential zone, broken border: low confidence"));
    std::ranges::move(area_layers(scene, document), std::back_inserter(layers));
    std::ranges::move(finding_layers(scene, document), std::back_inserter(layers));
    return layers;
}

void put_plainly(std::vector<PaintLayer>& layers) {
    for (PaintLayer& layer : layers) {
        if (layer.id == "essential") layer.legend = word("Often felt here");
        if (layer.id == "spillover") layer.legend = word("Sometimes felt here");
        if (layer.id == "unsure_essential" || layer.id == "unsure_spillover")
            layer.legend = word("Broken border: less is known");
        if (layer.id == "area") layer.legend = word("The muscle");
    }
}

}  // namespace myomap
