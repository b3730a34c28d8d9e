#include "chart/framing_spots.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "body/areas.h"
#include "chart/actions/draw.h"
#include "chart/drawing_fields.h"
#include "chart/shown.h"

namespace myomap {

namespace {

// Numbers the pieces of the last item. A zone may lie on the back and on the chest: a view is there for one of them.
void number_pieces(std::vector<Spot>& spots, size_t first) {
    constexpr float apart_cm = 5;  // more than lies between the spots of the largest zone
    int next = 0;
    for (size_t i = 0; i < first; ++i) next = std::max(next, spots[i].piece + 1);
    for (size_t i = first; i < spots.size(); ++i) spots[i].piece = -1;
    for (size_t i = first; i < spots.size(); ++i) {
        if (spots[i].piece >= 0) continue;
        std::vector<size_t> reached{i};
        spots[i].piece = next;
        while (!reached.empty()) {
            const size_t at = reached.back();
            reached.pop_back();
            for (size_t j = i; j < spots.size(); ++j) {
                if (spots[j].piece >= 0 || glm::distance(spots[at].place.position, spots[j].place.position) > apart_cm)
                    continue;
                spots[j].piece = next;
                reached.push_back(j);
            }
        }
        ++next;
    }
}

// How far vertices lie apart: closely on a face, a centimetre on a back.
float spacing_cm(const SkinAsset& skin, const std::vector<std::uint32_t>& vertices) {
    constexpr size_t asked = 12;
    float sum = 0, count = 0;
    for (size_t i = 0; i < vertices.size(); i += 1 + vertices.size() / asked) {
        float nearest = 1;
        for (const std::uint32_t other : vertices)
            if (other != vertices[i])
                nearest = std::min(nearest, glm::distance(skin.positions[vertices[i]], skin.positions[other]));
        sum += nearest, count += 1;
    }
    return sum / count;
}

void add_zone(const SkinAsset& skin, const std::vector<float>& areas, const SparseField& field, float weight, bool core,
              int item, std::vector<Spot>& spots) {
    std::vector<std::uint32_t> inside;
    for (size_t i = 0; i < field.size(); ++i)
        if (field.values[i] >= 128) inside.push_back(field.vertices[i]);
    if (inside.empty()) return;
    // A hundred spots say as much about a zone as all of its vertices.
    const size_t stride = std::max<size_t>(1, inside.size() / 100);
    float area = 0;
    for (size_t i = 0; i < inside.size(); i += stride) area += areas[inside[i]];
    const float rim_cm = 0.5f * spacing_cm(skin, inside);
    const size_t first = spots.size();
    for (size_t i = 0; i < inside.size(); i += stride) {
        const std::uint32_t v = inside[i];
        spots.push_back({{.position = skin.positions[v], .normal = skin.normals[v], .vertex = v},
                         skin.visible_from[v],
                         areas[v],
                         weight * areas[v] / area,
                         core,
                         item,
                         0,
                         rim_cm});
    }
    number_pieces(spots, first);
}

}  // namespace

std::vector<Spot> spots_of_selection(const Scene& scene, const Document& document) {
    constexpr float point_weight = 0.35f, essential_weight = 0.5f, spillover_weight = 0.15f;
    std::vector<Spot> spots;
    int item = 0;
    const AtlasFields& fields = scene.body_fields(document.view.body);
    const SkinAsset& skin = scene.body(document.view.body).skin();
    const std::vector<float> areas = vertex_areas(skin);
    for (const PointRef ref : selected_points(scene.atlas, document)) {
        const auto& zones = scene.atlas.point(ref).zones;
        for (const Side side : shown_sides(scene.atlas, document, ref)) {
            const SkinPoint place = fields.place(ref, side);
            spots.push_back({place, skin.visible_from[place.vertex], 1, point_weight, true, item++, 0, 0});
            number_pieces(spots, spots.size() - 1);
            for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
                const bool essential = zones[static_cast<size_t>(i)].kind == ZoneKind::essential;
                if (!is_shown(document.view, zones[static_cast<size_t>(i)].kind)) continue;
                add_zone(skin, areas, fields.zone(ref, i, side), essential ? essential_weight : spillover_weight,
                         essential, item++, spots);
            }
        }
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        const SparseField field = scene.regions->on(scene.body(document.view.body)).field(ref);
        add_zone(skin, areas, field, essential_weight, true, item++, spots);
    }
    if (!spots.empty()) return spots;
    // Nothing of the atlas is chosen: what was drawn, or of it the area that is.
    const PainArea* const chosen = chosen_area(document);
    for (const auto* list : {&document.drawing.areas, &document.question})
        for (size_t i = 0; i < list->size(); ++i)
            if (!chosen || (*list)[i].id == chosen->id)
                add_zone(skin, areas, field_of(scene, *list, i, document.view.body), essential_weight, true, item++,
                         spots);
    return spots;
}

std::vector<float> shares_of(const std::vector<float>& shown, const std::vector<Spot>& spots, float least) {
    std::vector<float> seen, all;
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto piece = static_cast<size_t>(spots[i].piece);
        if (seen.size() <= piece) seen.resize(piece + 1, 0.f), all.resize(piece + 1, 0.f);
        all[piece] += spots[i].area;
        if (shown[i] > least) seen[piece] += spots[i].area;
    }
    for (size_t piece = 0; piece < seen.size(); ++piece) seen[piece] /= std::max(1e-6f, all[piece]);
    return seen;
}

std::vector<float> faced(const std::vector<float>& shown, const std::vector<Spot>& spots) {
    std::vector<float> most;
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto piece = static_cast<size_t>(spots[i].piece);
        if (most.size() <= piece) most.resize(piece + 1, 0.f);
        most[piece] = std::max(most[piece], shown[i]);
    }
    return most;
}

}  // namespace myomap
