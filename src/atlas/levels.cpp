#include "atlas/levels.h"

#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace myomap {

using nlohmann::json;

namespace {

struct Part {
    char letter;
    int levels;
};
constexpr std::array parts{Part{'C', 7}, Part{'T', 12}, Part{'L', 5}};
constexpr int ribs = 12;

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

// Of a landmark that a level has: the name as it is `levels` further down.
enum class Move { none, done, left_the_spine };

Move move_landmark(std::string& name, int levels) {
    const size_t end = name.find('_');
    if (end == std::string::npos) return Move::none;
    const std::string_view head = std::string_view(name).substr(0, end);
    if (head.starts_with("rib")) {
        const auto rib = whole_number(head.substr(3));
        if (!rib) return Move::none;
        if (*rib + levels < 1 || *rib + levels > ribs) return Move::left_the_spine;
        name = "rib" + std::to_string(*rib + levels) + name.substr(end);
        return Move::done;
    }
    std::string level(head);
    if (!level.empty() && level[0] >= 'a' && level[0] <= 'z') level[0] = static_cast<char>(level[0] - 'a' + 'A');
    const auto number = level_number(level);
    if (!number) return Move::none;
    std::string moved = level_name(*number + levels);
    if (moved.empty()) return Move::left_the_spine;
    moved[0] = static_cast<char>(moved[0] - 'A' + 'a');
    name = moved + name.substr(end);
    return Move::done;
}

// Whether all went well; `found` counts landmarks that moved and `stayed` those that have no level.
bool move_all(json& spec, int levels, int& found, int& stayed) {
    if (spec.is_string()) {
        std::string name = spec.get<std::string>();
        const Move move = move_landmark(name, levels);
        if (move == Move::left_the_spine) return false;
        ++(move == Move::done ? found : stayed);
        spec = name;
        return true;
    }
    if (spec.is_structured())
        for (json& each : spec)
            if (!move_all(each, levels, found, stayed)) return false;
    return true;
}

}  // namespace

std::optional<int> level_number(std::string_view name) {
    int first = 0;
    for (const Part& part : parts) {
        if (!name.empty() && name[0] == part.letter) {
            const auto number = whole_number(name.substr(1));
            if (!number || *number < 1 || *number > part.levels) return std::nullopt;
            return first + *number - 1;
        }
        first += part.levels;
    }
    return std::nullopt;
}

std::string level_name(int number) {
    for (const Part& part : parts) {
        if (number >= 0 && number < part.levels) return part.letter + std::to_string(number + 1);
        number -= part.levels;
    }
    return "";
}

std::optional<json> moved_by_levels(const json& spec, int levels) {
    json moved = spec;
    int found = 0, stayed = 0;
    if (!move_all(moved, levels, found, stayed) || found == 0 || stayed > 0) return std::nullopt;
    return moved;
}

}  // namespace myomap
