#pragma once
// The MakeHuman base mesh as its npm package stores it. Lengths in decimetres, y up, z anterior, x to the body's left,
// arms and legs apart as modelled (not the anatomical position). Vertex indices are those of the package.

#include <array>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace myomap {

// One sentence that names the file and says what is wrong with it.
struct BakeError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

using Quad = std::array<std::uint32_t, 4>;

struct Influence {
    std::uint32_t bone;  // index into BaseModel::bones
    float weight;
};

struct Bone {
    std::string name;  // without the package's "____head"
    int parent;        // index of a bone that stands earlier in the list; -1 for the root
};

struct BaseModel {
    std::vector<glm::vec3> vertices;                         // body and helper geometry
    std::vector<Quad> body_quads;                            // the skin only, counter-clockwise from outside
    std::vector<std::array<Influence, 4>> influences;        // per vertex, unused ones have weight 0
    std::vector<Bone> bones;                                 // parents before children
    std::vector<std::vector<std::uint32_t>> joint_vertices;  // per bone: the mean of these vertices is its head
};

// `package` is the unpacked npm package. Throws BakeError.
BaseModel read_base_model(const std::filesystem::path& package);

// Displacement of every vertex, decimetres, for each named target (such as "macrodetails/caucasian-male-young").
// Throws BakeError when a name is unknown.
std::vector<std::vector<glm::vec3>> read_targets(const std::filesystem::path& package,
                                                 const std::vector<std::string>& names, std::size_t vertex_count);

}  // namespace myomap
