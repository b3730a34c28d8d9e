#pragma once
// What a JSON Schema (draft 7) says about a file. Used by `check` and by the tests; loading does without it.

#include <filesystem>

#include "base/json_document.h"
#include "base/problem.h"

namespace myomap {

// Problems of the schema alone, sorted by line. A schema that cannot be read is itself a problem.
Problems schema_problems(const JsonDocument& document, const std::filesystem::path& schema);

// Adds, sorted by line, keys that occur twice in one object and the schema's problems, but none at a place, inside one
// or around one that `problems` speaks of already: a schema repeats an inner fault at every level around it.
// `document` has been read without problem.
void add_schema_problems(const JsonDocument& document, const std::filesystem::path& schema, Problems& problems);

}  // namespace myomap
