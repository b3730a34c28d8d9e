#include "chart/framing.h"

#include <algorithm>
#include <array>
#include <limits>

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/shown.h"
#include "chart/standard_views.h"

namespace myomap {

namespace {

constexpr int most_views = 3;
constexpr float worth_adding = 0.07f;  // of all that is to be seen
constexpr float uncut = std::numeric_limits<float>::infinity();
constexpr float least_cm = 36;         // a head and neck: enough to see which part of the body this is
constexpr float kept_behind_cm = 9;    // of the body above a sole, or above the pelvic floor
constexpr float cut_margin_cm = 2.5f;  // of body kept before the nearest spot of the selection

// A spot of the selection: where, how it faces, how much it matters.
struct Spot {
    SkinPoint place;
    std::uint8_t visible_from;
    float weight;
    bool core;  // the point or an essential zone
};

void add_zone(const SkinAsset& skin, const SparseField& field, float weight, bool core, std::vector<Spot>& spots) {
    // A hundred spots say as much about a zone as all of its vertices.
    size_t inside = 0;
    for (const std::uint8_t value : field.values) inside += value >= 128;
    if (inside == 0) return;
    const size_t stride = std::max<size_t>(1, inside / 100);
    size_t nth = 0;
    const float each = weight / static_cast<float>((inside + stride - 1) / stride);
    for (size_t i = 0; i < field.size(); ++i) {
        if (field.values[i] < 128 || nth++ % stride != 0) continue;
        const std::uint32_t v = field.vertices[i];
        spots.push_back({{.position = skin.positions[v], .normal = skin.normals[v], .vertex = v},
                         skin.visible_from[v],
                         each,
                         core});
    }
}

std::vector<Spot> spots_of_selection(const Scene& scene, const Document& document) {
    constexpr float point_weight = 0.35f, essential_weight = 0.5f, spillover_weight = 0.15f;
    std::vector<Spot> spots;
    const AtlasFields& fields = scene.body_fields(document.view.body);
    const SkinAsset& skin = scene.body(document.view.body).skin();
    for (const PointRef ref : selected_points(scene.atlas, document)) {
        const auto& zones = scene.atlas.point(ref).zones;
        for (const Side side : shown_sides(document.view.side)) {
            const SkinPoint place = fields.place(ref, side);
            spots.push_back({place, skin.visible_from[place.vertex], point_weight, true});
            for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
                const bool essential = zones[static_cast<size_t>(i)].kind == ZoneKind::essential;
                if (!essential && !document.view.show_spillover) continue;
                add_zone(skin, fields.zone(ref, i, side), essential ? essential_weight : spillover_weight, essential,
                         spots);
            }
        }
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        const SparseField field = scene.regions->on(scene.body(document.view.body)).field(ref);
        add_zone(skin, field, essential_weight, true, spots);
    }
    return spots;
}

// How well one view shows each spot, 0..1, and how far it has to reach for that.
struct Candidate {
    StandardView view;
    float reach_from_floor = 0;  // depth, along the view, of the cut; infinity when nothing is cut
    std::vector<float> shown;    // at most this well, while `asked` is false
    bool asked = false;          // whether anything lies before a spot has been asked for
};

// Beyond 45 degrees of tilt a zone is seen too flat to be read.
float facing(const Spot& spot, StandardView view) {
    return std::clamp((dot(spot.place.normal, toward_viewer(view)) - 0.1f) / 0.5f, 0.f, 1.f);
}

// What the view is cut down to: nothing, everything before the selection, or everything before its core (the point and
// its essential zones), which takes a spillover arm away with the rest.
enum class Cut { none, before_all, before_core };

bool is_open(const Spot& spot, StandardView view) { return spot.visible_from >> static_cast<int>(view) & 1; }

Candidate look_from(StandardView view, Cut cut, const std::vector<Spot>& spots) {
    const glm::vec3 viewer = toward_viewer(view);
    Candidate candidate{view, uncut, {}};
    if (cut != Cut::none) {
        candidate.reach_from_floor = -uncut;
        for (const Spot& spot : spots) {
            if (facing(spot, view) <= 0 || (cut == Cut::before_core && !spot.core)) continue;
            candidate.reach_from_floor =
                std::max(candidate.reach_from_floor, dot(spot.place.position, viewer) + cut_margin_cm);
        }
    }
    for (const Spot& spot : spots) {
        const float faces = facing(spot, view);
        const float room = candidate.reach_from_floor - dot(spot.place.position, viewer);
        const bool seen = faces > 0 && room > 0 && (cut != Cut::none || is_open(spot, view));
        candidate.shown.push_back(seen ? faces : 0);
    }
    candidate.asked = cut == Cut::none;
    return candidate;
}

// Casts the rays that tell what still lies before a spot when the body is cut. Most cuts are not worth it: the first
// ray to a body costs building what answers rays.
void ask(const Body& body, const std::vector<Spot>& spots, Candidate& candidate) {
    const glm::vec3 viewer = toward_viewer(candidate.view);
    for (size_t i = 0; i < spots.size(); ++i) {
        const float room = candidate.reach_from_floor - dot(spots[i].place.position, viewer);
        if (candidate.shown[i] > 0 && !is_open(spots[i], candidate.view) &&
            !body.query().visible(spots[i].place, viewer, room))
            candidate.shown[i] = 0;
    }
    candidate.asked = true;
}

float gain_of(const Candidate& candidate, const std::vector<Spot>& spots, const std::vector<float>& shown) {
    float gain = 0;
    for (size_t i = 0; i < spots.size(); ++i) gain += spots[i].weight * std::max(0.f, candidate.shown[i] - shown[i]);
    // Few readers know the body from above or below, and a cut takes away what they know it by.
    if (candidate.view == StandardView::superior || candidate.view == StandardView::inferior) gain *= 0.6f;
    if (candidate.reach_from_floor < uncut) gain *= 0.8f;
    return gain;
}

// The candidate that shows most beyond what is shown already; null when none gains `least`. Of equals the earlier: the
// order of the views is the order people know them by.
const Candidate* best_of(const Body& body, const std::vector<Spot>& spots, const std::vector<float>& shown, float least,
                         std::vector<Candidate>& candidates) {
    constexpr float equal = 1.02f;
    const auto gain = [&](const Candidate& candidate) { return gain_of(candidate, spots, shown); };
    float most = least;
    for (const Candidate& candidate : candidates)
        if (candidate.asked) most = std::max(most, gain(candidate));
    for (Candidate& candidate : candidates) {
        if (candidate.asked || equal * gain(candidate) < most) continue;
        ask(body, spots, candidate);
        most = std::max(most, gain(candidate));
    }
    const auto best = std::ranges::find_if(candidates, [&](const Candidate& candidate) {
        return candidate.asked && gain(candidate) >= std::max(least, most / equal);
    });
    return best == candidates.end() ? nullptr : &*best;
}

// A muscle by itself: the side from which most of it is seen with least over it.
Framing frame_muscle(const Scene& scene, const Document& document, const Muscles& muscles, int mesh_index) {
    constexpr float small_cm = 20, margin = 1.35f, veil_cm = 4;
    const MuscleAsset& asset = muscles.asset();
    const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(mesh_index)];
    const SkinQuery& skin = scene.body(document.view.body).query();
    Framing framing;
    FramedView best;
    float best_score = -1;
    // Bones lie before some muscles: what they hide counts little.
    std::vector<bool> with_bones(2 * asset.meshes.size(), false);
    for (size_t m = 0; m < asset.meshes.size(); ++m)
        with_bones[2 * m] = with_bones[2 * m + 1] =
            asset.meshes[m].kind == ShapeKind::bone || static_cast<int>(m) == mesh_index;
    for (const StandardView view :
         {StandardView::anterior, StandardView::posterior, StandardView::left, StandardView::right}) {
        const glm::vec3 viewer = toward_viewer(view);
        const glm::quat orientation = orientation_of(view);
        float score = 0;
        glm::vec3 low{1e9f}, high{-1e9f};
        for (const Side side : shown_sides(document.view.side)) {
            const glm::vec3 mirror{side == Side::left ? 1 : -1, 1, 1};
            const std::uint32_t stride = std::max(1u, mesh.vertex_count / 80);
            for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; v += stride) {
                const glm::vec3 p = asset.positions[v] * mirror;
                const glm::vec3 in_view = orientation * p;
                low = min(low, in_view);
                high = max(high, in_view);
                const float faces = dot(asset.normals[v] * mirror, viewer);
                if (faces <= 0) continue;
                const auto outside = skin.raycast(p + 100.f * viewer, -viewer);
                const float over = outside ? std::max(0.f, dot(outside->position - p, viewer)) : 0;
                const auto first = muscles.query().raycast(p + 100.f * viewer, -viewer, with_bones);
                const bool hidden = first && first->mesh != mesh_index;
                score += faces / (1 + over / veil_cm) * (hidden ? 0.1f : 1);
            }
        }
        if (score <= 1.02f * best_score) continue;
        best_score = score;
        best = {view, glm::inverse(orientation) * (0.5f * (low + high))};
        framing.width_cm = std::max(small_cm, margin * (high.x - low.x));
        framing.height_cm = std::max(small_cm, margin * (high.y - low.y));
    }
    framing.views.push_back(best);
    return framing;
}

}  // namespace

Framing frame_selection(const Scene& scene, const Document& document) {
    if (document.view.around == Around::alone) {
        const auto muscle = scene.atlas.find_muscle(chosen_muscle(document.selection));
        const Muscles* muscles = scene.body_muscles(document.view.body);
        const int mesh = muscle && muscles ? muscles->mesh_of(*muscle) : -1;
        if (mesh >= 0) return frame_muscle(scene, document, *muscles, mesh);
    }
    Framing framing;
    const std::vector<Spot> spots = spots_of_selection(scene, document);
    if (spots.empty()) return framing;
    float total = 0;
    for (const Spot& spot : spots) total += spot.weight;

    const Body& body = scene.body(document.view.body);
    std::vector<Candidate> candidates;
    const float highest =
        std::ranges::max_element(spots, {}, [](const Spot& s) { return s.place.position.y; })->place.position.y;
    for (int i = 0; i < standard_view_count; ++i) {
        for (const Cut cut : {Cut::none, Cut::before_all, Cut::before_core}) {
            // From above, a whole body would hide its own feet.
            const bool from_above = static_cast<StandardView>(i) == StandardView::superior;
            if (from_above && cut == Cut::none && highest < 0.6f * body.height_cm()) continue;
            candidates.push_back(look_from(static_cast<StandardView>(i), cut, spots));
        }
    }
    std::vector<float> shown(spots.size(), 0.f);
    std::vector<const Candidate*> chosen;
    while (static_cast<int>(chosen.size()) < most_views) {
        const Candidate* best = best_of(body, spots, shown, chosen.empty() ? 0 : worth_adding * total, candidates);
        if (!best) break;
        chosen.push_back(best);
        for (size_t i = 0; i < spots.size(); ++i) shown[i] = std::max(shown[i], best->shown[i]);
    }

    framing.width_cm = framing.height_cm = least_cm;
    for (const Candidate* candidate : chosen) {
        const glm::quat orientation = orientation_of(candidate->view);
        glm::vec3 low{1e9f}, high{-1e9f};
        for (const Spot& spot : spots) {
            const glm::vec3 p = orientation * spot.place.position;
            low = min(low, p);
            high = max(high, p);
        }
        constexpr float margin = 1.3f;
        framing.width_cm = std::max(framing.width_cm, margin * (high.x - low.x));
        framing.height_cm = std::max(framing.height_cm, margin * (high.y - low.y));
        FramedView view{candidate->view, glm::inverse(orientation) * (0.5f * (low + high))};
        if (candidate->view == StandardView::inferior) view.depth_cm = 0.5f * (high.z - low.z) + kept_behind_cm;
        if (candidate->reach_from_floor < uncut) {
            view.reach_cm = candidate->reach_from_floor - 0.5f * (low.z + high.z);
        }
        framing.views.push_back(view);
    }
    framing.height_cm = std::min(framing.height_cm, 1.06f * body.height_cm());
    return framing;
}

}  // namespace myomap
