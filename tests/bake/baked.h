#pragma once
// What the bake tests share: one baker (it takes a moment to read the mesh), its bodies, and the reference numbers.

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bake/body_baker.h"

namespace myomap {

inline const std::filesystem::path body_package = MYOMAP_BODY_SOURCE_DIR;

inline const BodyBaker& baker() {
    static const BodyBaker instance(body_package);
    return instance;
}

inline const SkinAsset& baked(BodyId id) {
    static const std::array assets{baker().bake(BodyId::adult_male), baker().bake(BodyId::adult_female)};
    return assets[static_cast<std::size_t>(id)];
}

inline const nlohmann::json& reference(BodyId id) {
    static const nlohmann::json all =
        nlohmann::json::parse(std::ifstream(MYOMAP_SOURCE_DIR "/tests/data/check_values.json"));
    return all.at("bodies").at(to_text(id));
}

inline glm::vec3 to_vec3(const nlohmann::json& xyz) { return {xyz.at(0), xyz.at(1), xyz.at(2)}; }

// The six quads of the cube from -1 to 1, counter-clockwise from outside.
struct Cube {
    std::vector<glm::vec3> positions{{-1, -1, -1}, {1, -1, -1}, {1, 1, -1}, {-1, 1, -1},
                                     {-1, -1, 1},  {1, -1, 1},  {1, 1, 1},  {-1, 1, 1}};
    std::vector<Quad> quads{{4, 5, 6, 7}, {1, 0, 3, 2}, {5, 1, 2, 6}, {0, 4, 7, 3}, {7, 6, 2, 3}, {0, 1, 5, 4}};
};

}  // namespace myomap
