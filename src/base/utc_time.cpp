#include "base/utc_time.h"

#include <fmt/format.h>

namespace myomap {

namespace {

// Takes the digits off the front of `text`; -1 when they are not all digits.
int take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return -1;
    int number = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return -1;
        number = 10 * number + (c - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool take_sign(std::string_view& text, char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<UtcTime> utc_time(std::string_view text) {
    const int year = take_number(text, 4);
    if (year < 0 || !take_sign(text, '-')) return {};
    const int month = take_number(text, 2);
    if (month < 0 || !take_sign(text, '-')) return {};
    const int day = take_number(text, 2);
    if (day < 0 || !take_sign(text, 'T')) return {};
    const int hour = take_number(text, 2);
    if (hour < 0 || hour > 23 || !take_sign(text, ':')) return {};
    const int minute = take_number(text, 2);
    if (minute < 0 || minute > 59 || !take_sign(text, ':')) return {};
    const int second = take_number(text, 2);
    if (second < 0 || second > 59) return {};
    int thousandths = 0;
    if (take_sign(text, '.')) {
        const std::size_t digits = text.empty() ? 0 : text.size() - 1;  // all but the Z
        if (digits < 1 || digits > 3) return {};
        thousandths = take_number(text, digits);
        if (thousandths < 0) return {};
        for (std::size_t i = digits; i < 3; ++i) thousandths *= 10;
    }
    if (text != "Z") return {};
    const auto date = std::chrono::year(year) / month / day;
    if (!date.ok()) return {};
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(thousandths);
}

std::string to_text(UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

int utc_days_between(UtcTime from, UtcTime to) {
    using std::chrono::days;
    return static_cast<int>((std::chrono::floor<days>(to) - std::chrono::floor<days>(from)).count());
}

}  // namespace myomap
