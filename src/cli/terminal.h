#pragma once
// What the command line prints. Nothing that a file or a path says is obeyed by the terminal or forges a line.

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace myomap {

// One line to standard output.
void print_line(std::string_view line);
// Likewise, indented; -1 puts all of it on one line. Signs that a terminal obeys are written as JSON escapes.
void print_as_json(const nlohmann::ordered_json& value, int indent = 2);

// One line to standard error. Never throws, as fmt's print does where standard error takes nothing.
void complain(std::string_view line);

}  // namespace myomap
