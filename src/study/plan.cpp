#include "study/plan.h"

#include <algorithm>

namespace myomap {

namespace {

constexpr std::chrono::minutes early(20);  // a card within its steps may come before its time by that much

bool in_steps(const StudyCard& card) {
    return card.stage == StudyStage::learning || card.stage == StudyStage::relearning;
}

}  // namespace

Plan plan_of(std::span<const CardKey> deck, const CardStates& states, const DoneToday& done, const PlanLimits& limits,
             UtcTime now, UtcTime day_ends) {
    struct Entry {
        const CardKey* card;
        std::string id;
        UtcTime due;
        bool answered_today;
    };
    std::vector<Entry> steps, soon, reviews, fresh;
    std::set<std::string, std::less<>> asked_of_today;
    for (const std::string& id : done.cards)
        if (const auto key = card_key(id)) asked_of_today.insert(key->of);
    Plan plan;
    for (const CardKey& card : deck) {
        std::string id = to_text(card);
        const auto state = states.find(id);
        const bool today = done.cards.contains(id);
        if (state == states.end() || state->second.stage == StudyStage::fresh) {
            fresh.push_back({&card, std::move(id), {}, today});
            continue;
        }
        const UtcTime due = state->second.due;
        if (due >= day_ends) continue;
        if (!in_steps(state->second))
            reviews.push_back({&card, std::move(id), due, today});
        else if (due <= now)
            steps.push_back({&card, std::move(id), due, today});
        else {
            soon.push_back({&card, std::move(id), due, today});
            if (!plan.next_step || due < *plan.next_step) plan.next_step = due;
        }
    }
    for (auto* list : {&steps, &soon, &reviews}) std::ranges::stable_sort(*list, {}, &Entry::due);

    int room = limits.cards_a_day - static_cast<int>(done.cards.size());
    int new_room = limits.new_a_day - done.new_cards;
    std::set<std::string, std::less<>> taken;
    // One that was begun today is finished today, whatever the limit; nothing else of its pattern is asked.
    const auto take = [&](const Entry& entry, bool is_new) {
        if (!entry.answered_today &&
            (asked_of_today.contains(entry.card->of) || taken.contains(entry.card->of) || room <= 0)) {
            plan.later += !is_new;
            plan.limit_reached = plan.limit_reached || room <= 0;
            return false;
        }
        if (!entry.answered_today) --room;
        taken.insert(entry.card->of);
        plan.cards.push_back(*entry.card);
        (is_new ? plan.fresh : plan.due)++;
        return true;
    };
    for (const Entry& entry : steps) take(entry, false);
    for (const Entry& entry : reviews) take(entry, false);
    for (const Entry& entry : fresh) {
        if (new_room <= 0) break;
        if (take(entry, true)) --new_room;
    }
    if (plan.cards.empty())
        for (const Entry& entry : soon)
            if (entry.due <= now + early) take(entry, false);
    if (!plan.cards.empty()) plan.next_step.reset();
    return plan;
}

DeckCount count_of(std::span<const CardKey> deck, const CardStates& states, UtcTime day_ends) {
    DeckCount count;
    for (const CardKey& card : deck) {
        const auto state = states.find(to_text(card));
        if (state == states.end() || state->second.stage == StudyStage::fresh)
            ++count.fresh;
        else if (state->second.due < day_ends)
            ++count.due;
    }
    return count;
}

std::vector<CardKey> weakest_of(std::span<const CardKey> cards, const CardStates& states, const Fsrs& fsrs, UtcTime now,
                                std::size_t most) {
    std::vector<std::pair<double, const CardKey*>> known;
    for (const CardKey& card : cards)
        if (const auto state = states.find(to_text(card)); state != states.end())
            if (const auto recall = fsrs.retrievability(state->second, now)) known.emplace_back(*recall, &card);
    std::ranges::stable_sort(known, {}, &std::pair<double, const CardKey*>::first);
    std::vector<CardKey> weakest;
    for (const auto& [recall, card] : known)
        if (weakest.size() < most) weakest.push_back(*card);
    return weakest;
}

}  // namespace myomap
