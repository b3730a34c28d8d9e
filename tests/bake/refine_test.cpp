#include "bake/refine.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "bake/surface.h"
#include "baked.h"

namespace myomap {

TEST(Refine, FollowsCatmullAndClarkOnACube) {
    const Cube cube;
    const Refiner refiner(cube.quads, cube.positions.size());
    const auto refined = refiner.refine(cube.positions);
    EXPECT_EQ(refined.size(), 26u);
    EXPECT_EQ(refiner.quads().size(), 24u);
    // By the rule a corner moves to (mean of face points + 2 x mean of edge midpoints) / 3 = 5/9.
    for (std::size_t v = 0; v < cube.positions.size(); ++v) {
        EXPECT_LT(glm::distance(refined.at(refiner.children().at(v)), cube.positions[v] * (5.0f / 9.0f)), 1e-5f);
    }
    const auto holds = [&](glm::vec3 place) {
        return std::any_of(refined.begin(), refined.end(),
                           [&](glm::vec3 p) { return glm::distance(p, place) < 1e-5f; });
    };
    EXPECT_TRUE(holds({0, 0, 1}));          // face point
    EXPECT_TRUE(holds({0.75f, 0, 0.75f}));  // edge point
}

TEST(Refine, GivesTheReferenceCountsAndBounds) {
    for (BodyId id : body_ids) {
        const auto& check = reference(id);
        EXPECT_EQ(baker().skin_vertex_count(), check.at("skin_vertices"));
        EXPECT_EQ(baker().model().body_quads.size(), check.at("skin_quads"));
        EXPECT_EQ(baker().refiner().quads().size(), check.at("refined_quads"));
        const auto refined = baker().refined_positions(id);
        EXPECT_EQ(refined.size(), check.at("refined_vertices"));
        const auto [lo, hi] = bounds(refined);
        EXPECT_LT(glm::distance(lo, to_vec3(check.at("bounds_refined_cm").at(0))), 0.05f);
        EXPECT_LT(glm::distance(hi, to_vec3(check.at("bounds_refined_cm").at(1))), 0.05f);
    }
}

}  // namespace myomap
