#pragma once
// What a learner's answers say about how well the atlas is known. Pure functions; the clock is the caller's.

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "study/progress.h"

namespace myomap {

inline constexpr int forecast_days = 14, calendar_weeks = 5, retention_weeks = 8;
inline constexpr int leech_lapses = 4;  // forgotten that often a card keeps going wrong

struct RetentionPoint {
    int day = 0;  // the last of its week; see base/local_day.h
    int answers = 0;
    float share = 0;  // of the answers that were right
};

struct KindFigures {
    QuestionKind kind{};
    int answers = 0;
    float right = 0;  // share
};

struct StudyFigures {
    int reviews = 0, days = 0, days_with_review = 0;  // days: since the first answer, today counted
    int cards_begun = 0;
    std::array<int, forecast_days> due{};  // cards; what is overdue counts today
    // Of cards that were asked again a day or more later: how many answers were right. Weeks without any are left out.
    std::vector<RetentionPoint> retention;
    std::optional<float> retention_of_month;  // of the last thirty days
    // Answers of each day, the last `calendar_weeks` weeks from a Monday on; -1 for days to come.
    std::array<int, 7 * calendar_weeks> calendar{};
    int first_of_calendar = 0;  // day
    float minutes_a_day = 0;    // of days with an answer
    std::optional<float> mean_zone_score;
    std::vector<KindFigures> kinds;  // that were asked, in the order of all_question_kinds
    std::vector<CardKey> leeches;    // worst first
    std::vector<int> lapses;         // of each of them
};

StudyFigures figures_of(std::span<const KeptReview> reviews, const CardStates& states, UtcTime now);

// The chance that a card is remembered now; while it is within its steps, it is being learned and counts as half known
// at most. Nothing for one that was never answered.
std::optional<float> recall_of(const StudyCard& card, const Fsrs& fsrs, UtcTime now);

// The chance that each muscle is known now, that of its weakest card; only muscles of which a card was answered.
std::map<int, float> known_muscles(const Atlas& atlas, const CardStates& states, const Fsrs& fsrs, UtcTime now);

// Over all cards of a deck; those that were never answered count as not known.
float known_share(std::span<const CardKey> deck, const CardStates& states, const Fsrs& fsrs, UtcTime now);

}  // namespace myomap
