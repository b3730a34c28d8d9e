#pragma once
// What is wrong with a file, said so that its author can mend it without reading our code.

#include <cstddef>
#include <string>
#include <vector>

#include "base/message.h"

namespace myomap {

struct Problem {
    enum class Severity { error, warning };

    Severity severity = Severity::error;
    std::string file;     // path as the user gave it
    int line = 0;         // 1-based; 0 when no line applies (a missing file)
    std::string pointer;  // JSON pointer (RFC 6901), "" for the whole document
    Message expected;     // "a number above 0 and at most 40 (cm)"
    Message got;          // "-2"
    Message advice;       // what to do, empty when `expected` says it all

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

// "expected ..., got ...; advice"
Message sentence(const Problem& problem);

// "data/x.json:12: /muscles/0/id: expected ..., got ...; advice"
Message message_of(const Problem& problem);
std::string to_text(const Problem& problem);  // likewise, in English

bool has_errors(const Problems& problems);

// A list that nobody reads to its end: so many at most, then one that counts the others.
inline constexpr std::size_t most_problems = 200;
void cut_list(Problems& problems);

}  // namespace myomap
