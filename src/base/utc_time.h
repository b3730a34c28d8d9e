#pragma once
// A moment in UTC, as JSON files have it: "2026-01-05T09:00:00.000Z".

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace myomap {

using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// Written so, with up to three digits of a second or none, and a moment that there is (no second 60). Nothing for what
// is not.
std::optional<UtcTime> utc_time(std::string_view text);

// With milliseconds; for the years 0 to 9999.
std::string to_text(UtcTime time);

// Midnights between the two: 0 on the same day, below 0 where `to` lies on an earlier day.
int utc_days_between(UtcTime from, UtcTime to);

}  // namespace myomap
