#pragma once

#include <cstdint>
#include <string>

namespace myomap {

// ISO date of today, or of SOURCE_DATE_EPOCH so that a page can be made again byte for byte.
std::string page_date();

// Seconds since 1970 of now, or SOURCE_DATE_EPOCH likewise.
std::int64_t page_time();

}  // namespace myomap
