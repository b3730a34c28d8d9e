#include "review/table_writer.h"

#include <stdexcept>
#include <type_traits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/csv.h"

namespace myomap {

namespace {

std::string json_text(std::string_view text) { return nlohmann::json(text).dump(); }

// So that it can be taken apart again: a bar within an item has a backslash before it.
std::string joined(const std::vector<std::string>& items) {
    std::string all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) all += '|';
        for (const char c : items[i]) {
            if (c == '|' || c == '\\') all += '\\';
            all += c;
        }
    }
    return all;
}

std::string number(const Decimal& decimal) {
    std::string text = fmt::format("{:.{}f}", decimal.value, decimal.decimals);
    // -0.00 is no number a reader expects.
    if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos) text.erase(0, 1);
    return text;
}

}  // namespace

TableWriter::TableWriter(TableFormat format, std::vector<Column> columns,
                         const std::vector<std::pair<std::string, std::string>>& heading)
    : format_(format), columns_(std::move(columns)) {
    if (format_ == TableFormat::csv) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) text_ += ',';
            text_ += csv_cell(columns_[i].name);
        }
        text_ += "\r\n";
        return;
    }
    text_ += "{\n";
    for (const auto& [key, value] : heading) text_ += fmt::format("{}: {},\n", json_text(key), json_text(value));
    text_ += "\"columns\": {";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        keys_.push_back(json_text(columns_[i].name));
        text_ += fmt::format("{}{}: {}", i > 0 ? ",\n  " : "\n  ", keys_.back(), json_text(columns_[i].meaning));
    }
    text_ += "\n},\n\"rows\": [";
}

void TableWriter::row(const std::vector<Cell>& cells) {
    if (cells.size() != columns_.size()) throw std::logic_error("a row has another number of cells than its table");
    const bool json = format_ == TableFormat::json;
    if (json) text_ += rows_ > 0 ? ",\n{" : "\n{";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        if (json) text_ += keys_[i] + ':';
        put(cells[i]);
    }
    text_ += json ? "}" : "\r\n";
    ++rows_;
}

void TableWriter::put(const Cell& cell) {
    const bool json = format_ == TableFormat::json;
    std::visit(
        [&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>) {
                if (json) text_ += "null";
            } else if constexpr (std::is_same_v<Value, std::string_view>) {
                if (json)
                    text_ += json_text(value);
                else
                    text_ += csv_cell(value);
            } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                text_ += std::to_string(value);
            } else if constexpr (std::is_same_v<Value, bool>) {
                text_ += value ? "true" : "false";
            } else if constexpr (std::is_same_v<Value, Decimal>) {
                text_ += number(value);
            } else if (json) {
                text_ += nlohmann::json(value).dump();
            } else {
                text_ += csv_cell(joined(value));
            }
        },
        cell);
}

std::string TableWriter::take() {
    if (format_ == TableFormat::json) text_ += "\n]\n}\n";
    return std::move(text_);
}

}  // namespace myomap
