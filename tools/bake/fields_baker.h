#pragma once
// Evaluates what the atlas paints on each body ahead of time, so that the program never has to at start-up.

#include <filesystem>

namespace myomap {

// Reads `data`/trigger_points.json and landmarks.json and the bodies in `assets`; writes BODY.fields into `assets`.
// Throws std::runtime_error when the dataset has an error: what is shipped has none.
void bake_fields(const std::filesystem::path& assets, const std::filesystem::path& data);

}  // namespace myomap
