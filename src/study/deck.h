#pragma once
// Decks: what a learner works through. Made from the atlas that is loaded, so a new muscle is in its deck at once.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/scene.h"
#include "study/card.h"

namespace myomap {

// What is asked about; the kinds of question make cards of it.
struct Deck {
    std::string id;                       // "head_neck"
    std::string name;                     // "Head and neck", in the language that is shown
    std::vector<std::string> muscles;     // ids, in the order in which they are learned
    std::vector<std::string> complaints;  // ids
};

// Twelve that are met most often, from the head to the foot: what comes first.
inline constexpr const char* first_deck = "first_twelve";
inline constexpr const char* own_deck = "own";

// "first_twelve", one of each region of the atlas, "complaints" where the scene has any, "all".
std::vector<Deck> decks(const Scene& scene);
// Of the chart: muscles with a finding or a kept pattern. Empty where there is none.
Deck chart_deck(const Scene& scene, const Drawing& drawing);
// Of a learner's own choice. What the atlas doesn't have is left out.
Deck chosen_deck(const Scene& scene, std::span<const std::string> muscles);

// Whether the atlas has what the card asks about, and sources that agree enough for a right answer: a point whose place
// is of low confidence is not asked for, nor is the pattern of a point that refers no pain, one that this figure
// doesn't show, or one that sources dispute.
bool can_ask(const Scene& scene, const CardKey& card, BodyId body);

// The cards of a deck, muscle by muscle: what it is called, its points, each beginning with another kind than the one
// before, then what its card says; complaints last.
std::vector<CardKey> cards_of(const Scene& scene, const Deck& deck, std::span<const QuestionKind> kinds, BodyId body);

// The same thing is asked of in both: an answer to one gives the other away, so they are not asked on one day.
bool are_siblings(const CardKey& a, const CardKey& b);

// The muscle of a card; nothing for a complaint or what the atlas doesn't have.
std::optional<int> muscle_of(const Atlas& atlas, const CardKey& card);
// The point of a card about one; otherwise nothing.
std::optional<PointRef> point_of(const Atlas& atlas, const CardKey& card);

}  // namespace myomap
