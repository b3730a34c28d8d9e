// The body file: what is read can be asked, and written it is the same file.

#include <cmath>

#include "body/body.h"
#include "harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view input) {
    const std::string bytes = sealed(input);
    SkinAsset skin;
    try {
        skin = read_skin_asset(file_of(bytes, "input.skin"));
    } catch (const AssetError&) {
        return;
    }
    const auto copy = file_of("", "again.skin");
    write_skin_asset(copy, skin);
    require(bytes_of(copy) == bytes, "written it is another file");
    const Body body(BodyId::adult_male, std::move(skin), {});
    const SkinPoint point = body.query().closest({1, 2, 3});
    require(point.triangle < body.skin().triangles.size() / 3, "a place beside the skin");
    body.query().raycast({0, 1, 100}, {0, 0, -1});
    body.query().contains({0, 1, 0.5f});
    body.query().visible(point, {0, 0, 1});
    for (std::uint32_t vertex = 0; vertex < body.skin().positions.size(); ++vertex) body.neighbours(vertex);
    for (const Cluster& cluster : body.skin().clusters)
        require(std::size_t{cluster.first} + cluster.count <= body.skin().triangles.size(), "a cluster of nothing");
}

// A tetrahedron with everything that a skin has.
std::vector<std::string> seeds() {
    SkinAsset skin;
    skin.positions = {{-1, 0, 0}, {1, 0, 0}, {0, 2, 0}, {0, 1, 1}};
    skin.normals = {{-1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    skin.occlusion = {0.25f, 0.5f, 0.75f, 1};
    skin.visible_from = {1, 2, 4, 63};
    skin.triangles = {0, 1, 3, 1, 2, 3, 2, 0, 3, 0, 2, 1};
    skin.coarse = {0, 1, 2};
    skin.clusters = {{0, 6, {-1, 0, 0}, {1, 2, 1}, {-1, -1, 0}, {1, 0, 1}}, {6, 6, {-1, 0, 0}, {1, 2, 1}, {}, {}}};
    skin.coarse_clusters = {{0, 3, {-1, 0, 0}, {1, 2, 0}, {0, 0, 1}, {0, 0, 1}}};
    skin.mirror = {1, 0, 2, 3};
    skin.dots = {{0, 0.25f, 0.5f}, {3, 0, 0}};
    skin.dot_levels = {{2.0f, 1}, {1.0f, 2}};
    const auto file = file_of("", "input.skin");
    write_skin_asset(file, skin);
    return {bytes_of(file)};
}

const Registered skin({"skin", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
