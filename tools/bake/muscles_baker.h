#pragma once
// Writes the muscles and bones of both bodies as meshes.

#include <filesystem>

namespace myomap {

// `assets` holds the baked bodies and is written to (adult_male.muscles, ...); `data` holds landmarks.json, muscles/,
// bones.json and trigger_points.json. Throws std::runtime_error with the first problem of the data.
void bake_muscles(const std::filesystem::path& assets, const std::filesystem::path& data);

}  // namespace myomap
