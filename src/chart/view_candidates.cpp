#include "chart/view_candidates.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "chart/shown.h"
#include "chart/sight.h"
#include "chart/standard_views.h"

namespace myomap {

namespace {

constexpr float cut_margin_cm = 2.5f;  // of body kept before the nearest spot of the selection

// Beyond 45 degrees of tilt a zone is seen too flat to be read.
float facing(const Spot& spot, StandardView view) {
    return std::clamp((dot(spot.place.normal, toward_viewer(view)) - 0.1f) / 0.5f, 0.f, 1.f);
}

bool is_open(const Spot& spot, StandardView view) { return spot.visible_from >> static_cast<int>(view) & 1; }

// Everything before the selection is cut away: the way to look past a limb at muscles.
Candidate look_in(StandardView view, const std::vector<Spot>& spots) {
    const glm::vec3 viewer = toward_viewer(view);
    Candidate candidate{.view = view, .reach_from_floor = -uncut, .shown = {}};
    for (const Spot& spot : spots)
        if (facing(spot, view) > 0 && spot.core)
            candidate.reach_from_floor =
                std::max(candidate.reach_from_floor, dot(spot.place.position, viewer) + cut_margin_cm);
    for (const Spot& spot : spots) {
        const bool within = dot(spot.place.position, viewer) < candidate.reach_from_floor;
        candidate.shown.push_back(within ? facing(spot, view) : 0);
    }
    return candidate;
}

Candidate look_at(StandardView view, LimbSet outlined, const BodyParts* parts, const std::vector<Spot>& spots) {
    Candidate candidate{.view = view, .outlined = outlined, .reach_from_floor = uncut, .shown = {}};
    candidate.asked = !outlined;
    for (const Spot& spot : spots) {
        const bool there = outlined ? !(parts->at(spot.place.vertex) & outlined) : is_open(spot, view);
        candidate.shown.push_back(there ? facing(spot, view) : 0);
    }
    return candidate;
}

float weight_of(const std::vector<Spot>& spots) {
    float sum = 0;
    for (const Spot& spot : spots) sum += spot.weight;
    return sum;
}

// The limbs that may stand before the selection in a view.
std::vector<LimbSet> in_the_way(StandardView view, LimbSet of_selection) {
    std::vector<LimbSet> sets;
    switch (view) {
        case StandardView::anterior:
        case StandardView::posterior:
            sets = {arms};
            break;
        case StandardView::left:
        case StandardView::right: {
            const bool left = view == StandardView::left;
            const LimbSet near_arm = left ? left_arm : right_arm, leg = left ? left_leg : right_leg;
            const LimbSet far_arm = left ? right_arm : left_arm;
            // A hand hangs before the thigh. Of the far hand the thumb would stand out before the groin.
            const auto arm = static_cast<LimbSet>(near_arm | (of_selection & far_arm ? 0 : far_arm));
            sets = {arm, static_cast<LimbSet>(arm | leg)};
            // The inner side of the far arm: past the whole body.
            if (of_selection == far_arm) sets.push_back(static_cast<LimbSet>(trunk_and_head | legs | near_arm));
            break;
        }
        case StandardView::superior:
            break;
        case StandardView::inferior:
            sets = {static_cast<LimbSet>(legs | arms)};
            break;
    }
    return sets;
}

}  // namespace

float weight_shown(const Candidate& candidate, const std::vector<Spot>& spots) {
    float sum = 0;
    for (size_t i = 0; i < spots.size(); ++i) sum += spots[i].weight * candidate.shown[i];
    return sum;
}

void ask(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots, Candidate& candidate) {
    const glm::vec3 viewer = toward_viewer(candidate.view);
    for (size_t i = 0; i < spots.size(); ++i) {
        const float room = candidate.reach_from_floor - dot(spots[i].place.position, viewer);
        if (candidate.shown[i] <= 0 || is_open(spots[i], candidate.view)) continue;
        // What is hidden though nothing of these limbs hides it stays so.
        const bool hidden_by_limb = !candidate.outlined || !body.query().visible(spots[i].place, viewer, room);
        if (!hidden_by_limb || !open_to(body, parts, candidate.outlined, spots[i].place, viewer, room))
            candidate.shown[i] = 0;
    }
    candidate.asked = true;
}

std::vector<Candidate> candidates_for(const Scene& scene, const Document& document, const std::vector<Spot>& spots) {
    const Body& body = scene.body(document.view.body);
    std::vector<Candidate> candidates;
    const float highest =
        std::ranges::max_element(spots, {}, [](const Spot& s) { return s.place.position.y; })->place.position.y;
    const float lowest =
        std::ranges::min_element(spots, {}, [](const Spot& s) { return s.place.position.y; })->place.position.y;
    const BodyParts* parts = body_parts(scene, document.view.body);
    LimbSet of_selection = 0, of_core = 0;
    for (const Spot& spot : spots) {
        const LimbSet limb = parts ? parts->at(spot.place.vertex) : LimbSet{0};
        of_selection |= limb;
        if (spot.core) of_core |= limb;
    }
    const bool is_area = chosen_muscle(document.selection).empty();
    const bool of_one_leg = of_selection == left_leg || of_selection == right_leg;
    const bool skin_only = document.view.layers == LayerMode::skin || !scene.body_muscles(document.view.body);
    for (int i = 0; i < standard_view_count; ++i) {
        const auto view = static_cast<StandardView>(i);
        // A trunk that is cut above the hips is a ring that nobody knows; but a chin has no other view.
        constexpr float hips = 0.6f, chin = 0.84f;
        if (is_area && view == StandardView::inferior && lowest > hips * body.height_cm() &&
            highest < chin * body.height_cm())
            continue;
        // From above, a whole body would hide its own feet.
        if (view != StandardView::superior || highest > 0.6f * body.height_cm())
            candidates.push_back(look_at(view, 0, parts, spots));
        // From below only the soles are looked at with the feet before everything else.
        if (view == StandardView::inferior)
            for (size_t spot = 0; spot < spots.size(); ++spot)
                if (spots[spot].place.position.y > sole_share * body.height_cm()) candidates.back().shown[spot] = 0;
        if (!skin_only) {
            candidates.push_back(look_in(view, spots));
            continue;
        }
        if (!parts) continue;
        // What lies between the legs is known from before, behind and below; past one of them it is a ledge.
        const LimbSet solid = is_area && !of_one_leg && view != StandardView::inferior ? legs : LimbSet{0};
        for (const LimbSet limbs : in_the_way(view, of_selection))
            if ((!(limbs & of_core) || view == StandardView::inferior) && !(limbs & solid))
                candidates.push_back(look_at(view, limbs, parts, spots));
        // An area between the legs is a dark gap from before and behind; a tailbone is seen from there.
        constexpr float between_legs = 2.2f, plainly_seen = 0.45f;
        if (is_area && view == StandardView::inferior && candidates.back().outlined &&
            std::ranges::none_of(candidates, [&](const Candidate& known) {
                return known.view <= StandardView::posterior && !known.outlined &&
                       weight_shown(known, spots) > plainly_seen * weight_of(spots);
            }))
            candidates.back().worth = between_legs;
    }
    return candidates;
}

}  // namespace myomap
