#include "base/problem.h"

#include <algorithm>

namespace myomap {

std::string to_text(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += ":" + std::to_string(problem.line);
    text += ": ";
    if (!problem.pointer.empty()) text += problem.pointer + ": ";
    if (problem.severity == Problem::Severity::warning) text += "warning: ";
    text += "expected " + problem.expected + ", got " + problem.got;
    if (!problem.advice.empty()) text += "; " + problem.advice;
    return text;
}

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

}  // namespace myomap
