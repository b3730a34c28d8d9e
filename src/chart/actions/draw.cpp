#include "chart/actions/draw.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/word.h"
#include "chart/actions/changed.h"
#include "chart/drawing_fields.h"
#include "chart/drawing_terms.h"

namespace myomap {

namespace {

template <class Item>
std::size_t place_of(const SharedList<Item>& items, ItemId id) {
    std::size_t i = 0;
    while (i < items.size() && items[i].id != id) ++i;
    return i;
}

template <class Item>
bool erase(SharedList<Item>& items, ItemId id) {
    const std::size_t at = place_of(items, id);
    if (at == items.size()) return false;
    items = items.without(at);
    return true;
}

// The area that a brush draws on, made where there is none, and chosen.
PainArea& draw_on(Document& document, const Brush& brush, PainArea& area) {
    const ItemId id = area_for(document, brush);
    if (const PainArea* known = find_item(document.drawing.areas, id))
        area = *known;
    else
        area = {.id = take_id(document.drawing),
                .strokes = {},
                .regions = {},
                .qualities = {brush.quality},
                .own_words = {},
                .depth = brush.depth};
    document.selection = ItemSelection{area.id};
    return area;
}

void put(Drawing& drawing, const PainArea& area) {
    const std::size_t at = place_of(drawing.areas, area.id);
    drawing.areas = at < drawing.areas.size() ? drawing.areas.replaced(at, area) : drawing.areas.with(area);
}

bool touch(const SparseField& a, const SparseField& b) {
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();)
        if (a.vertices[i] < b.vertices[j])
            ++i;
        else if (b.vertices[j] < a.vertices[i])
            ++j;
        else if (a.values[i++] >= 128 && b.values[j] >= 128)
            return true;
    return false;
}

void append(SharedList<BrushStroke>& list, const SharedList<BrushStroke>& more) {
    for (std::size_t i = 0; i < more.size(); ++i) list = list.with(more.shared(i));
}

bool shows(const SparseField& field) {
    return std::ranges::any_of(field.values, [](std::uint8_t value) { return value >= 128; });
}

void take_away(SharedList<PainArea>& areas, const Scene& scene, BodyId body, ItemId only,
               const SharedList<BrushStroke>& strokes) {
    SparseField eraser;
    for (const BrushStroke& stroke : strokes) eraser = unite(eraser, field_of(stroke, scene.body(body)));
    for (std::size_t i = areas.size(); i-- > 0;) {
        if ((only != 0 && areas[i].id != only) || !touch(field_of(scene, areas, i, body), eraser)) continue;
        PainArea area = areas[i];
        append(area.strokes, strokes);
        areas = areas.replaced(i, std::move(area));
        if (!shows(field_of(scene, areas, i, body))) areas = areas.without(i);
    }
}

void add_region(PainArea& area, const Scene& scene, RegionRef region) {
    const SkinRegion& named = scene.regions->set().regions.at(static_cast<size_t>(region.region));
    const WholeRegion whole{named.id, named.midline ? Side::left : region.side, ""};
    if (std::ranges::find(area.regions, whole) == area.regions.end()) area.regions.push_back(whole);
}

}  // namespace

ItemId area_for(const Document& document, const Brush& brush) {
    const PainArea* area = chosen_area(document);
    if (!area || area->depth != brush.depth) return 0;
    return !area->qualities.empty() && area->qualities.front() == brush.quality ? area->id : 0;
}

Message paint_strokes(Document& document, const Brush& brush, const SharedList<BrushStroke>& strokes) {
    return changed(document, word("Paint an area"), [&] {
        if (strokes.empty()) return;
        PainArea area;
        draw_on(document, brush, area);
        append(area.strokes, strokes);
        put(document.drawing, area);
    });
}

Message erase_strokes(Document& document, const Scene& scene, ItemId only, const SharedList<BrushStroke>& strokes) {
    return changed(document, word("Erase"),
                   [&] { take_away(document.drawing.areas, scene, document.view.body, only, strokes); });
}

Message paint_felt(Document& document, const Scene& scene, ItemId id, const SharedList<BrushStroke>& strokes) {
    return changed(document, word("Paint where it was felt"), [&] {
        SharedList<Finding>& findings = document.drawing.findings;
        const std::size_t at = place_of(findings, id);
        if (at == findings.size()) return;
        Finding finding = findings[at];
        append(finding.felt, strokes);
        if (!shows(field_of(finding.felt, scene.body(document.view.body)))) finding.felt = {};
        findings = findings.replaced(at, std::move(finding));
    });
}

Message ask_strokes(Document& document, const SharedList<BrushStroke>& strokes) {
    return changed(document, word("Paint where it hurts"), [&] {
        if (strokes.empty()) return;
        PainArea area = document.question.empty() ? PainArea{} : document.question[0];
        append(area.strokes, strokes);
        document.question = SharedList<PainArea>().with(std::move(area));
    });
}

Message unask_strokes(Document& document, const Scene& scene, const SharedList<BrushStroke>& strokes) {
    return changed(document, word("Erase"),
                   [&] { take_away(document.question, scene, document.view.body, 0, strokes); });
}

Message ask_region(Document& document, const Scene& scene, RegionRef region) {
    return changed(document, word("Paint a region"), [&] {
        PainArea area = document.question.empty() ? PainArea{} : document.question[0];
        add_region(area, scene, region);
        document.question = SharedList<PainArea>().with(std::move(area));
    });
}

Message ask_nothing(Document& document) {
    return changed(document, word("Begin a new drawing"), [&] { document.question = {}; });
}

Message paint_region(Document& document, const Scene& scene, const Brush& brush, RegionRef region) {
    return changed(document, word("Paint a region"), [&] {
        PainArea area;
        draw_on(document, brush, area);
        add_region(area, scene, region);
        put(document.drawing, area);
    });
}

Message mirror_area(Document& document, const Scene& scene, ItemId id) {
    return changed(document, word("Mirror the area"), [&] {
        const PainArea* area = find_item(document.drawing.areas, id);
        if (!area) return;
        const SkinAsset& skin = scene.body(document.view.body).skin();
        PainArea copy = *area;
        copy.id = take_id(document.drawing);
        copy.strokes = {};
        for (BrushStroke stroke : area->strokes) {
            for (SkinAnchor& anchor : stroke.path) anchor = mirrored(anchor, skin);
            copy.strokes = copy.strokes.with(std::move(stroke));
        }
        for (WholeRegion& region : copy.regions) {
            const int known = scene.regions ? scene.regions->set().find(region.id) : -1;
            if (known >= 0 && !scene.regions->set().regions[static_cast<size_t>(known)].midline)
                region.side = other(region.side);
        }
        document.drawing.areas = document.drawing.areas.with(copy);
        document.selection = ItemSelection{copy.id};
    });
}

Message change_area(Document& document, const PainArea& area, Message what) {
    return changed(document, std::move(what), [&] {
        const std::size_t at = place_of(document.drawing.areas, area.id);
        if (at < document.drawing.areas.size()) document.drawing.areas = document.drawing.areas.replaced(at, area);
    });
}

Message delete_item(Document& document, ItemId item) {
    return changed(document, {word("Delete {}"), {item_name(document.drawing, item)}}, [&] {
        Drawing& drawing = document.drawing;
        if (!erase(drawing.areas, item) && !erase(drawing.findings, item)) erase(drawing.notes, item);
        const auto* chosen = std::get_if<ItemSelection>(&document.selection);
        if (chosen && chosen->item == item) document.selection = {};
    });
}

Message choose_item(Document& document, ItemId item) {
    return changed(document, {word("Select {}"), {item_name(document.drawing, item)}},
                   [&] { document.selection = ItemSelection{item}; });
}

namespace {

ItemId chosen(const Document& document) {
    const auto* item = std::get_if<ItemSelection>(&document.selection);
    return item ? item->item : 0;
}

}  // namespace

const PainArea* chosen_area(const Document& document) { return find_item(document.drawing.areas, chosen(document)); }
const Finding* chosen_finding(const Document& document) {
    return find_item(document.drawing.findings, chosen(document));
}
const Note* chosen_note(const Document& document) { return find_item(document.drawing.notes, chosen(document)); }

std::string item_name(const Drawing& drawing, ItemId item) {
    const std::vector<const PainArea*> areas = in_order_of_worst(drawing.areas);
    const auto area = std::ranges::find(areas, item, &PainArea::id);
    if (area != areas.end()) return numbered('P', static_cast<size_t>(area - areas.begin()));
    if (const size_t at = place_of(drawing.findings, item); at < drawing.findings.size()) return numbered('F', at);
    if (const size_t at = place_of(drawing.notes, item); at < drawing.notes.size()) return numbered('N', at);
    return "";
}

ItemId item_of_name(const Drawing& drawing, std::string_view name) {
    const auto is = [&](ItemId id) { return item_name(drawing, id) == name; };
    for (const PainArea& area : drawing.areas)
        if (is(area.id)) return area.id;
    for (const Finding& finding : drawing.findings)
        if (is(finding.id)) return finding.id;
    for (const Note& note : drawing.notes)
        if (is(note.id)) return note.id;
    return 0;
}

ItemId area_at(const Scene& scene, const Document& document, std::uint32_t vertex) {
    const SharedList<PainArea>& areas = document.drawing.areas;
    for (const PainArea* area : in_order_of_worst(areas))
        if (field_of(scene, areas, place_of(areas, area->id), document.view.body).at(vertex) >= 0.5f) return area->id;
    return 0;
}

SkinAnchor mirrored(const SkinAnchor& anchor, const SkinAsset& skin) {
    std::array<std::pair<std::uint32_t, float>, 3> parts{
        {{skin.mirror[anchor.vertices[0]], 1 - anchor.second - anchor.third},
         {skin.mirror[anchor.vertices[1]], anchor.second},
         {skin.mirror[anchor.vertices[2]], anchor.third}}};
    std::ranges::sort(parts);
    return {{parts[0].first, parts[1].first, parts[2].first}, parts[1].second, parts[2].second};
}

}  // namespace myomap
