#include "base/local_day.h"

#include <ctime>

#include <fmt/format.h>

namespace myomap {

namespace {

std::chrono::year_month_day date(int day) {
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
}

}  // namespace

int local_day(UtcTime at) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm local{};
    localtime_r(&seconds, &local);
    const auto day = std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
    return static_cast<int>(std::chrono::sys_days(day).time_since_epoch().count());
}

UtcTime begin_of_day(int day) {
    const auto at = date(day);
    std::tm local{};
    local.tm_year = static_cast<int>(at.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(at.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(at.day()));
    local.tm_isdst = -1;
    return UtcTime(std::chrono::seconds(std::mktime(&local)));
}

int weekday(int day) {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day))).iso_encoding()) - 1;
}

std::string date_of_day(int day) {
    const auto at = date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(at.year()), static_cast<unsigned>(at.month()),
                       static_cast<unsigned>(at.day()));
}

}  // namespace myomap
