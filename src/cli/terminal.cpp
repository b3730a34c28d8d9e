#include "cli/terminal.h"

#include <cstdio>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace myomap {

void print_line(std::string_view line) { fmt::print("{}\n", in_one_line(line)); }

void print_as_json(const nlohmann::ordered_json& value, int indent) {
    const std::string text = value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    fmt::print("{}\n", escaped_json(text));
}

void complain(std::string_view line) { std::fputs((in_one_line(line) + "\n").c_str(), stderr); }

}  // namespace myomap
