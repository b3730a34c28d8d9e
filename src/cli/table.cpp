#include "cli/table.h"

#include <algorithm>

#include "base/text.h"

namespace myomap {

namespace {

// Characters, not bytes, of UTF-8 text.
size_t length(const std::string& text) {
    return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

std::string text_table(std::vector<std::vector<std::string>> rows) {
    if (rows.empty()) return {};
    for (auto& row : rows)
        for (std::string& cell : row) cell = in_one_line(cell);
    std::vector<size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], length(row[i]));

    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] - length(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::vector<std::string> in_words(const Phrases& phrases, const std::vector<const char*>& english) {
    std::vector<std::string> row;
    for (const char* one : english) row.emplace_back(phrases(one));
    return row;
}

}  // namespace myomap
