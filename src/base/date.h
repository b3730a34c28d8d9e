#pragma once
// Days, as files have them: "2026-11-28".

#include <optional>
#include <string>
#include <string_view>

namespace myomap {

// Written so, and a day that there is.
bool is_date(std::string_view text);

// What people type: year-month-day or day-month-year, parted by anything that is no digit. Nothing for what is no day.
std::optional<std::string> typed_date(std::string_view text);

// By the local clock.
std::string today();

}  // namespace myomap
