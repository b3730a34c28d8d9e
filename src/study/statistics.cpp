#include "study/statistics.h"

#include <algorithm>

#include "base/local_day.h"
#include "study/deck.h"

namespace myomap {

namespace {

bool is_right(const KeptReview& review) { return review.grade != Grade::again; }

// Asked again after it was learned, a day or more later: what the desired retention is about.
bool tests_memory(const KeptReview& review) { return review.before == StudyStage::review && review.days >= 1; }

// Answers come by the hundred thousand and days by the dozen: one call of the clock's a day.
class Days {
public:
    int of(UtcTime at) {
        if (at < begin_ || at >= end_) {
            day_ = local_day(at);
            begin_ = begin_of_day(day_);
            end_ = begin_of_day(day_ + 1);
        }
        return day_;
    }

private:
    UtcTime begin_{}, end_{};
    int day_ = 0;
};

}  // namespace

StudyFigures figures_of(std::span<const KeptReview> reviews, const CardStates& states, UtcTime now) {
    StudyFigures figures;
    Days days;
    const int today = days.of(now);
    figures.reviews = static_cast<int>(reviews.size());
    figures.cards_begun = static_cast<int>(states.size());
    for (const auto& [id, card] : states) {
        if (card.stage == StudyStage::fresh) continue;
        const int day = std::max(0, days.of(card.due) - today);
        if (day < forecast_days) ++figures.due[static_cast<std::size_t>(day)];
        if (card.lapses >= leech_lapses)
            if (const auto key = card_key(id)) figures.leeches.push_back(*key);
    }
    const auto lapses_of = [&](const CardKey& key) { return states.find(to_text(key))->second.lapses; };
    std::ranges::stable_sort(figures.leeches, std::greater<>{}, lapses_of);
    for (const CardKey& key : figures.leeches) figures.lapses.push_back(lapses_of(key));

    figures.first_of_calendar = today - weekday(today) - 7 * (calendar_weeks - 1);
    for (int i = 0; i < 7 * calendar_weeks; ++i)
        figures.calendar[static_cast<std::size_t>(i)] = figures.first_of_calendar + i > today ? -1 : 0;

    struct Share {
        int right = 0, all = 0;
        void add(bool is) { right += is, ++all; }
        float value() const { return static_cast<float>(right) / static_cast<float>(std::max(1, all)); }
    };
    std::array<Share, retention_weeks> weeks{};
    std::array<Share, all_question_kinds.size()> kinds{};
    Share month;
    double milliseconds = 0, scores = 0;
    int scored = 0, last_day = 0;
    for (const KeptReview& review : reviews) {
        const int day = days.of(review.at);
        if (figures.days_with_review == 0) figures.days = std::max(1, today - day + 1);
        if (figures.days_with_review == 0 || day != last_day) ++figures.days_with_review;
        last_day = day;
        const int ago = today - day, place = day - figures.first_of_calendar;
        if (place >= 0 && ago >= 0) ++figures.calendar[static_cast<std::size_t>(place)];
        milliseconds += static_cast<double>(review.took.count());
        const auto key = card_key(review.card);
        if (key) kinds[static_cast<std::size_t>(key->kind)].add(is_right(review));
        if (key && key->kind == QuestionKind::paint_zone && review.score) scores += *review.score, ++scored;
        if (!tests_memory(review) || ago < 0) continue;
        if (ago < 30) month.add(is_right(review));
        if (ago / 7 < retention_weeks) weeks[static_cast<std::size_t>(ago / 7)].add(is_right(review));
    }
    for (int week = retention_weeks - 1; week >= 0; --week)
        if (const Share& share = weeks[static_cast<std::size_t>(week)]; share.all > 0)
            figures.retention.push_back({today - 7 * week, share.all, share.value()});
    if (month.all > 0) figures.retention_of_month = month.value();
    if (figures.days_with_review > 0)
        figures.minutes_a_day = static_cast<float>(milliseconds / 60000 / figures.days_with_review);
    if (scored > 0) figures.mean_zone_score = static_cast<float>(scores / scored);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].all > 0) figures.kinds.push_back({all_question_kinds[i], kinds[i].all, kinds[i].value()});
    return figures;
}

std::optional<float> recall_of(const StudyCard& card, const Fsrs& fsrs, UtcTime now) {
    constexpr float being_learned = 0.5f;
    const auto recall = fsrs.retrievability(card, now);
    if (!recall) return {};
    const auto share = static_cast<float>(*recall);
    return card.stage == StudyStage::review ? share : std::min(share, being_learned);
}

std::map<int, float> known_muscles(const Atlas& atlas, const CardStates& states, const Fsrs& fsrs, UtcTime now) {
    std::map<int, float> known;
    for (const auto& [id, state] : states) {
        const auto key = card_key(id);
        if (!key) continue;
        const int muscle = muscle_of(atlas, *key).value_or(-1);
        const auto recall = recall_of(state, fsrs, now);
        if (muscle < 0 || !recall) continue;
        const auto [it, is_new] = known.try_emplace(muscle, *recall);
        if (!is_new) it->second = std::min(it->second, *recall);
    }
    return known;
}

float known_share(std::span<const CardKey> deck, const CardStates& states, const Fsrs& fsrs, UtcTime now) {
    double sum = 0;
    for (const CardKey& card : deck)
        if (const auto state = states.find(to_text(card)); state != states.end())
            sum += recall_of(state->second, fsrs, now).value_or(0);
    return deck.empty() ? 0 : static_cast<float>(sum / static_cast<double>(deck.size()));
}

}  // namespace myomap
