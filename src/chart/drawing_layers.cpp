#include "chart/drawing_layers.h"

#include <algorithm>

#include "base/word.h"
#include "chart/actions/draw.h"
#include "chart/area_fields.h"
#include "chart/drawing_fields.h"
#include "chart/drawing_paint.h"
#include "chart/drawing_terms.h"
#include "chart/palette.h"
#include "chart/words.h"
#include "chart/zone_paint.h"

namespace myomap {

namespace {

// "P1 aching, tight, deep"
Message area_words(const PainArea& area, const std::string& name) {
    Message all(word("{} {}"),
                {name, Message(area.qualities.empty() ? word("pain") : words_of(area.qualities.front()))});
    for (size_t i = 1; i < area.qualities.size(); ++i)
        all = Message(word("{}, {}"), {std::move(all), Message(words_of(area.qualities[i]))});
    if (area.depth == PainDepth::not_sure) return all;
    return {word("{}, {}"), {std::move(all), Message(words_of(area.depth))}};
}

// The zones of one kind of a muscle's point, or of all of its points where `point` is "".
SparseField pattern_of(const Scene& scene, BodyId body, int muscle, const std::string& point, Side side,
                       ZoneKind kind) {
    const auto& points = scene.atlas.muscles[static_cast<size_t>(muscle)].trigger_points;
    SparseField field;
    for (int p = 0; p < static_cast<int>(points.size()); ++p) {
        const TriggerPoint& one = points[static_cast<size_t>(p)];
        if (!point.empty() && one.id != point) continue;
        for (int z = 0; z < static_cast<int>(one.zones.size()); ++z)
            if (one.zones[static_cast<size_t>(z)].kind == kind)
                field = unite(field, scene.body_fields(body).zone({muscle, p}, z, side));
    }
    return field;
}

}  // namespace

std::vector<PaintLayer> finding_layers(const Scene& scene, const Document& document) {
    std::vector<PaintLayer> layers;
    const Finding* finding = chosen_finding(document);
    if (!finding) return layers;
    const BodyId body = document.view.body;
    const ChartPalette& palette = chart_palette(document.view.theme);
    if (const auto muscle = scene.atlas.find_muscle(finding->muscle); muscle && !finding->point.empty())
        for (const ZoneKind kind : {ZoneKind::spillover, ZoneKind::essential}) {
            SparseField field = pattern_of(scene, body, *muscle, finding->point, finding->side, kind);
            const bool essential = kind == ZoneKind::essential;
            if (!field.empty())
                layers.push_back({essential ? "usual" : "usual_spillover", std::move(field),
                                  zone_paint(kind, Confidence::high, palette),
                                  essential ? Message(word("The point's usual pattern")) : Message()});
        }
    SparseField felt = field_of(finding->felt, scene.body(body));
    PainArea area;
    area.qualities = {PainQuality::aching};
    area.depth = PainDepth::skin;
    if (!felt.empty())
        layers.push_back({"felt", std::move(felt), pain_paint(area), word("Where the examination was felt")});
    return layers;
}

std::string kept_layer_id(char letter) { return std::string("kept_") + letter; }

std::vector<PaintLayer> kept_layers(const Scene& scene, const Document& document) {
    std::vector<PaintLayer> layers;
    // The first on top, and so first in the key.
    for (size_t i = document.drawing.kept.size(); i-- > 0;) {
        const KeptPattern& kept = document.drawing.kept[i];
        const auto muscle = scene.atlas.find_muscle(kept.muscle);
        if (!muscle) continue;
        const auto& points = scene.atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
        const std::string letter(1, kept.letter);
        for (const ZoneKind kind : {ZoneKind::spillover, ZoneKind::essential}) {
            SparseField field = pattern_of(scene, document.view.body, *muscle, kept.point, kept.side, kind);
            if (field.empty()) continue;
            const bool essential = kind == ZoneKind::essential;
            std::string pattern = short_name(scene, scene.atlas.muscles[static_cast<size_t>(*muscle)].name);
            const auto point = std::ranges::find(points, kept.point, &TriggerPoint::id);
            if (point != points.end()) pattern += " " + point->label;
            layers.push_back({kept_layer_id(kept.letter) + (essential ? "" : "_spillover"), std::move(field),
                              kept_paint(kept.letter, kind),
                              essential ? Message(word("{} {}"), {letter, pattern}) : Message()});
        }
    }
    return layers;
}

std::vector<PaintLayer> area_layers(const Scene& scene, const Document& document) {
    std::vector<PaintLayer> layers;
    size_t index = 0;
    const SharedList<PainArea>& areas = document.drawing.areas;
    for (const PainArea* area : in_order_of_worst(areas)) {
        const std::string name = numbered('P', index++);
        size_t at = 0;
        while (&areas[at] != area) ++at;
        SparseField field = field_of(scene, areas, at, document.view.body);
        if (field.empty()) continue;
        layers.push_back({name, std::move(field), pain_paint(*area), area_words(*area, name)});
    }
    std::ranges::reverse(layers);
    return layers;
}

}  // namespace myomap
