#include "chart/framing.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/framing_spots.h"
#include "chart/shown.h"
#include "chart/sight.h"
#include "chart/standard_views.h"

namespace myomap {

namespace {

constexpr int most_views = 3;
constexpr float enough_in_one = 0.68f, enough_in_all = 0.94f;  // of a zone; a little more than promised
constexpr float enough_of_part = 0.62f;                        // of one of a zone's pieces, in all views
constexpr float worth_adding = 0.06f;                          // more of what is missing
constexpr float least_piece = 0.08f;                           // of a zone, that asks for a view of its own
constexpr float worth_an_outline = 1.02f;                      // more than is shown with the limb solid
constexpr float uncut = std::numeric_limits<float>::infinity();
constexpr float little = 0.33f;        // of a zone: enough to stand for it beside what a view is there for
constexpr float kept_behind_cm = 9;    // of the body above a sole, or above the pelvic floor
constexpr float kept_before_cm = 3;    // of the body below a pelvic floor
constexpr float kept_below_cm = 22;    // of the body below a head or a shoulder
constexpr float chin = 0.86f;          // of the body's height
constexpr float sole_share = 0.06f;    // of the body's height: what lies lower is of a foot
constexpr float cut_margin_cm = 2.5f;  // of body kept before the nearest spot of the selection

// How well one view shows each spot, 0..1, and what of the body it leaves out for that.
struct Candidate {
    StandardView view;
    LimbSet outlined = 0;        // limbs that are drawn as outlines
    float reach_from_floor = 0;  // depth, along the view, of the cut; infinity when nothing is cut
    std::vector<float> shown;    // at most this well, while `asked` is false
    bool asked = false;          // whether anything lies before a spot has been asked for
};

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

// Casts the rays that tell what still lies before a spot. Most candidates are not worth it: the first ray to a body
// costs building what answers rays.
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

// What is asked of the views of a piece.
struct Piece {
    bool is_point = false;  // all of an item, and a single spot
    bool matters = false;   // large enough to ask for a view
    bool is_part = false;   // the item has more pieces
};

std::vector<Piece> pieces_of(const std::vector<Spot>& spots) {
    std::vector<float> of_item(static_cast<size_t>(spots.back().item) + 1, 0.f), of_piece;
    std::vector<int> count(of_item.size(), 0);
    for (const Spot& spot : spots) {
        const auto item = static_cast<size_t>(spot.item), piece = static_cast<size_t>(spot.piece);
        of_piece.resize(std::max(of_piece.size(), piece + 1), 0.f);
        of_piece[piece] += spot.area;
        of_item[item] += spot.area;
        ++count[item];
    }
    std::vector<Piece> pieces(of_piece.size());
    for (const Spot& spot : spots) {
        const auto item = static_cast<size_t>(spot.item), piece = static_cast<size_t>(spot.piece);
        pieces[piece] = {.is_point = count[item] == 1,
                         .matters = of_piece[piece] >= least_piece * of_item[item],
                         .is_part = of_piece[piece] < 0.99f * of_item[item]};
    }
    return pieces;
}

// What the views chosen so far show.
class Shown {
public:
    explicit Shown(const std::vector<Spot>& spots)
        : spots_(spots),
          pieces_(pieces_of(spots)),
          shown_(spots.size(), 0.f),
          best_(pieces_.size(), 0.f),
          together_(pieces_.size(), 0.f) {}

    void add(const Candidate& candidate) {
        const std::vector<float> alone = shares_of(candidate.shown, spots_, plainly);
        shown_ = with(candidate);
        for (size_t piece = 0; piece < best_.size(); ++piece) best_[piece] = std::max(best_[piece], alone[piece]);
        together_ = shares_of(shown_, spots_);
        first_ = false;
    }

    // The first view shows most, weighed by what matters; each further one most of what is missing.
    float gain(const Candidate& candidate) const {
        float gain = 0;
        if (first_)
            for (size_t i = 0; i < spots_.size(); ++i) gain += spots_[i].weight * candidate.shown[i];
        else
            gain = of_what_is_missing(candidate);
        // Few readers know the body from above or below, and a cut takes away what they know it by.
        if (candidate.view == StandardView::superior) gain *= first_ ? 0.5f : 0.6f;
        // A pelvic floor is seen from below or not at all.
        if (candidate.view == StandardView::inferior) gain *= !first_ ? 0.6f : candidate.outlined ? 1.3f : 0.8f;
        if (candidate.reach_from_floor < uncut || candidate.outlined) gain *= 0.8f;
        return gain;
    }

    bool first() const { return first_; }

private:
    const std::vector<Spot>& spots_;
    std::vector<Piece> pieces_;
    std::vector<float> shown_;            // of each spot
    std::vector<float> best_, together_;  // of each piece: in one view, in all
    bool first_ = true;

    std::vector<float> with(const Candidate& candidate) const {
        std::vector<float> shown = shown_;
        for (size_t i = 0; i < shown.size(); ++i) shown[i] = std::max(shown[i], candidate.shown[i]);
        return shown;
    }

    float of_what_is_missing(const Candidate& candidate) const {
        float gain = 0;
        const std::vector<float> at_all = shares_of(candidate.shown, spots_),
                                 alone = shares_of(candidate.shown, spots_, plainly),
                                 all = shares_of(with(candidate), spots_);
        for (size_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            if (best_[i] >= enough_in_one || !piece.matters) continue;
            if (together_[i] >= (piece.is_part ? enough_of_part : enough_in_all)) continue;
            // A sliver is not worth a view, nor is a point by itself in one that few readers know.
            if (at_all[i] < little || (piece.is_point && !is_plain(candidate))) continue;
            const float more_alone = std::min(alone[i], enough_in_one) - best_[i];
            const float more = std::max(std::max(more_alone, 0.f), 0.8f * (all[i] - together_[i]));
            gain += piece.is_point ? 0.5f * more : more;
        }
        return gain;
    }

    static bool is_level(StandardView view) { return view != StandardView::superior && view != StandardView::inferior; }
    static bool is_plain(const Candidate& candidate) {
        return is_level(candidate.view) && candidate.reach_from_floor == uncut && !candidate.outlined;
    }
};

float weight_shown(const Candidate& candidate, const std::vector<Spot>& spots) {
    float sum = 0;
    for (size_t i = 0; i < spots.size(); ++i) sum += spots[i].weight * candidate.shown[i];
    return sum;
}

// The candidate that shows most beyond what is shown already; null when none gains `least`. Of equals the earlier: the
// order of the views is the order people know them by.
const Candidate* best_of(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots, const Shown& shown,
                         float least, std::vector<Candidate>& candidates) {
    constexpr float equal = 1.02f;
    float most = least;
    for (const Candidate& candidate : candidates)
        if (candidate.asked) most = std::max(most, shown.gain(candidate));
    for (Candidate& candidate : candidates) {
        if (candidate.asked || equal * shown.gain(candidate) < most) continue;
        ask(body, parts, spots, candidate);
        most = std::max(most, shown.gain(candidate));
    }
    const auto best = std::ranges::find_if(candidates, [&](const Candidate& candidate) {
        return candidate.asked && shown.gain(candidate) >= std::max(least, most / equal);
    });
    if (best == candidates.end()) return nullptr;
    // What a limb still covers of the paint in this view is worth making an outline of that limb.
    Candidate* clearer = &*best;
    for (Candidate& candidate : candidates) {
        if (candidate.view != best->view || candidate.reach_from_floor < uncut) continue;
        if ((candidate.outlined & best->outlined) != best->outlined) continue;
        if (!candidate.asked) ask(body, parts, spots, candidate);
        if (weight_shown(candidate, spots) > worth_an_outline * weight_shown(*clearer, spots)) clearer = &candidate;
    }
    return clearer;
}

SmallPart small_part_at(const Body& body, const glm::vec3& place) {
    const glm::vec3 at = place / body.height_cm();
    if (at.y > chin) return SmallPart::head;
    if (at.y < sole_share) return at.x > 0 ? SmallPart::left_foot : SmallPart::right_foot;
    if (std::abs(at.x) > 0.16f && at.y < 0.52f) return at.x > 0 ? SmallPart::left_hand : SmallPart::right_hand;
    return SmallPart::none;
}

// The box of what a view shows: each piece of which it shows more than a little, or as much as any other view does; and
// `hidden`, a point that no view shows and that is drawn through the body here. May be null.
FramedView frame(const Body& body, const std::vector<Spot>& spots, const Candidate& candidate,
                 const std::vector<float>& best_shares, const Spot* hidden) {
    const glm::quat orientation = orientation_of(candidate.view);
    const std::vector<float> shares = shares_of(candidate.shown, spots);
    glm::vec3 low{1e9f}, high{-1e9f};
    float lowest = 1e9f, highest = 0;
    std::vector<int> spots_of_item(static_cast<size_t>(spots.back().item) + 1, 0);
    for (const Spot& spot : spots) ++spots_of_item[static_cast<size_t>(spot.item)];
    const bool has_point = std::ranges::find(spots_of_item, 1) != spots_of_item.end();
    bool shows_a_zone = false;
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto piece = static_cast<size_t>(spots[i].piece);
        if (candidate.shown[i] <= 0 || (shares[piece] < little && shares[piece] < best_shares[piece])) continue;
        const glm::vec3 p = orientation * spots[i].place.position;
        low = min(low, p - spots[i].rim_cm);
        high = max(high, p + spots[i].rim_cm);
        lowest = std::min(lowest, spots[i].place.position.y);
        highest = std::max(highest, spots[i].place.position.y);
        shows_a_zone = shows_a_zone || spots_of_item[static_cast<size_t>(spots[i].item)] > 1;
    }
    if (hidden) {
        low = min(low, orientation * hidden->place.position);
        high = max(high, orientation * hidden->place.position);
    }
    FramedView view{candidate.view, glm::inverse(orientation) * (0.5f * (low + high))};
    view.width_cm = high.x - low.x;
    view.height_cm = high.y - low.y;
    view.part_cm = part_cm_at(body, {view.target.x, std::min(view.target.y, lowest), view.target.z});
    // A head is shown down to the chin, or with the shoulders that something of it lies on.
    const auto whole = [&](SmallPart part) {
        const glm::vec2 target(orientation * view.target);
        view.part = part;
        std::tie(view.part_low, view.part_high) = box_of(body, part, orientation);
        view.part_low = min(view.part_low - target, -0.5f * glm::vec2{view.width_cm, view.height_cm});
        view.part_high = max(view.part_high - target, 0.5f * glm::vec2{view.width_cm, view.height_cm});
    };
    const float shoulders = 0.78f * body.height_cm();
    if (const SmallPart part = small_part_at(body, view.target); part != SmallPart::none)
        whole(part);
    else if (lowest > shoulders && small_part_at(body, {0, highest, 0}) == SmallPart::head)
        whole(SmallPart::head);
    if (candidate.view != StandardView::superior && candidate.view != StandardView::inferior) {
        const glm::vec2 target(orientation * view.target);
        const auto [head_low, head_high] = box_of(body, SmallPart::head, orientation);
        view.head_low = head_low - target;
        view.head_high = head_high - target;
    }
    if (candidate.view == StandardView::inferior) view.depth_cm = 0.5f * (high.z - low.z) + kept_behind_cm;
    // The thighs are cut where they would hide something.
    if (candidate.view == StandardView::inferior && candidate.outlined)
        view.reach_cm = 0.5f * (high.z - low.z) + kept_before_cm;
    if (candidate.view == StandardView::superior) view.depth_cm = 0.5f * (high.z - low.z) + kept_below_cm;
    // A named region says less by its border than by where it lies.
    if (!has_point) view.least_share = view.part_high.x > view.part_low.x ? 0.2f : 0.48f;  // a head is shown whole
    // A point by itself says nothing without the part that it lies on.
    if (!shows_a_zone) view.least_share = 0;
    // Between the thighs nobody knows where he is without hips and belly.
    if (candidate.view == StandardView::inferior && candidate.outlined && shows_a_zone) view.least_share = 0.48f;
    // Along a limb there is no outline to see: it is cut.
    view.outlined = candidate.view == StandardView::inferior ? candidate.outlined & arms : candidate.outlined;
    if (candidate.reach_from_floor < uncut) view.reach_cm = candidate.reach_from_floor - 0.5f * (low.z + high.z);
    return view;
}

// A muscle by itself: the side from which most of it is seen with least over it.
Framing frame_muscle(const Scene& scene, const Document& document, const Muscles& muscles, int mesh_index) {
    constexpr float small_cm = 20, veil_cm = 4;
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
        for (const Side side : shown_sides(scene.atlas, document)) {
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
        best.width_cm = high.x - low.x;
        best.height_cm = high.y - low.y;
        best.part_cm = small_cm;
    }
    framing.views.push_back(best);
    return framing;
}

}  // namespace

float part_cm_at(const Body& body, const glm::vec3& place) {
    constexpr float small_cm = 24, large_cm = 30;
    return small_part_at(body, place) == SmallPart::none ? large_cm : small_cm;
}

std::pair<glm::vec2, glm::vec2> box_of(const Body& body, SmallPart part, const glm::quat& orientation) {
    glm::vec2 low{1e9f}, high{-1e9f};
    for (const glm::vec3& place : body.skin().positions) {
        if (small_part_at(body, place) != part) continue;
        const glm::vec2 at(orientation * place);
        low = min(low, at);
        high = max(high, at);
    }
    return {low, high};
}

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
    const Body& body = scene.body(document.view.body);
    std::vector<Candidate> candidates;
    const float highest =
        std::ranges::max_element(spots, {}, [](const Spot& s) { return s.place.position.y; })->place.position.y;
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
    }
    Shown shown(spots);
    std::vector<const Candidate*> chosen;
    while (static_cast<int>(chosen.size()) < most_views) {
        const Candidate* best = best_of(body, parts, spots, shown, shown.first() ? 0 : worth_adding, candidates);
        if (!best) break;
        chosen.push_back(best);
        shown.add(*best);
        // Two pictures from one side, one of them past a limb, are one too many.
        for (Candidate& other : candidates)
            if (&other != best && other.view == best->view) std::ranges::fill(other.shown, 0.f);
    }
    std::vector<float> best_shares;  // of each piece
    for (const Candidate* candidate : chosen) {
        const std::vector<float> shares = shares_of(candidate->shown, spots);
        best_shares.resize(shares.size(), 0.f);
        for (size_t piece = 0; piece < shares.size(); ++piece)
            best_shares[piece] = std::max(best_shares[piece], shares[piece]);
    }
    for (const Candidate* candidate : chosen) {
        const Spot* hidden = nullptr;
        for (const Spot& spot : spots)
            if (best_shares[static_cast<size_t>(spot.piece)] <= 0 &&
                candidate == *std::ranges::max_element(chosen, {}, [&](const Candidate* each) {
                    return dot(spot.place.normal, toward_viewer(each->view));
                }))
                hidden = &spot;
        framing.views.push_back(frame(body, spots, *candidate, best_shares, hidden));
    }
    return framing;
}

}  // namespace myomap
