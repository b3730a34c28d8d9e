#pragma once
// A JSON file as text and as values, and where in the text a value stands. Shared by the readers of data files.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/json_pointer.h"
#include "base/problem.h"

namespace myomap {

struct JsonDocument {
    std::string file;                            // as the user gave it
    std::string text;                            // without byte order mark
    std::shared_ptr<const nlohmann::json> root;  // null when the file could not be read; then `problems` says why
    Problems problems;
};

// Never throws for a bad file: missing, a folder, over 64 MB, not UTF-8, not JSON or nested too deep gives one problem.
JsonDocument read_json(const std::filesystem::path& file);

// The 1-based line on which each value starts (for an object's member: its key); 0 for a pointer that is not there.
// This reads the whole text again, so it is only called when there is something to report.
std::vector<int> lines_of(std::string_view text, const std::vector<std::string>& pointers);

std::vector<DuplicateKey> duplicate_keys(std::string_view text);

// No string is so long that a checker built on std::regex would run out of stack. (Depth is limited by read_json.)
bool schema_safe(std::string_view text);

// One line of JSON for a message, cut at about 60 characters.
std::string excerpt(const nlohmann::json& value);

}  // namespace myomap
