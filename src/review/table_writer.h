#pragma once
// A table as text: CSV (RFC 4180) or JSON. Rows are written as they come; a table may have hundreds of thousands.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace myomap {

enum class TableFormat { csv, json };

struct Column {
    std::string name;
    std::string meaning;  // for the reader of the export
};

// A number with its decimals.
struct Decimal {
    double value;
    int decimals;
};

// Lists are joined with "|" in CSV (a bar of an item's own is "\|") and stay lists in JSON. Nothing at all is an empty
// cell, null in JSON.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, bool, Decimal, std::vector<std::string>>;

class TableWriter {
public:
    // `heading` is what JSON says beside the rows: pairs of key and text.
    TableWriter(TableFormat format, std::vector<Column> columns,
                const std::vector<std::pair<std::string, std::string>>& heading);

    // As many cells as columns; throws std::logic_error otherwise.
    void row(const std::vector<Cell>& cells);

    const std::vector<Column>& columns() const { return columns_; }
    std::size_t rows() const { return rows_; }

    // The finished text; the writer is used up.
    std::string take();

private:
    TableFormat format_;
    std::vector<Column> columns_;
    std::vector<std::string> keys_;  // JSON: quoted names
    std::string text_;
    std::size_t rows_ = 0;

    void put(const Cell& cell);
};

}  // namespace myomap
