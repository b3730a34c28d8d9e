#include "chart/framing.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/framing_spots.h"
#include "chart/shown.h"
#include "chart/sight.h"
#include "chart/standard_views.h"
#include "chart/view_choice.h"

namespace myomap {

namespace {

constexpr int most_views = 3;
constexpr float kept_behind_cm = 9;     // of the body above a sole, or above the pelvic floor
constexpr float kept_before_cm = 3;     // of the body below a pelvic floor
constexpr float kept_below_cm = 22;     // of the body below a head or a shoulder
constexpr float chin = 0.86f;           // of the body's height
constexpr float worth_its_room = 1.8f;  // times the box without what another view shows better
constexpr float near_cm = 35;           // on one head nothing is far
constexpr float far = 0.45f;  // of the body's height: with nothing to show between, one view would be all body

SmallPart small_part_at(const Body& body, const glm::vec3& place) {
    const glm::vec3 at = place / body.height_cm();
    if (at.y > chin) return SmallPart::head;
    if (at.y < sole_share) return at.x > 0 ? SmallPart::left_foot : SmallPart::right_foot;
    if (std::abs(at.x) > 0.16f && at.y < 0.52f) return at.x > 0 ? SmallPart::left_hand : SmallPart::right_hand;
    return SmallPart::none;
}

// Of each piece the most that one of these views shows: at all, and plainly.
struct BestShares {
    std::vector<float> at_all, plainly;
};

BestShares best_shares_of(const std::vector<Spot>& spots, const std::vector<Candidate>& views) {
    BestShares best;
    const auto take = [](std::vector<float>& most, const std::vector<float>& shares) {
        most.resize(shares.size(), 0.f);
        for (size_t piece = 0; piece < shares.size(); ++piece) most[piece] = std::max(most[piece], shares[piece]);
    };
    for (const Candidate& view : views) {
        take(best.at_all, shares_of(view.shown, spots));
        take(best.plainly, shares_of(view.shown, spots, plainly));
    }
    return best;
}

// Where in a view spots lie, cm: in the view's axes, and how high on the body.
struct Extent {
    glm::vec3 low{1e9f}, high{-1e9f};
    float lowest = 1e9f, highest = 0;
    bool shows_a_zone = false;

    bool empty() const { return low.x > high.x; }
    float size() const { return std::max(high.x - low.x, high.y - low.y); }
    void add(const glm::quat& orientation, const Spot& spot) {
        const glm::vec3 p = orientation * spot.place.position;
        *this =
            with({p - spot.rim_cm, p + spot.rim_cm, spot.place.position.y, spot.place.position.y, !spot.is_point()});
    }
    Extent with(const Extent& other) const {
        return {min(low, other.low), max(high, other.high), std::min(lowest, other.lowest),
                std::max(highest, other.highest), shows_a_zone || other.shows_a_zone};
    }
};

// The box of what a view shows: each piece of which it shows more than a little, or as much as any other view does; one
// that it shows edge-on and another faces only where that takes little room; and `hidden`, a point that no view shows
// and that is drawn through the body here, or null. `is_area`: of regions alone. Nothing for a view of which nothing is
// left then.
std::optional<FramedView> frame(const Body& body, const std::vector<Spot>& spots, const Candidate& candidate,
                                const BestShares& best, const Spot* hidden, bool is_area) {
    const glm::quat orientation = orientation_of(candidate.view);
    const std::vector<float> shares = shares_of(candidate.shown, spots),
                             plain = shares_of(candidate.shown, spots, plainly);
    Extent extent;
    std::vector<Extent> edge_on(shares.size());
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto piece = static_cast<size_t>(spots[i].piece);
        if (candidate.shown[i] <= 0 || (shares[piece] < little && shares[piece] < best.at_all[piece])) continue;
        const bool elsewhere = plain[piece] < little && best.plainly[piece] >= enough_in_one;
        (elsewhere ? edge_on[piece] : extent).add(orientation, spots[i]);
    }
    for (const Extent& piece : edge_on) {
        const Extent both = extent.with(piece);
        if (extent.empty() || both.size() < std::max(near_cm, worth_its_room * extent.size())) extent = both;
    }
    auto [low, high, lowest, highest, shows_a_zone] = extent;
    if (hidden) {
        low = min(low, orientation * hidden->place.position);
        high = max(high, orientation * hidden->place.position);
    }
    if (low.x > high.x) return {};
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
    if (is_area) view.least_share = view.part_high.x > view.part_low.x ? 0.2f : 0.48f;  // a head is shown whole
    // A point by itself says nothing without the part that it lies on.
    if (!shows_a_zone) view.least_share = 0;
    // Between the thighs nobody knows where he is without hips and belly.
    if (candidate.view == StandardView::inferior && candidate.outlined && shows_a_zone) view.least_share = 0.48f;
    // Along a limb there is no outline to see: it is cut.
    view.outlined = candidate.view == StandardView::inferior ? candidate.outlined & arms : candidate.outlined;
    if (candidate.reach_from_floor < uncut) view.reach_cm = candidate.reach_from_floor - 0.5f * (low.z + high.z);
    return view;
}

// Beside the first view one of a small zone would be skin that nobody knows: it shows the hand, the arm, the shoulder
// blade that the zone lies on.
void show_the_part(FramedView& view) {
    constexpr float least_share = 0.1f, between_thighs = 0.36f, large_cm = 18;
    if (std::max(view.width_cm, view.height_cm) > large_cm) return;
    const bool is_cut = view.reach_cm < Camera::far_cm;
    view.least_share = std::min(view.least_share, is_cut ? between_thighs : least_share);
}

// A jaw and a calf are shown each by itself. From the head down.
std::vector<std::vector<Spot>> far_apart(const Body& body, const std::vector<Spot>& spots) {
    std::vector<float> heights;
    for (const Spot& spot : spots) heights.push_back(spot.place.position.y);
    std::ranges::sort(heights, std::greater{});
    std::vector<float> ends;  // the lowest of each group
    for (size_t i = 0; i < heights.size(); ++i)
        if (i + 1 == heights.size() || heights[i] - heights[i + 1] > far * body.height_cm()) ends.push_back(heights[i]);
    std::vector<std::vector<Spot>> groups(ends.size());
    for (const Spot& spot : spots)
        for (size_t i = 0; i < ends.size(); ++i)
            if (spot.place.position.y >= ends[i]) {
                groups[i].push_back(spot);
                break;
            }
    return groups;
}

void frame_group(const Scene& scene, const Document& document, const std::vector<Spot>& spots, int most,
                 std::vector<FramedView>& views) {
    const Body& body = scene.body(document.view.body);
    const std::vector<Candidate> chosen =
        choose_views(body, body_parts(scene, document.view.body), spots, candidates_for(scene, document, spots), most);
    const BestShares best = best_shares_of(spots, chosen);
    for (const Candidate& candidate : chosen) {
        const Spot* hidden = nullptr;
        for (const Spot& spot : spots)
            if (best.at_all[static_cast<size_t>(spot.piece)] <= 0 &&
                &candidate == &*std::ranges::max_element(chosen, {}, [&](const Candidate& each) {
                    return dot(spot.place.normal, toward_viewer(each.view));
                }))
                hidden = &spot;
        if (auto view = frame(body, spots, candidate, best, hidden, chosen_muscle(document.selection).empty()))
            views.push_back(std::move(*view));
    }
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
    const auto groups = far_apart(scene.body(document.view.body), spots_of_selection(scene, document));
    int room = most_views - static_cast<int>(groups.size());  // beyond one view each
    for (const std::vector<Spot>& group : groups) {
        const size_t before = framing.views.size();
        frame_group(scene, document, group, 1 + std::max(room, 0), framing.views);
        room -= static_cast<int>(framing.views.size() - before) - 1;
    }
    for (size_t i = 1; i < framing.views.size(); ++i) show_the_part(framing.views[i]);
    return framing;
}

}  // namespace myomap
