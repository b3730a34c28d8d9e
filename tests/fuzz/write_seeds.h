#pragma once
// What tools/fuzz begins with.

#include "harness.h"

namespace myomap::fuzz {

// The seeds as files of the folder; beside it, where they are JSON, FOLDER.dict: a dictionary of the words in them and
// in the schema.
void write_seeds(const Harness& harness, const std::filesystem::path& folder);

}  // namespace myomap::fuzz
