// The coordinate that the texture of muscle bundles runs along.

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

// How straight bundles run across the fibres, 0 along them and 1 like the rungs of a ladder: the share of the muscle's
// flesh where they turn more than that.
float share_across(const MuscleAsset& asset, const MuscleMesh& mesh, float most) {
    double all = 0, across = 0;
    for (std::uint32_t i = mesh.first_index; i < mesh.first_index + mesh.index_count; i += 3) {
        const std::uint32_t* corner = &asset.triangles[i];
        if (asset.tendon[corner[0]] > 0.5f) continue;
        const glm::vec3 u = asset.positions[corner[1]] - asset.positions[corner[0]],
                        v = asset.positions[corner[2]] - asset.positions[corner[0]], n = cross(u, v);
        const float area = length(n);
        if (area < 1e-4f) continue;
        const float du = asset.grain[corner[1]].x - asset.grain[corner[0]].x,
                    dv = asset.grain[corner[2]].x - asset.grain[corner[0]].x;
        const glm::vec3 slope = cross(n, u * dv - v * du);
        if (dot(slope, slope) < 1e-12f) continue;
        all += area;
        if (std::abs(dot(normalize(slope), asset.fibres[corner[0]])) > most) across += area;
    }
    return static_cast<float>(across / all);
}

class Grain : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, Grain, testing::ValuesIn(body_ids), test::name_of);

TEST_P(Grain, RunsAlongTheFibresAllRoundTheMuscle) {
    const Muscles& muscles = test::muscles(GetParam());
    const auto share = [&](const char* id, float most) {
        const auto m = static_cast<size_t>(muscles.mesh_of(test::atlas().find_muscle(id).value()));
        return share_across(muscles.asset(), muscles.asset().meshes[m], most);
    };
    for (const char* id : {"sartorius", "semitendinosus", "biceps_brachii", "gracilis", "deltoid_middle"})
        EXPECT_LT(share(id, 0.75f), 0.08f) << id;
    // Pennate ones are aslant, no ladder: from some 20 degrees where the muscle is narrow to more where it is broad.
    for (const char* id : {"rectus_femoris", "gastrocnemius_medial", "vastus_lateralis"})
        EXPECT_LT(share(id, 0.85f), 0.08f) << id;
}

}  // namespace
}  // namespace myomap
