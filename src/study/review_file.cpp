#include "study/review_file.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_fields.h"

namespace myomap {

using nlohmann::json;
using std::chrono::minutes;

namespace {

constexpr int longest_step_days = 36500;

constexpr const char* time_form = word("a time in UTC of the years 1970 to 2999, such as \"2026-01-05T09:00:00.000Z\"");
constexpr const char* step_form = word("a step such as \"10m\", \"2h\" or \"3d\", of 1 minute to 36500 days");

// What reading a file needs to remember. A warning of each kind is given once, where it first holds: of thousands of
// histories it is likely to hold for all, and too many problems would be an error.
struct Reading {
    explicit Reading(const JsonDocument& document) : log(document) {}

    ProblemLog log;
    std::size_t reviews_left = most_reviews;
    bool key_said = false, weight_said = false, clock_said = false;
};

// Years in which every `due` has four digits too.
bool is_review_time(std::string_view text) {
    using namespace std::chrono;
    const auto time = utc_time(text);
    return time && *time >= sys_days(1970y / 1 / 1) && *time < sys_days(3000y / 1 / 1);
}

std::optional<int> read_whole(const json& value, const Place& at, const NumberRange& range, ProblemLog& log) {
    const auto number = read_number(value, at, range, log);
    if (!number) return {};
    if (*number == std::floor(*number)) return static_cast<int>(*number);
    log.error(at, range.words, value);
    return {};
}

// "10m", "2h", "3d"; nothing for what is none.
std::optional<minutes> step_of(const std::string& text) {
    if (text.size() < 2 || text.size() > 9) return {};
    const std::string digits = text.substr(0, text.size() - 1);
    if (digits.find_first_not_of("0123456789") != std::string::npos) return {};
    const int number = std::stoi(digits);  // at most eight digits
    minutes step{0};
    switch (text.back()) {
        case 'm':
            step = minutes(number);
            break;
        case 'h':
            step = std::chrono::hours(number);
            break;
        case 'd':
            step = std::chrono::days(number);
            break;
        default:
            return {};
    }
    if (step < minutes(1) || step > std::chrono::days(longest_step_days)) return {};
    return step;
}

void read_steps(Fields& fields, std::string_view key, std::vector<minutes>& into) {
    const json* steps = fields.array(key, 0, word("a list of steps"), Need::optional);
    if (!steps) return;
    const Place at = fields.place(key);
    ProblemLog& log = fields.log();
    if (steps->size() > most_steps_of_learning) {
        log.error(at, {word("a list of at most {}"), {std::to_string(most_steps_of_learning)}}, *steps);
        return;
    }
    into.clear();
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const json& value = (*steps)[i];
        const auto step = value.is_string() ? step_of(value.get_ref<const std::string&>()) : std::nullopt;
        if (step)
            into.push_back(*step);
        else
            log.error(Place(at, i), step_form, value);
    }
}

// Those out of range are used as the nearest that may be, as ts-fsrs does; it is said.
void read_weights(Fields& fields, Reading& reading, FsrsParameters& into) {
    const json* weights = fields.find("w", Need::optional);
    if (!weights) return;
    const Place at = fields.place("w");
    ProblemLog& log = fields.log();
    if (!weights->is_array() || weights->size() != fsrs_weights) {
        log.error(at, word("a list of the 21 weights of FSRS-6"), *weights);
        return;
    }
    constexpr NumberRange any{-1e6, 1e6, true, word("a number from -1000000 to 1000000")};
    bool all_read = true;
    for (std::size_t i = 0; i < fsrs_weights; ++i) {
        const auto number = read_number((*weights)[i], Place(at, i), any, log);
        if (number) into.weights[i] = *number;
        all_read = all_read && number;
    }
    if (!all_read || reading.weight_said) return;
    const auto ranges = weight_ranges(into);
    for (std::size_t i = 0; i < fsrs_weights; ++i) {
        const auto [low, high] = ranges[i];
        const double used = std::clamp(into.weights[i], low, high);
        if (used == into.weights[i]) continue;
        log.add(Problem::Severity::warning, Place(at, i).pointer(),
                {word("a number from {} to {}"), {fmt::format("{}", low), fmt::format("{}", high)}},
                excerpt((*weights)[i]), {word("{} is used"), {fmt::format("{}", used)}});
        reading.weight_said = true;
        return;
    }
}

// A parameter that is misspelt would quietly have its usual value.
void warn_of_unknown_key(const json& parameters, const Place& at, Reading& reading) {
    // The interval modifier follows from the retention.
    static const std::vector<std::string_view> known{"request_retention",
                                                     "maximum_interval",
                                                     "enable_short_term",
                                                     "enable_fuzz",
                                                     "learning_steps",
                                                     "relearning_steps",
                                                     "w",
                                                     "interval_modifier"};
    for (const auto& [key, member] : parameters.items()) {
        if (reading.key_said) return;
        if (std::ranges::find(known, key) != known.end()) continue;
        Message advice = did_you_mean(key, known);
        reading.log.add(Problem::Severity::warning, Place(at, key).pointer(), word("a key that is known here"),
                        excerpt(json(key)), advice.empty() ? word("it is ignored; remove it") : std::move(advice));
        reading.key_said = true;
    }
}

void read_parameters(const json& value, const Place& at, Reading& reading, FsrsParameters& into) {
    ProblemLog& log = reading.log;
    Fields fields(value, at, log);
    if (!fields.is_object()) return;
    warn_of_unknown_key(value, at, reading);
    constexpr NumberRange share{0, 1, false, word("a number above 0 and at most 1 (the share to remember)")};
    if (const json* retention = fields.find("request_retention", Need::optional))
        into.retention = read_number(*retention, fields.place("request_retention"), share, log).value_or(0.9);
    constexpr NumberRange interval{1, 36500, true, word("a whole number from 1 to 36500 (days)")};
    if (const json* most = fields.find("maximum_interval", Need::optional))
        into.maximum_interval = read_whole(*most, fields.place("maximum_interval"), interval, log).value_or(36500);
    into.short_term = fields.flag("enable_short_term", true);
    if (fields.flag("enable_fuzz", false))
        log.error(fields.place("enable_fuzz"), word("false: an interval here is never moved by chance"), true);
    read_steps(fields, "learning_steps", into.learning_steps);
    read_steps(fields, "relearning_steps", into.relearning_steps);
    read_weights(fields, reading, into);  // their ranges depend on the rest
}

std::optional<GivenAnswer> read_answer(const json& value, const Place& at, ProblemLog& log) {
    Fields fields(value, at, log);
    if (!fields.is_object()) return {};
    GivenAnswer answer;
    constexpr NumberRange grades{1, 4, true, word("1 (again), 2 (hard), 3 (good) or 4 (easy)")};
    if (const json* rating = fields.find("rating")) {
        if (const auto grade = read_whole(*rating, fields.place("rating"), grades, log))
            answer.grade = static_cast<Grade>(*grade);
        else
            fields.fail();
    }
    const std::string time = fields.text("at", is_review_time, time_form);
    if (!fields.ok()) return {};
    answer.at = *utc_time(time);
    return answer;
}

void read_history(const json& value, const Place& at, Reading& reading, LoadedReviews& into) {
    ProblemLog& log = reading.log;
    Fields fields(value, at, log);
    ReviewHistory& history = into.histories.emplace_back();
    if (!fields.is_object()) return;
    if (const json* parameters = fields.find("parameters", Need::optional))
        read_parameters(*parameters, fields.place("parameters"), reading, history.parameters);
    const json* reviews = fields.array("reviews", 0, word("a list of reviews"), Need::required, any_number);
    if (!reviews) return;
    const Place list = fields.place("reviews");
    if (reviews->size() > reading.reviews_left) {
        log.error(list, {word("a file of at most {} reviews"), {std::to_string(most_reviews)}}, *reviews);
        return;
    }
    reading.reviews_left -= reviews->size();
    history.answers.reserve(reviews->size());
    for (std::size_t i = 0; i < reviews->size(); ++i) {
        const Place place(list, i);
        const auto answer = read_answer((*reviews)[i], place, log);
        if (!answer) continue;
        if (!reading.clock_said && !history.answers.empty() && answer->at < history.answers.back().at) {
            log.add(Problem::Severity::warning, Place(place, "at").pointer(),
                    {word("a time not before the review before it ({})"), {to_text(history.answers.back().at)}},
                    in_quotes(to_text(answer->at)), word("no day is counted between the two"));
            reading.clock_said = true;
        }
        history.answers.push_back(*answer);
    }
}

nlohmann::ordered_json to_json(const StudyCard& card) {
    return {{"state", to_text(card.stage)},
            {"stability", card.stability},
            {"difficulty", card.difficulty},
            {"step", card.step},
            {"scheduled_days", card.scheduled_days},
            {"due", to_text(card.due)},
            {"reps", card.reps},
            {"lapses", card.lapses}};
}

}  // namespace

LoadedReviews read_reviews(const std::filesystem::path& file) {
    JsonDocument document = read_json(file);
    if (!document.root) return {{}, std::move(document.problems), ""};
    Reading reading(document);
    ProblemLog& log = reading.log;
    LoadedReviews loaded;
    for (const DuplicateKey& key : duplicate_keys(document.text))
        log.add(Problem::Severity::error, key.pointer, word("each key once in an object"),
                word("a key that is there already"),
                {word("the first is on line {}; only the last one counts"), {std::to_string(key.first_line)}});
    const Place top;
    Fields fields(*document.root, top, log);
    if (const json* vectors = fields.array("vectors", 0, word("a list of vectors"), Need::required, any_number)) {
        const Place at = fields.place("vectors");
        if (vectors->size() > most_histories)
            log.error(at, {word("a list of at most {}"), {std::to_string(most_histories)}}, *vectors);
        else
            for (std::size_t i = 0; i < vectors->size(); ++i)
                read_history((*vectors)[i], Place(at, i), reading, loaded);
    }
    loaded.problems = log.finish();
    loaded.text = std::move(document.text);
    return loaded;
}

std::string scheduled_json(const LoadedReviews& reviews) {
    // Read again, because only this kind of tree keeps the order of members.
    auto tree = nlohmann::ordered_json::parse(reviews.text);
    auto& vectors = tree["vectors"];
    for (std::size_t i = 0; i < reviews.histories.size(); ++i) {
        const ReviewHistory& history = reviews.histories[i];
        const Fsrs fsrs(history.parameters);
        auto& answers = vectors[i]["reviews"];
        StudyCard card;
        for (std::size_t k = 0; k < history.answers.size(); ++k) {
            card = fsrs.review(card, history.answers[k].grade, history.answers[k].at);
            answers[k]["after"] = to_json(card);
        }
    }
    return tree.dump(2);
}

}  // namespace myomap
