#pragma once

#include <string>

namespace myomap {

// ISO date of today, or of SOURCE_DATE_EPOCH so that a page can be made again byte for byte.
std::string page_date();

}  // namespace myomap
