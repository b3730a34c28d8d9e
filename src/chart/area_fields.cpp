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

SkinPath path_of(const BrushStroke& stroke, const Body& body) {
    std::vector<SkinPoint> points;
    for (const SkinAnchor& anchor : stroke.path) points.push_back(resolve(anchor, body));
    return lay_on_skin(body, points, std::span(&stroke.radius_cm, 1));
}

// Strokes of one kind that follow one another are painted at once.
void lay(const SharedList<BrushStroke>& strokes, const Body& body, SparseField& field) {
    for (size_t first = 0; first < strokes.size();) {
        const bool erase = strokes[first].erase;
        std::vector<SkinPath> paths;
        for (; first < strokes.size() && strokes[first].erase == erase; ++first)
            paths.push_back(path_of(strokes[first], body));
        const SparseField laid = paint(body, paths);
        field = erase ? without(field, laid) : unite(field, laid);
    }
}

}  // namespace

SparseField field_of(const SharedList<BrushStroke>& strokes, const Body& body) {
    SparseField field;
    lay(strokes, body, field);
    return field;
}

SparseField field_of(const PainArea& area, const Body& body, const BodyRegions* regions) {
    SparseField field;
    if (regions) {
        std::vector<RegionRef> refs;
        for (const WholeRegion& whole : area.regions) {
            const int region = regions->set().find(whole.id);
            if (region < 0) continue;
            const bool midline = regions->set().regions[static_cast<size_t>(region)].midline;
            refs.push_back({region, midline ? Side::left : whole.side});
        }
        if (!refs.empty()) field = regions->area(body, refs);
    }
    lay(area.strokes, body, field);
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
