#include "base/problem.h"

#include <algorithm>

#include "base/text.h"
#include "base/word.h"

namespace myomap {

Message sentence(const Problem& problem) {
    if (problem.advice.empty()) return {word("expected {}, got {}"), {problem.expected, problem.got}};
    return {word("expected {}, got {}; {}"), {problem.expected, problem.got, problem.advice}};
}

Message message_of(const Problem& problem) {
    std::string place = problem.file;
    if (problem.line > 0) place += ":" + std::to_string(problem.line);
    if (!problem.pointer.empty()) place += ": " + shown(problem.pointer, 200);
    Message said = sentence(problem);
    if (problem.severity == Problem::Severity::warning) said = {word("warning: {}"), {std::move(said)}};
    return {"{}: {}", {std::move(place), std::move(said)}};
}

std::string to_text(const Problem& problem) { return to_text(message_of(problem)); }

void cut_list(Problems& problems) {
    if (problems.size() <= most_problems + 1) return;  // one that counts may be the last already
    const bool errors = has_errors(problems);
    const std::size_t more = problems.size() - most_problems;
    problems.resize(most_problems);
    problems.push_back({errors ? Problem::Severity::error : Problem::Severity::warning,
                        problems.back().file,
                        problems.back().line,
                        "",
                        word("fewer problems"),
                        {word("{} more that are not listed"), {std::to_string(more)}},
                        word("mend these first")});
}

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

}  // namespace myomap
