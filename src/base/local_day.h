#pragma once
// Calendar days by the local clock. A day is named by how many days after 1970-01-01 it is.

#include <string>

#include "base/utc_time.h"

namespace myomap {

int local_day(UtcTime at);
// Its first moment; days are not all of 24 hours.
UtcTime begin_of_day(int day);
// 0 Monday to 6 Sunday.
int weekday(int day);
std::string date_of_day(int day);  // "2026-12-04"

}  // namespace myomap
