#pragma once
// The base mesh given the build of one of our bodies.

#include <filesystem>
#include <vector>

#include <glm/vec3.hpp>

#include "bake/model.h"
#include "body/asset.h"

namespace myomap {

// All vertices of the model (helpers too, the joints need them), decimetres, in the model's own pose. Throws BakeError.
std::vector<glm::vec3> shape_body(const BaseModel& model, const std::filesystem::path& package, BodyId id);

}  // namespace myomap
