#pragma once
// What a learner does today: which cards of a deck, in which order. Pure; whoever asks has the clock and the days.

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "study/card.h"
#include "study/fsrs.h"

namespace myomap {

using CardStates = std::map<std::string, StudyCard, std::less<>>;  // by to_text(CardKey); those that were answered

struct PlanLimits {
    int cards_a_day = 20;  // different cards, those that come again within their steps once
    int new_a_day = 8;     // of those, that were never answered before
};

// What was answered since the day began, in all decks.
struct DoneToday {
    std::set<std::string, std::less<>> cards;  // by to_text(CardKey)
    int new_cards = 0;                         // of those, answered for the first time
};

struct Plan {
    std::vector<CardKey> cards;  // what comes next is first
    int due = 0;                 // of `cards`: answered before
    int fresh = 0;               // of `cards`: never answered
    int later = 0;               // due today as well, but over the limit or a sibling of what was asked
    bool limit_reached = false;
    std::optional<UtcTime> next_step;  // when nothing can be asked now, but a card comes again today
};

// Cards within their steps that are due, then reviews by how long they are due, then new cards in the order of the
// deck. One card of each pattern a day. When nothing else is left, cards within their steps come up to twenty minutes
// early. `day_ends`: the next local midnight.
Plan plan_of(std::span<const CardKey> deck, const CardStates& states, const DoneToday& done, const PlanLimits& limits,
             UtcTime now, UtcTime day_ends);

// How a learner stands with a deck: never answered; due until the end of the day.
struct DeckCount {
    int fresh = 0, due = 0;
};
DeckCount count_of(std::span<const CardKey> deck, const CardStates& states, UtcTime day_ends);

// The cards whose answers are least likely to be remembered, weakest first, of those that were answered.
std::vector<CardKey> weakest_of(std::span<const CardKey> cards, const CardStates& states, const Fsrs& fsrs, UtcTime now,
                                std::size_t most);

}  // namespace myomap
