#include "base/csv.h"

namespace myomap {

std::string csv_cell(std::string_view words) {
    const bool formula = !words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos;
    if (!formula && words.find_first_of("\",\r\n") == std::string_view::npos) return std::string(words);
    std::string cell = formula ? "\"'" : "\"";
    for (const char c : words) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

}  // namespace myomap
