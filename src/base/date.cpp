#include "base/date.h"

#include <array>
#include <chrono>
#include <ctime>

#include <fmt/format.h>

namespace myomap {

std::optional<std::string> typed_date(std::string_view text) {
    std::array<int, 3> numbers{};
    std::array<int, 3> digits{};
    std::size_t at = 0;
    bool inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) {
            inside = false;
            continue;
        }
        if (!inside && digits[at] > 0 && ++at == numbers.size()) return {};
        inside = true;
        if (++digits[at] > 4) return {};
        numbers[at] = 10 * numbers[at] + (c - '0');
    }
    if (at != 2 || digits[2] == 0) return {};
    if (digits[0] != 4) std::swap(numbers[0], numbers[2]), std::swap(digits[0], digits[2]);
    if (digits[0] != 4 || digits[1] > 2 || digits[2] > 2) return {};
    const auto day =
        std::chrono::year(numbers[0]) / static_cast<unsigned>(numbers[1]) / static_cast<unsigned>(numbers[2]);
    if (!day.ok()) return {};
    return fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
}

bool is_date(std::string_view text) { return typed_date(text) == text; }

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace myomap
