#pragma once
// data/landmarks.json: named anatomical points. Positions are of the left side or the midline.

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "atlas/load.h"
#include "base/problem.h"
#include "body/asset.h"

namespace myomap {

struct Landmark {
    enum class Kind { bone, skin, joint };

    std::string name;
    Kind kind = Kind::bone;
    bool midline = false;
    std::uint32_t vertex = 0;         // the skin vertex over it, same on every body
    std::array<glm::vec3, 2> bone{};  // cm, by BodyId; equals the skin point for Kind::skin
    std::string of;                   // bone or feature it was measured on
    std::string fma;                  // "FMA52735" or ""
    std::string rule;                 // how it was found
};

struct Landmarks {
    std::map<std::string, Landmark, std::less<>> by_name;

    LandmarkNames names() const;
};

struct LoadedLandmarks {
    Landmarks landmarks;
    Problems problems;
};

// Same manners as load_atlas: bad entries are left out and reported.
LoadedLandmarks load_landmarks(const std::filesystem::path& file);

}  // namespace myomap
