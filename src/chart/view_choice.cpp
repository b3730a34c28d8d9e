#include "chart/view_choice.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "chart/standard_views.h"

namespace myomap {

namespace {

constexpr float enough_in_all = 0.94f;      // of a zone, in all views
constexpr float enough_of_part = 0.62f;     // of one of a zone's pieces, in all views
constexpr float enough_faced = 0.4f;        // of a point: less is the outline of the body, where a mark shows no place
constexpr float worth_facing = 0.6f;        // how well another view has to face it then
constexpr float worth_adding = 0.06f;       // more of what is missing
constexpr float worth_a_worse_view = 0.3f;  // likewise, where the first view is one of its own
constexpr float least_piece = 0.08f;        // of a zone, that asks for a view of its own
constexpr float worth_an_outline = 1.02f;   // more than is shown with the limb solid

// What is asked of the views of a piece.
struct Piece {
    bool is_point = false;
    bool matters = false;  // large enough to ask for a view
    bool is_part = false;  // the item has more pieces
};

std::vector<Piece> pieces_of(const std::vector<Spot>& spots) {
    std::vector<float> of_item(static_cast<size_t>(spots.back().item) + 1, 0.f), of_piece;
    for (const Spot& spot : spots) {
        const auto item = static_cast<size_t>(spot.item), piece = static_cast<size_t>(spot.piece);
        of_piece.resize(std::max(of_piece.size(), piece + 1), 0.f);
        of_piece[piece] += spot.area;
        of_item[item] += spot.area;
    }
    std::vector<Piece> pieces(of_piece.size());
    for (const Spot& spot : spots) {
        const auto item = static_cast<size_t>(spot.item), piece = static_cast<size_t>(spot.piece);
        pieces[piece] = {.is_point = spot.is_point(),
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
          plain_(spots.size(), 0.f),
          best_(pieces_.size(), 0.f),
          together_(pieces_.size(), 0.f),
          faced_(pieces_.size(), 0.f) {}

    void add(const Candidate& candidate) {
        const std::vector<float> alone = shares_of(candidate.shown, spots_, plainly);
        shown_ = with(candidate);
        const std::vector<float> facing = faced(candidate.shown, spots_);
        for (size_t piece = 0; piece < best_.size(); ++piece) {
            best_[piece] = std::max(best_[piece], alone[piece]);
            faced_[piece] = std::max(faced_[piece], facing[piece]);
        }
        together_ = shares_of(shown_, spots_);
        const float known = is_plain(candidate) ? 1 : 0.8f;
        for (size_t i = 0; i < plain_.size(); ++i) plain_[i] = std::max(plain_[i], known * candidate.shown[i]);
        ++views_;
    }

    // The first view shows most, weighed by what matters; each further one most of what is missing.
    float gain(const Candidate& candidate) const {
        float gain = 0;
        if (first())
            for (size_t i = 0; i < spots_.size(); ++i) gain += spots_[i].weight * candidate.shown[i];
        else
            gain = of_what_is_missing(candidate);
        // Few readers know the body from above or below, and a cut takes away what they know it by.
        if (candidate.view == StandardView::superior) gain *= first() ? 0.5f : 0.6f;
        // A pelvic floor is seen from below or not at all.
        if (candidate.view == StandardView::inferior) gain *= !first() ? 0.6f : candidate.outlined ? 1.3f : 0.8f;
        if (candidate.reach_from_floor < uncut || candidate.outlined) gain *= 0.8f;
        return gain * candidate.worth;
    }

    bool first() const { return views_ == 0; }

    // Whether these show enough of everything that `other` shows enough of, and hardly less of the rest; a point may
    // lie on the outline if `points_too` is false.
    bool as_good_as(const Shown& other, bool points_too = true) const {
        constexpr float hardly = 0.1f;
        for (size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].is_point && !points_too) {
                if (other.together_[i] > together_[i]) return false;  // seen by none of these
                continue;
            }
            if (pieces_[i].is_point && other.faced_[i] > faced_[i] + hardly) return false;
            if (has_enough_of(i)) continue;
            if (other.has_enough_of(i) || other.together_[i] > together_[i] + hardly) return false;
        }
        return true;
    }

    // How plainly everything is shown, weighed by what matters.
    float plainness(bool points_too = true) const {
        float sum = 0;
        for (size_t i = 0; i < spots_.size(); ++i)
            if (points_too || !pieces_[static_cast<size_t>(spots_[i].piece)].is_point)
                sum += spots_[i].weight * plain_[i];
        return sum;
    }

private:
    const std::vector<Spot>& spots_;
    std::vector<Piece> pieces_;
    std::vector<float> shown_;            // of each spot
    std::vector<float> plain_;            // likewise, less where a view is one that few readers know
    std::vector<float> best_, together_;  // of each piece: in one view, in all
    std::vector<float> faced_;            // how well the best faced spot of each piece is faced
    int views_ = 0;

    std::vector<float> with(const Candidate& candidate) const {
        std::vector<float> shown = shown_;
        for (size_t i = 0; i < shown.size(); ++i) shown[i] = std::max(shown[i], candidate.shown[i]);
        return shown;
    }

    bool has_enough_of(size_t piece) const {
        const auto [is_point, matters, is_part] = pieces_[piece];
        if (is_point) return faced_[piece] >= enough_faced;
        return !matters || best_[piece] >= enough_in_one ||
               together_[piece] >= (is_part ? enough_of_part : enough_in_all);
    }

    float of_what_is_missing(const Candidate& candidate) const {
        float gain = 0;
        const std::vector<float> at_all = shares_of(candidate.shown, spots_),
                                 alone = shares_of(candidate.shown, spots_, plainly),
                                 all = shares_of(with(candidate), spots_);
        const std::vector<float> facing = faced(candidate.shown, spots_);
        for (size_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            // A sliver is not worth a view, nor is a point by itself one that few readers know.
            if (has_enough_of(i) || at_all[i] < little) continue;
            if (piece.is_point && (!is_level(candidate) || facing[i] < worth_facing)) continue;
            const float more_alone = std::min(alone[i], enough_in_one) - best_[i];
            const float more =
                piece.is_point ? 0.5f * (facing[i] - faced_[i]) : std::max(more_alone, 0.8f * (all[i] - together_[i]));
            gain += std::max(more, 0.f);
        }
        return gain;
    }

    static bool is_level(const Candidate& candidate) {
        return candidate.view != StandardView::superior && candidate.view != StandardView::inferior &&
               candidate.reach_from_floor == uncut && !(candidate.outlined & ~arms);
    }
    static bool is_plain(const Candidate& candidate) { return is_level(candidate) && !candidate.outlined; }
};

// The candidate that shows most beyond what is shown already; null when none gains `least`. Of equals the earlier: the
// order of the views is the order people know them by.
Candidate* best_of(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots, const Shown& shown,
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

// A mark on top of a shoulder is seen edge-on from the side, yet plainly: the neck stands behind it.
void lift_what_body_stands_behind(const Body& body, const std::vector<Spot>& spots, Candidate& candidate) {
    constexpr float beyond_cm = 1.5f, far_cm = 100;
    const glm::vec3 viewer = toward_viewer(candidate.view);
    for (size_t i = 0; i < spots.size(); ++i) {
        float& shown = candidate.shown[i];
        if (!spots[i].is_point() || shown <= 0 || shown >= enough_faced) continue;
        const glm::vec3& normal = spots[i].place.normal;
        const glm::vec3 outwards = normalize(normal - dot(normal, viewer) * viewer);
        const glm::vec3 beside = spots[i].place.position + beyond_cm * outwards;
        if (body.query().raycast(beside + far_cm * viewer, -viewer)) shown = enough_faced;
    }
}

Shown shown_by(const std::vector<Spot>& spots, const std::vector<const Candidate*>& views) {
    Shown shown(spots);
    for (const Candidate* view : views) shown.add(*view);
    return shown;
}

// Three views leave each little room: none of them is there only to face a point better.
void drop_what_faces_a_point(const std::vector<Spot>& spots, std::vector<const Candidate*>& chosen) {
    constexpr float as_plain = 0.95f;
    if (chosen.size() < 3) return;
    const Shown all = shown_by(spots, chosen);
    for (size_t i = 1; i < chosen.size(); ++i) {
        std::vector<const Candidate*> others = chosen;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const Shown without = shown_by(spots, others);
        if (!without.as_good_as(all, false) || without.plainness(false) < as_plain * all.plainness(false)) continue;
        chosen = others;
        return;
    }
}

// The first view was there for everything. Where others came to show each part better, it may be one too many, or
// another may do better beside them.
void mend_the_first(const std::vector<Spot>& spots, const std::vector<Candidate>& candidates,
                    std::vector<const Candidate*>& chosen) {
    // Before and behind are two sides that a reader puts together by himself.
    constexpr float as_plain = 0.9f, worth_it = 1.08f, worth_it_if_a_pair = 0.98f;
    const auto are_a_pair = [](StandardView one, StandardView other) {
        return one != other && one <= StandardView::posterior && other <= StandardView::posterior;
    };
    if (chosen.size() < 2 || chosen.front()->worth > 1) return;
    const std::vector<const Candidate*> others(chosen.begin() + 1, chosen.end());
    const Shown all = shown_by(spots, chosen);
    const Shown without = shown_by(spots, others);
    if (without.as_good_as(all) && without.plainness() > as_plain * all.plainness()) {
        chosen = others;
        return;
    }
    float plainest = 0;
    for (const Candidate& candidate : candidates) {
        if (!candidate.asked || std::ranges::any_of(others, [&](auto* o) { return o->view == candidate.view; }))
            continue;
        std::vector<const Candidate*> with{&candidate};
        with.insert(with.end(), others.begin(), others.end());
        const Shown shown = shown_by(spots, with);
        const bool is_pair = others.size() == 1 && are_a_pair(candidate.view, others.front()->view);
        const float least = (is_pair ? worth_it_if_a_pair : worth_it) * all.plainness();
        if (shown.plainness() <= std::max(plainest, least) || !shown.as_good_as(all)) continue;
        plainest = shown.plainness();
        chosen = with;
    }
}

// Where a view shows only what lies below an elbow, of an arm nothing would hang into it but a forearm and a hand: the
// arms are left out, even where they hide nothing that is to be seen.
Candidate without_hands(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots, Candidate view) {
    constexpr float elbow = 0.6f, finger_tips = 0.34f;  // of the body's height
    const bool from_side = view.view == StandardView::left || view.view == StandardView::right;
    if (!parts || !from_side || view.reach_from_floor < uncut) return view;
    float highest = 0;
    for (size_t i = 0; i < spots.size(); ++i) {
        if (view.shown[i] <= 0) continue;
        if (parts->at(spots[i].place.vertex) & arms) return view;
        highest = std::max(highest, spots[i].place.position.y / body.height_cm());
    }
    if (highest < elbow && highest > finger_tips) view.outlined |= arms;
    return view;
}

}  // namespace

std::vector<Candidate> choose_views(const Body& body, const BodyParts* parts, const std::vector<Spot>& spots,
                                    std::vector<Candidate> candidates, int most) {
    Shown shown(spots);
    std::vector<const Candidate*> chosen;
    while (static_cast<int>(chosen.size()) < most) {
        const bool has_its_own = !chosen.empty() && chosen.front()->worth > 1;
        const float least = shown.first() ? 0 : has_its_own ? worth_a_worse_view : worth_adding;
        Candidate* best = best_of(body, parts, spots, shown, least, candidates);
        if (!best) break;
        lift_what_body_stands_behind(body, spots, *best);
        chosen.push_back(best);
        shown.add(*best);
        // Two pictures from one side, one of them past a limb, are one too many.
        for (Candidate& other : candidates)
            if (&other != best && other.view == best->view) std::ranges::fill(other.shown, 0.f);
    }
    mend_the_first(spots, candidates, chosen);
    drop_what_faces_a_point(spots, chosen);
    std::vector<Candidate> views;
    for (const Candidate* view : chosen) views.push_back(without_hands(body, parts, spots, *view));
    return views;
}

}  // namespace myomap
