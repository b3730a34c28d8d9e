#pragma once
// From the model's own pose to the anatomical position: upright, arms beside the trunk, palms forward.

#include <map>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "bake/model.h"

namespace myomap {

struct PosedBody {
    std::vector<glm::vec3> vertices;          // all of the model's, in the unit that went in
    std::map<std::string, glm::vec3> joints;  // head of each bone, by bone name
};

// Dual-quaternion skinning, so that the twisted forearm keeps its girth. Throws BakeError when a bone is missing.
PosedBody pose_anatomical(const BaseModel& model, const std::vector<glm::vec3>& shaped);

}  // namespace myomap
