#include "chart/layers.h"

#include "chart/views.h"

namespace myomap {

namespace {

// The colour darkened to `share` of its light.
Color darker(Color color, float share, unsigned alpha) {
    std::uint32_t dark = alpha;
    for (int shift = 8; shift < 32; shift += 8) {
        const auto part = static_cast<float>(color.rgba >> shift & 0xff);
        dark |= static_cast<std::uint32_t>(share * part + 0.5f) << shift;
    }
    return {dark};
}

SparseField zones_of(const Scene& scene, const ChartDocument& document, ZoneKind kind) {
    SparseField field;
    for (const Side side : shown_sides(document.side))
        for (const PointRef ref : selected_points(scene.atlas, document)) {
            const auto& zones = scene.atlas.point(ref).zones;
            for (int i = 0; i < static_cast<int>(zones.size()); ++i)
                if (zones[static_cast<size_t>(i)].kind == kind)
                    field = unite(field, scene.body_fields(document.body).zone(ref, i, side));
        }
    return field;
}

SparseField area_of(const Scene& scene, const ChartDocument& document) {
    SparseField field;
    if (const auto muscle = scene.atlas.find_muscle(document.muscle))
        for (const Side side : shown_sides(document.side))
            field = unite(field, scene.body_fields(document.body).area(*muscle, side));
    return field;
}

SparseField regions_of(const Scene& scene, const ChartDocument& document) {
    SparseField field;
    for (const RegionRef ref : shown_regions(scene, document))
        field = unite(field, scene.regions->on(scene.body(document.body)).field(ref));
    return field;
}

Paint region_paint(const ChartPalette& palette) {
    return {.fill = with_alpha(palette.region, 0x66),
            .border = Border::rim,
            .edge = darker(palette.region, 0.8f, 0x99),
            .border_px = 2,
            .film_fill = 0.35f};
}

Paint area_paint(const ChartPalette& palette) {
    return {.fill = with_alpha(palette.area, 0x57),
            .border = Border::rim,
            .edge = darker(palette.area, 0.85f, 0x8c),
            .border_px = 2};
}

}  // namespace

Paint zone_paint(ZoneKind kind, const ChartPalette& palette) {
    if (kind == ZoneKind::essential)
        return {.fill = with_alpha(palette.essential, 0xe6),
                .border = Border::rim,
                .edge = darker(palette.essential, 0.68f, 0x80),
                .border_px = 2.5f,
                .film_fill = 0.55f,
                .film_edge = 0.85f};
    return {.fill = with_alpha(palette.spillover, 0x24),
            .pattern = Pattern::stipple,
            .ink = palette.spillover,
            .border = Border::rim,
            .edge = with_alpha(palette.spillover, 0),
            .border_px = 1.5f,
            .film_fill = 0.10f,
            .film_edge = 0.5f};
}

std::vector<PaintLayer> paint_layers(const Scene& scene, const ChartDocument& document) {
    const ChartPalette& palette = chart_palette(document.theme);
    const bool skin_only = document.layers == LayerMode::skin || !scene.body_muscles(document.body);
    std::vector<PaintLayer> layers;
    const auto add = [&](const char* id, SparseField field, const Paint& paint, const char* legend) {
        if (!field.empty()) layers.push_back({id, std::move(field), paint, legend});
    };
    add("region", regions_of(scene, document), region_paint(palette),
        document.symptom.empty() ? "The chosen region" : "Where it is felt");
    if (document.show_muscle_area)
        add("area", area_of(scene, document), area_paint(palette), skin_only ? "The muscle's own area" : "The muscle");
    if (document.show_spillover)
        add("spillover", zones_of(scene, document, ZoneKind::spillover), zone_paint(ZoneKind::spillover, palette),
            "Spillover zone: felt by some");
    add("essential", zones_of(scene, document, ZoneKind::essential), zone_paint(ZoneKind::essential, palette),
        "Essential zone: felt by nearly everyone");
    return layers;
}

}  // namespace myomap
