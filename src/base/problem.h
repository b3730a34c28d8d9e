#pragma once
// What is wrong with a file, said so that its author can mend it without reading our code.

#include <string>
#include <vector>

namespace myomap {

struct Problem {
    enum class Severity { error, warning };

    Severity severity = Severity::error;
    std::string file;      // path as the user gave it
    int line = 0;          // 1-based; 0 when no line applies (a missing file)
    std::string pointer;   // JSON pointer (RFC 6901), "" for the whole document
    std::string expected;  // "a number above 0 and at most 40 (cm)"
    std::string got;       // "-2"
    std::string advice;    // what to do, "" when `expected` says it all

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

// "data/x.json:12: /muscles/0/id: expected ..., got ...; advice"
std::string to_text(const Problem& problem);

bool has_errors(const Problems& problems);

}  // namespace myomap
