#include "study/deck.h"

#include <algorithm>
#include <array>

#include "base/word.h"

namespace myomap {

namespace {

// Those that teaching begins with: often met, under the hand, and with patterns far from where they start.
constexpr std::array first_twelve{"trapezius_upper",
                                  "scm_sternal",
                                  "temporalis",
                                  "levator_scapulae",
                                  "infraspinatus",
                                  "scalenus_anterior",
                                  "extensor_carpi_radialis_brevis",
                                  "quadratus_lumborum",
                                  "gluteus_medius",
                                  "gluteus_minimus_posterior",
                                  "vastus_medialis",
                                  "gastrocnemius_medial"};

// Where sources draw otherwise (alternatives, one study against another, a pattern borrowed from a neighbour; see
// docs/atlas-review.md) there is no right answer to ask for: muscles whose patterns are not asked.
constexpr std::array disputed{"pronator_quadratus", "abductor_pollicis_longus", "abductor_pollicis_brevis",
                              "flexor_pollicis_brevis"};

bool has(std::span<const QuestionKind> kinds, QuestionKind kind) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

bool refers_pain_on(const TriggerPoint& point, BodyId body) {
    return point.response == Response::pain && std::ranges::any_of(point.zones, [&](const Zone& zone) {
               return zone.kind == ZoneKind::essential && is_on(zone.bodies, body);
           });
}

}  // namespace

std::vector<Deck> decks(const Scene& scene) {
    std::vector<Deck> all;
    const Atlas& atlas = scene.atlas;
    all.push_back({first_deck, scene.phrase(word("First twelve")), {}, {}});
    for (const char* id : first_twelve)
        if (atlas.find_muscle(id)) all.back().muscles.emplace_back(id);
    if (all.back().muscles.empty()) all.pop_back();
    for (const Region& region : atlas.regions) {
        Deck deck{region.id, region.name, {}, {}};
        for (const Muscle& muscle : atlas.muscles)
            if (muscle.region == region.id) deck.muscles.push_back(muscle.id);
        if (!deck.muscles.empty()) all.push_back(std::move(deck));
    }
    Deck complaints{"complaints", scene.phrase(word("Complaints")), {}, {}},
        everything{"all", scene.phrase(word("All")), {}, {}};
    if (scene.symptoms)
        for (const Symptom& symptom : scene.symptoms->symptoms) complaints.complaints.push_back(symptom.id);
    for (const Muscle& muscle : atlas.muscles) everything.muscles.push_back(muscle.id);
    everything.complaints = complaints.complaints;
    if (!complaints.complaints.empty()) all.push_back(std::move(complaints));
    all.push_back(std::move(everything));
    return all;
}

Deck chart_deck(const Scene& scene, const Drawing& drawing) {
    Deck deck{"chart", scene.phrase(word("On the chart")), {}, {}};
    const auto add = [&](const std::string& muscle) {
        if (scene.atlas.find_muscle(muscle) && std::ranges::find(deck.muscles, muscle) == deck.muscles.end())
            deck.muscles.push_back(muscle);
    };
    for (const Finding& finding : drawing.findings) add(finding.muscle);
    for (const KeptPattern& kept : drawing.kept) add(kept.muscle);
    return deck;
}

Deck chosen_deck(const Scene& scene, std::span<const std::string> muscles) {
    Deck deck{own_deck, scene.phrase(word("My own choice")), {}, {}};
    for (const std::string& muscle : muscles)
        if (scene.atlas.find_muscle(muscle)) deck.muscles.push_back(muscle);
    return deck;
}

std::optional<PointRef> point_of(const Atlas& atlas, const CardKey& card) {
    return asked_of(card.kind) == AskedOf::point ? atlas.find_point(card.of) : std::nullopt;
}

std::optional<int> muscle_of(const Atlas& atlas, const CardKey& card) {
    if (const auto point = point_of(atlas, card)) return point->muscle;
    return asked_of(card.kind) == AskedOf::muscle ? atlas.find_muscle(card.of) : std::nullopt;
}

bool can_ask(const Scene& scene, const CardKey& card, BodyId body) {
    const Atlas& atlas = scene.atlas;
    if (asked_of(card.kind) == AskedOf::complaint)
        return scene.symptoms && scene.symptoms->find_symptom(card.of) != nullptr;
    const auto index = muscle_of(atlas, card);
    if (!index) return false;
    const Muscle& muscle = atlas.muscles[static_cast<std::size_t>(*index)];
    switch (card.kind) {
        case QuestionKind::name_muscle: {
            const Muscles* meshes = scene.body_muscles(body);
            return meshes && meshes->mesh_of(*index) >= 0;
        }
        case QuestionKind::attachments:
            return !muscle.origin.words.empty() && !muscle.insertion.words.empty();
        case QuestionKind::action:
            return !muscle.action.empty();
        case QuestionKind::nerve:
            return !muscle.innervation.empty();
        case QuestionKind::locate_point:
            return atlas.point(*point_of(atlas, card)).confidence != Confidence::low;
        case QuestionKind::paint_zone:
        case QuestionKind::whose_pattern:
            return std::ranges::find(disputed, muscle.id) == disputed.end() &&
                   refers_pain_on(atlas.point(*point_of(atlas, card)), body);
        case QuestionKind::complaint:
            break;
    }
    return false;
}

std::vector<CardKey> cards_of(const Scene& scene, const Deck& deck, std::span<const QuestionKind> kinds, BodyId body) {
    std::vector<CardKey> cards;
    const auto add = [&](QuestionKind kind, const std::string& of) {
        CardKey card{kind, of};
        if (has(kinds, kind) && can_ask(scene, card, body)) cards.push_back(std::move(card));
    };
    // One card of a pattern is asked a day: if all points began with the same kind, days would be all of one kind.
    std::vector<QuestionKind> of_points;
    for (const QuestionKind kind : all_question_kinds)
        if (asked_of(kind) == AskedOf::point && has(kinds, kind)) of_points.push_back(kind);
    for (const std::string& id : deck.muscles) {
        const auto index = scene.atlas.find_muscle(id);
        if (!index) continue;
        add(QuestionKind::name_muscle, id);
        for (const TriggerPoint& point : scene.atlas.muscles[static_cast<std::size_t>(*index)].trigger_points) {
            for (const QuestionKind kind : of_points) add(kind, id + "/" + point.id);
            if (!of_points.empty()) std::ranges::rotate(of_points, of_points.begin() + 1);
        }
        for (const QuestionKind kind : {QuestionKind::attachments, QuestionKind::action, QuestionKind::nerve})
            add(kind, id);
    }
    for (const std::string& id : deck.complaints) add(QuestionKind::complaint, id);
    return cards;
}

bool are_siblings(const CardKey& a, const CardKey& b) { return a.of == b.of && a.kind != b.kind; }

}  // namespace myomap
