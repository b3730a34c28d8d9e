// Writing a drawing as the text of a chart file: what stands at its start value is left out, and what the file held
// that this program doesn't know goes back in.

#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "chart/drawing_json.h"
#include "chart/drawing_members.h"

namespace myomap {

namespace {

using json = nlohmann::ordered_json;

// The shortest decimal that is this float, so that 0.3 is written as 0.3.
json plain(float value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    double number = 0;
    std::from_chars(text, end, number);
    return number;
}

json anchor_json(const SkinAnchor& anchor) {
    return {anchor.vertices[0], anchor.vertices[1], anchor.vertices[2], plain(anchor.second), plain(anchor.third)};
}

template <class T>
json object_json(const T& value);

// The program's own value stands before what was kept under the same name; lists are joined.
void add_unknown(json& object, const std::string& unknown) {
    const json kept = json::parse(unknown, nullptr, false);
    if (!kept.is_object()) return;
    for (const auto& [key, value] : kept.items()) {
        json& member = object[key];
        if (member.is_null())
            member = value;
        else if (member.is_array() && value.is_array())
            member.insert(member.end(), value.begin(), value.end());
    }
}

class ObjectWriter {
public:
    json written = json::object();

    void require(bool, const char*) {}
    void item_id(const char* key, ItemId id) { written[key] = id; }
    void letter(const char* key, char letter) { written[key] = std::string(1, letter); }
    void name(const char* key, const std::string& name, Need = Need::optional) { text(key, name); }
    void point_name(const char* key, const std::string& name) { text(key, name); }
    void date(const char* key, const std::string& date) { text(key, date); }
    void text(const char* key, const std::string& text) {
        if (!text.empty()) written[key] = text;
    }
    void flag(const char* key, bool flag) {
        if (flag) written[key] = true;
    }
    void number(const char* key, const std::optional<float>& number, const NumberRange&) {
        if (number) written[key] = plain(*number);
    }
    void number(const char* key, float number, const NumberRange&) { written[key] = plain(number); }
    void numbers(const char* key, const std::vector<float>& numbers, const NumberRange&) {
        for (const float number : numbers) written[key].push_back(plain(number));
    }
    void count(const char* key, const std::optional<int>& count, int) {
        if (count) written[key] = *count;
    }
    void words(const char* key, const std::vector<std::string>& words) {
        if (!words.empty()) written[key] = words;
    }
    template <class Enum, std::size_t n>
    void choice(const char* key, Enum choice, const std::array<Enum, n>& all, Need need = Need::optional) {
        if (need == Need::required || choice != all.front()) written[key] = to_text(choice);
    }
    template <class Enum, std::size_t n>
    void choices(const char* key, const std::vector<Enum>& choices, const std::array<Enum, n>&) {
        for (const Enum each : choices) written[key].push_back(to_text(each));
    }
    void anchor(const char* key, const std::optional<SkinAnchor>& anchor) {
        if (anchor) written[key] = anchor_json(*anchor);
    }
    void path(const char* key, const std::vector<SkinAnchor>& path) {
        for (const SkinAnchor& anchor : path) written[key].push_back(anchor_json(anchor));
    }
    template <class T>
    void object(const char* key, const std::optional<T>& value) {
        if (value) written[key] = object_json(*value);  // that it is there says something, even if it is empty
    }
    template <class T>
    void object(const char* key, const Shared<T>& value) {
        object(key, *value);
    }
    template <class T>
    void object(const char* key, const T& value) {
        if (json member = object_json(value); !member.empty()) written[key] = std::move(member);
    }
    template <class List>
    void list(const char* key, const List& list, std::size_t) {
        for (const auto& item : list) written[key].push_back(object_json(item));
    }
    template <class List>
    void whole_list(const char* key, const List& items, std::size_t most) {
        list(key, items, most);
    }
};

template <class T>
json object_json(const T& value) {
    ObjectWriter writer;
    members(writer, value);
    add_unknown(writer.written, value.unknown);
    return std::move(writer.written);
}

// Objects over several lines, so that a message's line leads to the place; paths and other plain lists on one.
void print(const json& value, std::size_t indent, std::string& out) {
    const bool holds_objects = value.is_array() && !value.empty() && value.front().is_object();
    if (value.empty() || (!value.is_object() && !holds_objects)) {
        out += value.dump(-1, ' ', false, json::error_handler_t::replace);
        return;
    }
    out += value.is_object() ? '{' : '[';
    const char* comma = "";
    for (const auto& [key, member] : value.items()) {
        out += comma;
        out += '\n';
        out.append(indent + 1, ' ');
        if (value.is_object()) out += json(key).dump(-1, ' ', false, json::error_handler_t::replace) + ": ";
        print(member, indent + 1, out);
        comma = ",";
    }
    out += '\n';
    out.append(indent, ' ');
    out += value.is_object() ? '}' : ']';
}

}  // namespace

std::size_t left_out(const Drawing& drawing) {
    if (drawing.unknown->empty()) return 0;
    const json kept = json::parse(*drawing.unknown, nullptr, false);
    std::size_t count = 0;
    for (const char* list : {"areas", "findings", "notes", "kept"})
        if (kept.is_object() && kept.contains(list)) count += kept[list].is_array() ? kept[list].size() : 1;
    return count;
}

std::string drawing_text(const Drawing& drawing, const SkinTopology& topology) {
    ObjectWriter writer;
    writer.written = {{"format", chart_format},
                      {"format_version", chart_format_version},
                      {"topology", to_text(topology)},
                      {"next_id", drawing.next_id}};
    members(writer, drawing);
    const json kept = json::parse(*drawing.unknown, nullptr, false);
    if (kept.is_object() && kept.contains("format_version"))
        writer.written["format_version"] = kept["format_version"];  // a newer program's: what it added is still there
    add_unknown(writer.written, *drawing.unknown);
    std::string text;
    print(writer.written, 0, text);
    return text + '\n';
}

}  // namespace myomap
