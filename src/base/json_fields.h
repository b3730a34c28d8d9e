#pragma once
// Reading a JSON tree into structs with a precise problem for each thing that is wrong. Private to the data readers.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/json_document.h"
#include "base/problem.h"
#include "base/word.h"

namespace myomap {

// Where a value stands. Lives on the stack beside it, so that a good file never pays for building pointers.
class Place {
public:
    Place() = default;
    Place(const Place& parent, std::string_view key) : parent_(&parent), key_(key) {}
    Place(const Place& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

    std::string pointer() const;

private:
    const Place* parent_ = nullptr;
    std::string_view key_;
    std::size_t index_ = 0;
    bool is_index_ = false;
};

// Collects problems by pointer; finish() adds the lines.
class ProblemLog {
public:
    explicit ProblemLog(const JsonDocument& document) : document_(document) {}

    void error(const Place& at, Message expected, const nlohmann::json& got, Message advice = {}) {
        add(Problem::Severity::error, at.pointer(), std::move(expected), excerpt(got), std::move(advice));
    }
    void add(Problem::Severity severity, std::string pointer, Message expected, Message got, Message advice = {});

    // The file is of another kind: what is said next is all that is said of it.
    void forget() { drafts_.clear(), unlisted_ = 0; }

    // `id` at `at` is taken by the value at `first_pointer`; `expected` is "a muscle id that is not used yet".
    void duplicate(const Place& at, Message expected, const std::string& id, std::string first_pointer);

    // Sorted by line.
    Problems finish();

private:
    struct Draft {
        Problem problem;
        std::string first_pointer;
    };
    const JsonDocument& document_;
    std::vector<Draft> drafts_;
    std::size_t unlisted_ = 0;
};

// The known candidate nearest to `name`, or "" where none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates);

// `did you mean "x"?`, or nothing.
Message did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates);

// `one of "x", "y"`
Message one_of(const std::vector<std::string_view>& names);

enum class Need { required, optional };

// Of a list that has no limit of its own: several times what any of ours has, and no work for minutes.
inline constexpr std::size_t most_list_items = 1000;
// Of one whose reader has a limit of its own.
inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

// What a number may be, and how a message calls it.
struct NumberRange {
    double low;
    double high;
    bool low_is_allowed;
    const char* words;
};

std::optional<double> read_number(const nlohmann::json& value, const Place& at, const NumberRange& range,
                                  ProblemLog& log);

// Lower case letters, digits and underscores, at most 100.
bool is_id(std::string_view text);
inline constexpr const char* id_form = word("an id of lower case letters, digits and underscores, at most 100");

// `"x"`, as JSON writes it.
Message in_quotes(std::string_view text);

// Remembers ids and where they were first used; false and a problem for one that is taken: `expected` says "a muscle id
// that is not used yet".
class UniqueIds {
public:
    explicit UniqueIds(const char* expected) : expected_(expected) {}

    bool add(const std::string& id, const Place& at, ProblemLog& log);

private:
    const char* expected_;
    std::unordered_map<std::string, std::string> first_;  // id -> pointer
};

// The members of one object. Reports what is missing, of a wrong type or unknown; remembers whether any of it was an
// error, so that the caller can leave the element out.
class Fields {
public:
    // `known`: every key this object may have. Others get a warning.
    Fields(const nlohmann::json& value, const Place& at, ProblemLog& log,
           std::initializer_list<std::string_view> known);
    // Other keys are none of our business.
    Fields(const nlohmann::json& value, const Place& at, ProblemLog& log);

    bool is_object() const { return object_ != nullptr; }
    const nlohmann::json& value() const { return *object_; }  // an object alone has one
    bool ok() const { return ok_; }
    void fail() { ok_ = false; }
    ProblemLog& log() const { return log_; }
    const Place& place() const { return at_; }
    Place place(std::string_view key) const { return {at_, key}; }

    // The member, or null (reported when required).
    const nlohmann::json* find(std::string_view key, Need need = Need::required);

    // A text the element cannot do without: non-empty, at most 4000 bytes.
    std::string text(std::string_view key);

    // A text of the given form; `form` says what is expected.
    std::string text(std::string_view key, bool (*is_good)(std::string_view), const char* form,
                     Need need = Need::required);

    // A text only for readers: a bad one is reported and left empty, the element stays.
    std::string prose(std::string_view key, Need need = Need::required);

    // The items of an array, each a non-empty text; bad ones are reported and left out, the element stays.
    std::vector<std::string> prose_list(std::string_view key, Need need = Need::required);
    std::vector<std::string> prose_list(std::string_view key, bool (*is_good)(std::string_view), const char* form,
                                        Need need = Need::required);

    // The array, or null (reported); the element stays.
    const nlohmann::json* list(std::string_view key, const char* expected, Need need = Need::required);

    bool flag(std::string_view key, bool fallback, Need need = Need::optional);

    std::optional<double> number(std::string_view key, const NumberRange& range);

    // The array, or null (reported) when it is missing, no array, shorter than `at_least` or longer than `at_most`.
    const nlohmann::json* array(std::string_view key, std::size_t at_least, const char* expected,
                                Need need = Need::required, std::size_t at_most = most_list_items);

    // One of an enum's values by its to_text name.
    template <typename Enum>
    Enum choice(std::string_view key, std::initializer_list<Enum> values) {
        std::vector<std::string_view> names;
        for (const Enum value : values) names.push_back(to_text(value));
        const auto index = choice_index(key, names);
        return *(values.begin() + index.value_or(0));
    }

    std::optional<std::size_t> choice_index(std::string_view key, const std::vector<std::string_view>& names);

private:
    std::optional<std::string> read_text(const nlohmann::json& value, const Place& at,
                                         bool (*is_good)(std::string_view), const char* form);

    const nlohmann::json* object_ = nullptr;
    const Place& at_;
    ProblemLog& log_;
    bool ok_ = true;
};

// The first members of every data file: format and version. False when this is another kind of file, reported.
bool read_format(Fields& fields, const char* format, int version);

}  // namespace myomap
