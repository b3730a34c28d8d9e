#include "chart/area_fields.h"

#include <algorithm>

namespace myomap {

namespace {

// What of `field` lies outside of `eraser`.
SparseField without(const SparseField& field, const SparseField& eraser) {
    SparseField left;
    for (size_t i = 0; i < field.size(); ++i) {
        const float erased = eraser.at(field.vertices[i]);
        const auto most = static_cast<std::uint8_t>(255 - static_cast<int>(255 * erased + 0.5f));
        const std::uint8_t value = std::min(field.values[i], most);
        if (value == 0) continue;
        left.vertices.push_back(field.vertices[i]);
        left.values.push_back(value);
    }
    return left;
}

}  // namespace

SparseField field_of(const BrushStroke& stroke, const Body& body) {
    std::vector<SkinPoint> points;
    for (const SkinAnchor& anchor : stroke.path) points.push_back(resolve(anchor, body));
    const SkinPath path = lay_on_skin(body, points, std::span(&stroke.radius_cm, 1));
    return paint(body, std::span(&path, 1));
}

void lay(const SparseField& stroke, bool erase, SparseField& field) {
    field = erase ? without(field, stroke) : unite(field, stroke);
}

SparseField field_of(const SharedList<BrushStroke>& strokes, const Body& body) {
    SparseField field;
    for (const BrushStroke& stroke : strokes) lay(field_of(stroke, body), stroke.erase, field);
    return field;
}

SparseField regions_of(const PainArea& area, const Body& body, const BodyRegions* regions) {
    if (!regions) return {};
    std::vector<RegionRef> refs;
    for (const WholeRegion& whole : area.regions) {
        const int region = regions->set().find(whole.id);
        if (region < 0) continue;
        const bool midline = regions->set().regions[static_cast<size_t>(region)].midline;
        refs.push_back({region, midline ? Side::left : whole.side});
    }
    return refs.empty() ? SparseField{} : regions->area(body, refs);
}

SparseField field_of(const PainArea& area, const Body& body, const BodyRegions* regions) {
    SparseField field = regions_of(area, body, regions);
    for (const BrushStroke& stroke : area.strokes) lay(field_of(stroke, body), stroke.erase, field);
    return field;
}

std::vector<const PainArea*> in_order_of_worst(const SharedList<PainArea>& areas) {
    std::vector<const PainArea*> ordered;
    for (const PainArea& area : areas) ordered.push_back(&area);
    std::ranges::stable_sort(
        ordered, [](const PainArea* a, const PainArea* b) { return a->worst.value_or(-1) > b->worst.value_or(-1); });
    return ordered;
}

}  // namespace myomap
