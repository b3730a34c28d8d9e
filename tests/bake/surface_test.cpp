#include "bake/surface.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "bake/occlusion.h"
#include "baked.h"

namespace myomap {

TEST(Surface, NormalsPointOutOfACube) {
    const Cube cube;
    const auto triangles = ordered_triangles(cube.quads, cube.positions);
    ASSERT_EQ(triangles.size(), 36u);
    const auto normals = smooth_normals(triangles, cube.positions);
    for (std::size_t v = 0; v < normals.size(); ++v) {
        EXPECT_NEAR(glm::length(normals[v]), 1, 1e-5f);
        EXPECT_GT(glm::dot(normals[v], glm::normalize(cube.positions[v])), 0.7f);
    }
}

TEST(Surface, SplitsAQuadAlongItsShorterDiagonal) {
    const std::vector<glm::vec3> kite{{-3, 0, 0}, {0, -1, 0}, {3, 0, 0}, {0, 1, 0}};
    const auto triangles = ordered_triangles({{0, 1, 2, 3}}, kite);
    ASSERT_EQ(triangles.size(), 6u);
    for (std::uint32_t end : {1u, 3u}) EXPECT_EQ(std::count(triangles.begin(), triangles.end(), end), 2);
}

TEST(Surface, TopologyIsOfTheFacesWhateverTheirOrder) {
    const Cube cube;
    std::vector<Quad> shuffled(cube.quads.rbegin(), cube.quads.rend());
    std::ranges::rotate(shuffled[2], shuffled[2].begin() + 3);
    EXPECT_EQ(topology_hash(shuffled), topology_hash(cube.quads));
    std::vector<Quad> flipped = cube.quads, renumbered = cube.quads;
    std::ranges::reverse(flipped[0]);
    EXPECT_NE(topology_hash(flipped), topology_hash(cube.quads));
    for (Quad& quad : renumbered)
        for (std::uint32_t& corner : quad) corner = corner < 2 ? 1 - corner : corner;
    EXPECT_NE(topology_hash(renumbered), topology_hash(cube.quads));
}

TEST(Surface, PairsMirroredVertices) {
    EXPECT_EQ(mirror_partners({{1, 2, 3}, {0, 5, 0}, {-1, 2, 3}}, 0.1f), (std::vector<std::uint32_t>{2, 1, 0}));
}

TEST(Surface, RefusesALopsidedBody) {
    EXPECT_THROW(mirror_partners({{1, 2, 3}, {0, 5, 0}}, 0.1f), BakeError);
    EXPECT_THROW(mirror_partners({{1, 0, 0}, {-1, 0, 0}, {-1.01f, 0, 0}}, 0.1f), BakeError);
}

TEST(Openness, AConvexBodyIsOpenAndSeenFromItsOwnSides) {
    Cube cube;
    for (glm::vec3& p : cube.positions) p *= 10;
    const auto triangles = ordered_triangles(cube.quads, cube.positions);
    const std::vector<glm::vec3> normals = smooth_normals(triangles, cube.positions);
    const Openness openness = measure_openness(triangles, cube.positions, normals);
    for (float occlusion : openness.occlusion) EXPECT_GT(occlusion, 0.99f);
    constexpr unsigned anterior = 1, left = 4, superior = 16;
    EXPECT_EQ(openness.visible_from[6], anterior | left | superior);  // the corner at (+, +, +)
}

TEST(Openness, AClosedCavityIsDarkAndHidden) {
    Cube cavity;
    for (Quad& quad : cavity.quads) std::swap(quad[1], quad[3]);
    const auto triangles = ordered_triangles(cavity.quads, cavity.positions);
    const auto normals = smooth_normals(triangles, cavity.positions);
    const Openness openness = measure_openness(triangles, cavity.positions, normals);
    for (float occlusion : openness.occlusion) EXPECT_LT(occlusion, 0.1f);
    for (std::uint8_t seen : openness.visible_from) EXPECT_EQ(seen, 0);
}

}  // namespace myomap
