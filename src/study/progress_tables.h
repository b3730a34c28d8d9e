#pragma once
// The form of the file of a learner's progress, which docs/study-progress.md describes. Private to the progress.

#include <cstdint>

#include "base/utc_time.h"

namespace myomap {

class Database;

// Makes the tables in a file that has none yet. Throws DatabaseError.
void make_progress_tables(Database& database);

// Only looks. Throws DatabaseError, with what to do, for what is no progress of Myomap's, of a newer version or
// damaged. The answers themselves are not looked through: of many that would take longer than all else at a start, and
// whatever reads damaged ones says so.
void require_progress_tables(const Database& database);

// Moments as the tables have them: milliseconds since 1970. What a calendar doesn't have becomes the nearest it has.
std::int64_t number_of(UtcTime time);
UtcTime time_of(std::int64_t number);

}  // namespace myomap
