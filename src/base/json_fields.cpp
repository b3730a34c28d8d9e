#include "base/json_fields.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/edit_distance.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr std::size_t longest_text = 4000;

}  // namespace

std::string Place::pointer() const {
    if (!parent_) return "";
    std::string pointer = parent_->pointer();
    append_pointer_token(pointer, is_index_ ? std::to_string(index_) : std::string(key_));
    return pointer;
}

void ProblemLog::add(Problem::Severity severity, std::string pointer, Message expected, Message got, Message advice) {
    if (drafts_.size() >= most_problems) {
        ++unlisted_;
        return;
    }
    drafts_.push_back(
        {{severity, document_.file, 0, std::move(pointer), std::move(expected), std::move(got), std::move(advice)},
         ""});
}

void ProblemLog::duplicate(const Place& at, Message expected, const std::string& id, std::string first_pointer) {
    const auto before = drafts_.size();
    error(at, std::move(expected), json(id));
    if (drafts_.size() > before) drafts_.back().first_pointer = std::move(first_pointer);
}

Problems ProblemLog::finish() {
    if (drafts_.empty()) return {};
    std::vector<std::string> pointers;
    for (const Draft& draft : drafts_) {
        pointers.push_back(draft.problem.pointer);
        pointers.push_back(draft.first_pointer);
    }
    const auto lines = lines_of(document_.text, pointers);
    Problems problems;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        Problem& problem = drafts_[i].problem;
        problem.line = lines[2 * i];
        if (!drafts_[i].first_pointer.empty())
            problem.advice = {word("the first is on line {} ({})"),
                              {std::to_string(lines[2 * i + 1]), drafts_[i].first_pointer}};
        problems.push_back(std::move(problem));
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    if (unlisted_ > 0)
        problems.push_back({Problem::Severity::error,
                            document_.file,
                            problems.back().line,
                            "",
                            word("fewer problems"),
                            {word("{} more that are not listed"), {std::to_string(unlisted_)}},
                            word("mend these first")});
    return problems;
}

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates) {
    const int limit = std::max(1, std::min(4, static_cast<int>(name.size()) / 3));
    int best_distance = limit + 1;
    std::string_view best;
    for (const auto candidate : candidates) {
        const int distance = edit_distance(name, candidate, best_distance - 1);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
        if (best_distance == 0) break;
    }
    return std::string(best);
}

Message did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates) {
    const std::string near = nearest_name(name, candidates);
    return near.empty() ? Message() : Message(word("did you mean \"{}\"?"), {near});
}

Message one_of(const std::vector<std::string_view>& names) {
    std::string all;
    for (const auto name : names) all += (all.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    return {word("one of {}"), {std::move(all)}};
}

std::optional<double> read_number(const json& value, const Place& at, const NumberRange& range, ProblemLog& log) {
    if (value.is_number()) {
        const double number = value.get<double>();
        const bool above = range.low_is_allowed ? number >= range.low : number > range.low;
        if (std::isfinite(number) && above && number <= range.high) return number;
        log.error(at, range.words, value);
    } else {
        log.error(at, range.words, value, value.is_string() ? word("write the number without quotes") : "");
    }
    return std::nullopt;
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Message in_quotes(std::string_view text) { return {"\"{}\"", {std::string(text)}}; }

bool UniqueIds::add(const std::string& id, const Place& at, ProblemLog& log) {
    const auto found = first_.find(id);
    if (found == first_.end()) {
        first_.emplace(id, at.pointer());
        return true;
    }
    log.duplicate(at, expected_, id, found->second);
    return false;
}

Fields::Fields(const json& value, const Place& at, ProblemLog& log) : at_(at), log_(log) {
    if (!value.is_object()) {
        log.error(at, word("an object {...}"), value);
        ok_ = false;
        return;
    }
    object_ = &value;
}

Fields::Fields(const json& value, const Place& at, ProblemLog& log, std::initializer_list<std::string_view> known)
    : Fields(value, at, log) {
    if (!object_) return;
    for (const auto& [key, member] : value.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        Message advice = did_you_mean(key, known);
        log.add(Problem::Severity::warning, Place(at, key).pointer(), word("a key that is known here"),
                excerpt(json(key)), advice.empty() ? word("it is ignored; remove it") : std::move(advice));
    }
}

const json* Fields::find(std::string_view key, Need need) {
    if (!object_) return nullptr;
    const auto found = object_->find(key);
    if (found != object_->end()) return &*found;
    if (need == Need::required) {
        log_.error(at_, {word("a member \"{}\""), {std::string(key)}}, *object_,
                   {word("add \"{}\""), {std::string(key)}});
        ok_ = false;
    }
    return nullptr;
}

std::optional<std::string> Fields::read_text(const json& value, const Place& at, bool (*is_good)(std::string_view),
                                             const char* form) {
    if (!value.is_string()) {
        log_.error(at, form, value, value.is_number() || value.is_boolean() ? word("write it in quotes") : "");
        return std::nullopt;
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > longest_text) {
        log_.error(at, {word("a text of at most {} bytes"), {std::to_string(longest_text)}}, value);
        return std::nullopt;
    }
    if (is_good(text)) return text;
    log_.error(at, form, value);
    return std::nullopt;
}

std::string Fields::text(std::string_view key, bool (*is_good)(std::string_view), const char* form, Need need) {
    const json* value = find(key, need);
    if (!value) return "";
    auto text = read_text(*value, place(key), is_good, form);
    if (!text) ok_ = false;
    return text.value_or("");
}

std::string Fields::text(std::string_view key) {
    return text(
        key, [](std::string_view text) { return !text.empty(); }, word("a text that is not empty"));
}

std::string Fields::prose(std::string_view key, Need need) {
    const bool ok_before = ok_;
    const json* value = find(key, need);
    ok_ = ok_before;
    if (!value) return "";
    const bool empty_is_good = need == Need::optional;
    return read_text(
               *value, place(key),
               empty_is_good ? [](std::string_view) { return true; }
                             : [](std::string_view text) { return !text.empty(); },
               empty_is_good ? word("a text") : word("a text that is not empty"))
        .value_or("");
}

std::vector<std::string> Fields::prose_list(std::string_view key, Need need) {
    return prose_list(
        key, [](std::string_view each) { return !each.empty(); }, word("a text that is not empty"), need);
}

std::vector<std::string> Fields::prose_list(std::string_view key, bool (*is_good)(std::string_view), const char* form,
                                            Need need) {
    std::vector<std::string> texts;
    const json* items = list(key, word("a list of texts"), need);
    if (!items) return texts;
    const Place at = place(key);
    for (std::size_t i = 0; i < items->size(); ++i)
        if (auto text = read_text((*items)[i], Place(at, i), is_good, form)) texts.push_back(std::move(*text));
    return texts;
}

const json* Fields::list(std::string_view key, const char* expected, Need need) {
    const bool ok_before = ok_;
    const json* items = array(key, 0, expected, need);
    ok_ = ok_before;
    return items;
}

bool Fields::flag(std::string_view key, bool fallback, Need need) {
    const json* value = find(key, need);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    log_.error(place(key), word("true or false"), *value);
    ok_ = false;
    return fallback;
}

std::optional<double> Fields::number(std::string_view key, const NumberRange& range) {
    const json* value = find(key);
    if (!value) return std::nullopt;
    const auto number = read_number(*value, place(key), range, log_);
    if (!number) ok_ = false;
    return number;
}

const json* Fields::array(std::string_view key, std::size_t at_least, const char* expected, Need need,
                          std::size_t at_most) {
    const json* value = find(key, need);
    if (!value) return nullptr;
    if (value->is_array() && value->size() >= at_least && value->size() <= at_most) return value;
    if (value->is_array() && value->size() > at_most)
        log_.add(Problem::Severity::error, place(key).pointer(),
                 {word("a list of at most {}"), {std::to_string(at_most)}},
                 {word("{} of them"), {std::to_string(value->size())}});
    else
        log_.error(place(key), expected, *value);
    ok_ = false;
    return nullptr;
}

std::optional<std::size_t> Fields::choice_index(std::string_view key, const std::vector<std::string_view>& names) {
    const json* value = find(key);
    if (!value) return std::nullopt;
    if (value->is_string()) {
        const auto found = std::find(names.begin(), names.end(), value->get_ref<const std::string&>());
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    }
    log_.error(place(key), one_of(names), *value,
               value->is_string() ? did_you_mean(value->get_ref<const std::string&>(), names) : Message());
    ok_ = false;
    return std::nullopt;
}

bool read_format(Fields& fields, const char* format, int version) {
    if (!fields.is_object()) return false;
    ProblemLog& log = fields.log();
    const json* name = fields.value().contains("format") ? &fields.value().at("format") : nullptr;
    if (!name || !name->is_string() || name->get_ref<const std::string&>() != format) {
        log.forget();
        if (fields.find("format"))
            log.error(fields.place("format"), in_quotes(format), *name, word("this is another kind of file"));
        return false;
    }
    const json* number = fields.find("format_version");
    if (!number) return false;
    if (number->is_number() && number->get<double>() == version) return true;
    Message advice;
    if (number->is_number())
        advice = number->get<double>() > version
                     ? word("the file is newer than this program; use a newer Myomap")
                     : word("the file is older than this program; docs/data-format.md has today's form");
    log.error(fields.place("format_version"), std::to_string(version), *number, advice);
    return false;
}

}  // namespace myomap
