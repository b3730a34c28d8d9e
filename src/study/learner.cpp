#include "study/learner.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace myomap {

std::string to_json(const LearnerSettings& settings, const std::string& before) {
    auto json = nlohmann::json::parse(before, nullptr, false);
    if (!json.is_object()) json = nlohmann::json::object();
    json["retention"] = std::clamp(settings.retention, least_retention, most_retention);
    json["cards_a_day"] = std::clamp(settings.cards_a_day, 0, most_cards_a_day);
    json["new_a_day"] = std::clamp(settings.new_a_day, 0, most_cards_a_day);
    json["kinds"] = nlohmann::json::array();
    for (const QuestionKind kind : settings.kinds) json["kinds"].push_back(to_text(kind));
    json["deck"] = settings.deck;
    json["own_muscles"] = settings.own_muscles;
    json["first_lesson_done"] = settings.first_lesson_done;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

LearnerSettings learner_settings(const std::string& text) {
    LearnerSettings settings;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return settings;
    const auto take = [&](const char* key, auto& into, const auto& is_right) {
        if (const auto it = json.find(key); it != json.end() && is_right(*it)) it->get_to(into);
    };
    const auto is_count = [](const nlohmann::json& j) {
        return j.is_number_integer() && j >= 0 && j <= most_cards_a_day;
    };
    take("retention", settings.retention,
         [](const nlohmann::json& j) { return j.is_number() && j >= least_retention && j <= most_retention; });
    take("cards_a_day", settings.cards_a_day, is_count);
    take("new_a_day", settings.new_a_day, is_count);
    take("deck", settings.deck, [](const nlohmann::json& j) { return j.is_string(); });
    take("first_lesson_done", settings.first_lesson_done, [](const nlohmann::json& j) { return j.is_boolean(); });
    take("own_muscles", settings.own_muscles, [](const nlohmann::json& j) {
        return j.is_array() && std::ranges::all_of(j, [](const auto& one) { return one.is_string(); });
    });
    if (const auto it = json.find("kinds"); it != json.end() && it->is_array()) {
        settings.kinds.clear();
        for (const auto& one : *it)
            if (one.is_string())
                if (const auto kind = question_kind(one.get<std::string>())) settings.kinds.push_back(*kind);
        if (settings.kinds.empty()) settings.kinds = LearnerSettings{}.kinds;
    }
    return settings;
}

}  // namespace myomap
