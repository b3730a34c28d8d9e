#pragma once
// Who learns, and how that one wants to be asked.

#include <cstdint>
#include <string>
#include <vector>

#include "base/utc_time.h"
#include "study/card.h"

namespace myomap {

struct LearnerSettings {
    double retention = 0.9;  // the share of answers that shall be right when a card is asked again; 0.7 to 0.97
    int cards_a_day = 20;
    int new_a_day = 8;
    std::vector<QuestionKind> kinds{QuestionKind::name_muscle, QuestionKind::locate_point, QuestionKind::paint_zone,
                                    QuestionKind::whose_pattern};
    std::string deck = "first_twelve";
    std::vector<std::string> own_muscles;  // of the deck of one's own choice: ids
    bool first_lesson_done = false;

    bool operator==(const LearnerSettings&) const = default;
};

inline constexpr double least_retention = 0.7, most_retention = 0.97;
inline constexpr int most_cards_a_day = 500;
inline constexpr std::size_t longest_learner_name = 60;  // bytes

struct Learner {
    std::int64_t id = 0;
    std::string name;
    UtcTime since{};
    LearnerSettings settings;
};

// As JSON, and back; what makes no sense has its usual value. `before`: JSON of the same learner, whose members of
// which we know nothing stay.
std::string to_json(const LearnerSettings& settings, const std::string& before = "");
LearnerSettings learner_settings(const std::string& json);

}  // namespace myomap
