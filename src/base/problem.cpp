#include "base/problem.h"

#include <algorithm>

#include "base/word.h"

namespace myomap {

Message sentence(const Problem& problem) {
    if (problem.advice.empty()) return {word("expected {}, got {}"), {problem.expected, problem.got}};
    return {word("expected {}, got {}; {}"), {problem.expected, problem.got, problem.advice}};
}

Message message_of(const Problem& problem) {
    std::string place = problem.file;
    if (problem.line > 0) place += ":" + std::to_string(problem.line);
    if (!problem.pointer.empty()) place += ": " + problem.pointer;
    Message said = sentence(problem);
    if (problem.severity == Problem::Severity::warning) said = {word("warning: {}"), {std::move(said)}};
    return {"{}: {}", {std::move(place), std::move(said)}};
}

std::string to_text(const Problem& problem) { return to_text(message_of(problem)); }

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

}  // namespace myomap
