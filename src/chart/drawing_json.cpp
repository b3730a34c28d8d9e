#include "chart/drawing_json.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/json_fields.h"
#include "base/schema_check.h"
#include "chart/drawing_members.h"

namespace myomap {

using nlohmann::json;

namespace {

// With all that a chart may hold, and room for what newer programs add.
constexpr std::uintmax_t most_file_bytes = 16 * 1024 * 1024;

bool is_point_name(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

template <class Enum, std::size_t count>
const Enum* find_choice(const json& value, const std::array<Enum, count>& all) {
    if (!value.is_string()) return nullptr;
    const auto found = std::ranges::find(all, value.get_ref<const std::string&>(),
                                         [](Enum each) -> std::string_view { return to_text(each); });
    return found == all.end() ? nullptr : &*found;
}

// What all objects of one file share.
struct Reading {
    ProblemLog& log;
    SkinTopology topology;
    bool newer = false;  // the file, than this program
    ItemId highest_id = 0;
    UniqueIds ids{word("an id of an area, finding or note that is not used yet")};
    UniqueIds letters{word("a letter that is not used yet")};
};

template <class T>
bool read_object(const json& value, const Place& at, Reading& reading, T& out);

// One object of the file. What can't be used is reported and kept, as is what nothing asked for.
class ObjectReader {
public:
    ObjectReader(const json& object, const Place& at, Reading& reading) : object_(object), at_(at), reading_(reading) {}

    bool ok() const { return ok_; }
    void keep(std::string_view key, const json& value) { kept_[std::string(key)] = value; }
    // What was kept and what was never asked for, as JSON text; "" for nothing.
    std::string unknown() {
        for (const auto& [key, value] : object_.items())
            if (std::ranges::find(asked_, key) == asked_.end()) keep(key, value);
        return kept_.empty() ? "" : kept_.dump();
    }

    const json* find(std::string_view key, Need need = Need::optional) {
        asked_.push_back(key);
        const auto found = object_.find(key);
        if (found != object_.end()) return &*found;
        if (need == Need::required) fail(at_, {word("a member \"{}\""), {std::string(key)}}, object_);
        return nullptr;
    }
    void report(const Place& at, Message expected, const json& got, Message advice = {}) {
        if (reading_.newer) advice = word("a newer Myomap wrote this file; what this one can't use is kept");
        reading_.log.add(reading_.newer ? Problem::Severity::warning : Problem::Severity::error, at.pointer(),
                         std::move(expected), excerpt(got), std::move(advice));
    }
    void require(bool holds, const char* expected) {
        if (ok_ && !holds) fail(at_, expected, object_);
    }

    void item_id(std::string_view key, ItemId& id) {
        const json* value = find(key, Need::required);
        if (!value) return;
        if (value->is_number_integer() && *value >= 1 && *value <= highest_item_id) {
            id = value->get<ItemId>();
            reading_.highest_id = std::max(reading_.highest_id, id);
        } else {
            fail({at_, key}, {word("a whole number from {} to {}"), {"1", std::to_string(highest_item_id)}}, *value);
        }
    }
    void letter(std::string_view key, char& letter) {
        const json* value = find(key, Need::required);
        if (!value) return;
        const std::string text = value->is_string() ? value->get<std::string>() : "";
        if (text.size() == 1 && text[0] >= 'A' && text[0] < static_cast<char>('A' + most_kept_patterns))
            letter = text[0];
        else
            fail({at_, key}, word("a letter from \"A\" to \"F\""), *value);
    }
    void name(std::string_view key, std::string& name, Need need = Need::optional) {
        read_name(key, name, need, is_id, id_form);
    }
    void point_name(std::string_view key, std::string& name) {
        read_name(key, name, Need::optional, is_point_name, "an id of letters, digits and underscores, at most 100");
    }
    void text(std::string_view key, std::string& text) {
        if (const json* value = find(key)) {
            if (is_words(*value))
                text = value->get<std::string>();
            else
                refuse(key, {word("a text of at most {} bytes"), {std::to_string(longest_words)}}, *value);
        }
    }
    void date(std::string_view key, std::string& date) {
        if (const json* value = find(key)) {
            if (value->is_string() && is_date(value->get_ref<const std::string&>()))
                date = value->get<std::string>();
            else
                refuse(key, word("a day such as \"2026-11-28\""), *value);
        }
    }
    void flag(std::string_view key, bool& flag) {
        if (const json* value = find(key)) {
            if (value->is_boolean())
                flag = value->get<bool>();
            else
                fail({at_, key}, word("true or false"), *value);  // what was erased must never look painted
        }
    }
    void number(std::string_view key, std::optional<float>& number, const NumberRange& range) {
        if (const json* value = find(key)) {
            number = in_range(*value, range);
            if (!number) refuse(key, range.words, *value);
        }
    }
    void number(std::string_view key, float& number, const NumberRange& range) {
        const json* value = find(key, Need::required);
        if (!value) return;
        if (const auto read = in_range(*value, range))
            number = *read;
        else
            fail({at_, key}, range.words, *value);
    }
    void numbers(std::string_view key, std::vector<float>& numbers, const NumberRange& range) {
        each(key, most_words, [&](const json& value, const Place& at) {
            const auto read = in_range(value, range);
            if (read)
                numbers.push_back(*read);
            else
                report(at, range.words, value);
            return read.has_value();
        });
    }
    void count(std::string_view key, std::optional<int>& count, int most) {
        if (const json* value = find(key)) {
            if (value->is_number_integer() && *value >= 0 && *value <= most)
                count = value->get<int>();
            else
                refuse(key, {word("a whole number from {} to {}"), {"0", std::to_string(most)}}, *value);
        }
    }
    void words(std::string_view key, std::vector<std::string>& words) {
        each(key, most_words, [&](const json& value, const Place& at) {
            const bool good = is_words(value) && !value.get_ref<const std::string&>().empty();
            if (good)
                words.push_back(value.get<std::string>());
            else
                report(at, {word("a text that is not empty, of at most {} bytes"), {std::to_string(longest_words)}},
                       value);
            return good;
        });
    }
    template <class Enum, std::size_t n>
    void choice(std::string_view key, Enum& choice, const std::array<Enum, n>& all, Need need = Need::optional) {
        const json* value = find(key, need);
        if (!value) return;
        if (const Enum* found = find_choice(*value, all))
            choice = *found;
        else if (need == Need::required)
            fail({at_, key}, one_of(names_of(all)), *value, guess(*value, all));
        else
            refuse(key, one_of(names_of(all)), *value, guess(*value, all));
    }
    template <class Enum, std::size_t n>
    void choices(std::string_view key, std::vector<Enum>& choices, const std::array<Enum, n>& all) {
        each(key, most_words, [&](const json& value, const Place& at) {
            const Enum* found = find_choice(value, all);
            if (found)
                choices.push_back(*found);
            else
                report(at, one_of(names_of(all)), value, guess(value, all));
            return found != nullptr;
        });
    }
    void anchor(std::string_view key, std::optional<SkinAnchor>& anchor) {
        if (const json* value = find(key)) {
            anchor = read_anchor(*value);
            if (!anchor) fail({at_, key}, anchor_form(), *value);
        }
    }
    void path(std::string_view key, std::vector<SkinAnchor>& path) {
        const json* value = find(key, Need::required);
        if (!value) return;
        const Place at(at_, key);
        if (!value->is_array() || value->empty() || value->size() > most_places)
            return fail(at, {word("a list of 1 to {} places on the skin"), {std::to_string(most_places)}}, *value);
        path.reserve(value->size());
        for (std::size_t i = 0; i < value->size(); ++i) {
            const auto anchor = read_anchor((*value)[i]);
            if (!anchor) return fail({at, i}, anchor_form(), (*value)[i]);  // a gap would change what is painted
            path.push_back(*anchor);
        }
    }
    template <class T>
    void object(std::string_view key, Shared<T>& object) {
        std::optional<T> read;
        this->object(key, read);
        if (read) object = std::move(*read);
    }
    template <class T>
    void object(std::string_view key, std::optional<T>& object) {
        const json* value = find(key);
        if (!value) return;
        object.emplace();
        if (read_object(*value, {at_, key}, reading_, *object)) return;
        object.reset();
        keep(key, *value);
    }
    void object(std::string_view key, Consent& consent) {
        std::optional<Consent> read;
        object(key, read);
        if (read) consent = std::move(*read);
    }
    // A list whose items stand for themselves: a bad one is left out.
    template <class List>
    void list(std::string_view key, List& list, std::size_t most) {
        read_list(key, list, most);
    }
    // A list that is good as a whole or not at all: half of an area would be another area.
    template <class List>
    void whole_list(std::string_view key, List& list, std::size_t most) {
        if (!read_list(key, list, most)) ok_ = false;
    }

private:
    void fail(const Place& at, Message expected, const json& got, Message advice = {}) {
        report(at, std::move(expected), got, std::move(advice));
        ok_ = false;
    }
    void refuse(std::string_view key, Message expected, const json& got, Message advice = {}) {
        report({at_, key}, std::move(expected), got, std::move(advice));
        keep(key, got);
    }

    static bool is_words(const json& value) {
        return value.is_string() && value.get_ref<const std::string&>().size() <= longest_words;
    }
    static std::optional<float> in_range(const json& value, const NumberRange& range) {
        const double exact = value.is_number() ? value.get<double>() : range.low - 1;
        if (!(exact >= range.low && exact <= range.high)) return std::nullopt;
        const auto number = static_cast<float>(exact);
        return range.low_is_allowed || number > range.low ? std::optional(number) : std::nullopt;
    }
    void read_name(std::string_view key, std::string& name, Need need, bool (*is_good)(std::string_view),
                   const char* form) {
        const json* value = find(key, need);
        if (!value) return;
        if (value->is_string() && is_good(value->get_ref<const std::string&>()))
            name = value->get<std::string>();
        else
            fail({at_, key}, form, *value);
    }
    template <class Enum, std::size_t n>
    static std::vector<std::string_view> names_of(const std::array<Enum, n>& all) {
        std::vector<std::string_view> names;
        for (const Enum each : all) names.emplace_back(to_text(each));
        return names;
    }
    template <class Enum, std::size_t n>
    static Message guess(const json& value, const std::array<Enum, n>& all) {
        return value.is_string() ? did_you_mean(value.get_ref<const std::string&>(), names_of(all)) : Message();
    }
    Message anchor_form() const {
        return {word("[a, b, c, weight of b, weight of c]: three vertices that rise, below {}, and two weights from 0, "
                     "together at most 1"),
                {std::to_string(reading_.topology.vertices)}};
    }
    std::optional<SkinAnchor> read_anchor(const json& value) const {
        constexpr NumberRange weight_range{0, 1, true, ""};
        if (!value.is_array() || value.size() != 5) return std::nullopt;
        const auto second = in_range(value[3], weight_range), third = in_range(value[4], weight_range);
        if (!second || !third) return std::nullopt;
        SkinAnchor anchor{{}, *second, *third};
        for (std::size_t i = 0; i < 3; ++i) {
            if (!value[i].is_number_integer() || value[i] < 0 || value[i] >= reading_.topology.vertices)
                return std::nullopt;
            anchor.vertices[i] = value[i].get<std::uint32_t>();
        }
        return is_valid(anchor, reading_.topology) ? std::optional(anchor) : std::nullopt;
    }

    // Calls read(item, place) for each item of the list and keeps those for which it is false. False when any was.
    template <class Read>
    bool each(std::string_view key, std::size_t most, Read&& read) {
        const json* list = find(key);
        if (!list) return true;
        if (!list->is_array() || list->size() > most) {
            refuse(key, {word("a list of at most {}"), {std::to_string(most)}}, *list);
            return false;
        }
        const Place at(at_, key);
        json refused = json::array();
        for (std::size_t i = 0; i < list->size(); ++i)
            if (!read((*list)[i], Place(at, i))) refused.push_back((*list)[i]);
        if (refused.empty()) return true;
        keep(key, refused);
        return false;
    }
    template <class T>
    bool read_item(const json& value, const Place& at, T& item) {
        if (!read_object(value, at, reading_, item)) return false;
        if constexpr (std::same_as<T, KeptPattern>)
            return reading_.letters.add(std::string(1, item.letter), {at, "letter"}, reading_.log);
        else if constexpr (requires { requires std::same_as<decltype(item.id), ItemId>; })
            return reading_.ids.add(std::to_string(item.id), {at, "id"}, reading_.log);
        else
            return true;
    }
    template <class T>
    bool read_list(std::string_view key, std::vector<T>& list, std::size_t most) {
        return each(key, most, [&](const json& value, const Place& at) {
            T item;
            const bool good = read_item(value, at, item);
            if (good) list.push_back(std::move(item));
            return good;
        });
    }
    template <class T>
    bool read_list(std::string_view key, SharedList<T>& list, std::size_t most) {
        std::vector<T> items;
        const bool all = read_list(key, items, most);
        list = SharedList<T>({std::make_move_iterator(items.begin()), std::make_move_iterator(items.end())});
        return all;
    }

    const json& object_;
    const Place& at_;
    Reading& reading_;
    bool ok_ = true;
    std::vector<std::string_view> asked_;
    json kept_ = json::object();
};

template <class T>
bool read_object(const json& value, const Place& at, Reading& reading, T& out) {
    ObjectReader object(value, at, reading);
    if (!value.is_object()) {
        object.report(at, word("an object {...}"), value);
        return false;
    }
    members(object, out);
    out.unknown = object.unknown();
    return object.ok();
}

// What stands before the drawing itself. False when it can't be read at all, reported.
bool read_head(ObjectReader& object, const Place& top, Reading& reading) {
    const json* format = object.find("format", Need::required);
    if (!format) return false;
    if (*format != chart_format) {
        reading.log.error({top, "format"}, in_quotes(chart_format), *format, word("this is another kind of file"));
        return false;
    }
    const json* version = object.find("format_version", Need::required);
    if (!version) return false;
    if (!version->is_number_integer() || *version < 1 || *version > 1'000'000) {
        reading.log.error({top, "format_version"}, {word("a whole number, {}"), {std::to_string(chart_format_version)}},
                          *version);
        return false;
    }
    const bool newer = *version > chart_format_version;
    if (newer)
        reading.log.add(Problem::Severity::warning, "/format_version", std::to_string(chart_format_version),
                        excerpt(*version),
                        word("a newer Myomap wrote this file; what this one doesn't know is kept when it is saved"));
    const json* topology = object.find("topology", Need::required);
    if (!topology) return false;
    if (*topology != to_text(reading.topology)) {
        reading.log.error(
            {top, "topology"}, {word("\"{}\", the body mesh of this program"), {to_text(reading.topology)}}, *topology,
            word("on another mesh the chart's places would lie elsewhere; open it with the Myomap that wrote it"));
        return false;
    }
    reading.newer = newer;  // only now: without the head nothing is read, and that is no mere warning
    return true;
}

LoadedDrawing read_drawing(const JsonDocument& document, const SkinTopology& topology) {
    if (!document.root) return {std::nullopt, document.problems};
    ProblemLog log(document);
    Reading reading{log, topology};
    const Place top;
    ObjectReader object(*document.root, top, reading);
    LoadedDrawing loaded;
    if (!document.root->is_object()) {
        log.error(top, word("an object {...}"), *document.root);
    } else if (read_head(object, top, reading)) {
        Drawing drawing;
        members(object, drawing);
        // Worked out anew where it is wrong; that is all it is for.
        if (const json* next = object.find("next_id")) {
            if (next->is_number_integer() && *next >= 1 && *next <= highest_item_id + 1)
                drawing.next_id = next->get<ItemId>();
            else
                object.report({top, "next_id"}, word("a whole number above every id"), *next);
        }
        drawing.next_id = std::max(drawing.next_id, reading.highest_id + 1);
        if (reading.newer) object.keep("format_version", document.root->at("format_version"));
        if (const std::string unknown = object.unknown(); !unknown.empty()) drawing.unknown = unknown;
        loaded.drawing = std::move(drawing);
    }
    loaded.problems = log.finish();
    return loaded;
}

JsonDocument read_chart(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || size <= most_file_bytes) return read_json(file);
    JsonDocument document;
    document.file = file.string();
    const auto megabytes = [](std::uintmax_t bytes) { return Message(word("{} MB"), {std::to_string(bytes >> 20)}); };
    document.problems.push_back({Problem::Severity::error,
                                 document.file,
                                 0,
                                 "",
                                 {word("a chart of at most {}"), {megabytes(most_file_bytes)}},
                                 megabytes(size),
                                 word("check that this is a chart")});
    return document;
}

}  // namespace

LoadedDrawing load_drawing(const std::filesystem::path& file, const SkinTopology& topology) {
    return read_drawing(read_chart(file), topology);
}

Problems check_drawing(const std::filesystem::path& file, const SkinTopology& topology,
                       const std::filesystem::path& schema) {
    const JsonDocument document = read_chart(file);
    LoadedDrawing loaded = read_drawing(document, topology);
    if (document.root) add_schema_problems(document, schema, loaded.problems);
    return std::move(loaded.problems);
}

}  // namespace myomap
