// How muscles and tendons end: rounded off, and on the bone beside them.

#include "body/muscle_ends.h"

#include <algorithm>
#include <array>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/real_bodies.h"

namespace myomap {
namespace {

// A straight bar along y of this half width and half thickness; rows every half centimetre.
CoreSurface bar(glm::vec3 from, float length, float half_width, float half_thickness) {
    CoreSurface core;
    core.columns = half_width > half_thickness ? 3 : 1;
    core.rows = static_cast<int>(length / 0.1f) + 1;
    for (int r = 0; r < core.rows; ++r) {
        core.along_cm.push_back(0.1f * static_cast<float>(r));
        for (int c = 0; c < core.columns; ++c) {
            const float across = core.columns == 1 ? 0 : static_cast<float>(c - 1) * (half_width - half_thickness);
            core.positions.push_back(from + glm::vec3{across, core.along_cm.back(), 0});
            core.half_thickness.push_back(half_thickness);
            core.fullness.push_back(1);
        }
    }
    return core;
}

float half_width(const CoreSurface& core, int row) {
    const size_t first = core.index(row, 0), last = core.index(row, core.columns - 1);
    return 0.5f * glm::distance(core.positions[first], core.positions[last]) +
           core.half_thickness[first] * core.fullness[first];
}

TEST(Ends, OfATendonAreRoundAndThin) {
    std::vector<CoreSurface> cores{bar({10, 0, 0}, 10, 0.4f, 0.15f)};
    finish_ends(cores, {0}, {false}, 1);
    const CoreSurface& core = cores[0];
    for (const int end : {0, core.rows - 1}) {
        EXPECT_LT(half_width(core, end), 0.5f * half_width(core, core.rows / 2));
        EXPECT_LT(core.fullness[core.index(end, 1)], 0.5f);
    }
    EXPECT_NEAR(half_width(core, core.rows / 2), 0.4f, 1e-4f);
    for (int r = 1; r < core.rows / 2; ++r) EXPECT_GE(half_width(core, r) + 1e-4f, half_width(core, r - 1)) << r;
}

TEST(Ends, OfABroadSheetKeepTheirWidth) {
    std::vector<CoreSurface> cores{bar({10, 0, 0}, 10, 4, 0.3f)};
    finish_ends(cores, {0}, {false}, 1);
    EXPECT_GT(half_width(cores[0], 0), 3.5f);
    EXPECT_LT(half_width(cores[0], 0), 3.95f);
}

TEST(Ends, LieOnTheBoneBesideThemAndLeaveTheRestAlone) {
    // The tendon's surface is 0.4 cm before that of the bone.
    const std::vector<CoreSurface> before{bar({10, 0, 0}, 10, 0.2f, 0.2f), bar({10, 8, 1.2f}, 6, 0.6f, 0.6f)};
    std::vector<CoreSurface> cores = before;
    finish_ends(cores, {0, 1}, {false, true}, 1);
    const glm::vec3 end = cores[0].positions.back();
    EXPECT_NEAR(glm::distance(end, glm::vec3{10, 10, 1.2f}), 0.6f, 0.05f);
    EXPECT_EQ(cores[0].positions[20], before[0].positions[20]);
    EXPECT_EQ(cores[0].positions.front(), before[0].positions.front());
    EXPECT_EQ(cores[1].positions, before[1].positions);
    EXPECT_THAT(cores[1].fullness, testing::Each(1));
}

TEST(Ends, StayWhereNoBoneIsNearOrOtherFleshIs) {
    const std::vector<CoreSurface> far{bar({10, 0, 0}, 10, 0.2f, 0.2f), bar({10, 8, 2}, 6, 0.6f, 0.6f)};
    std::vector<CoreSurface> cores = far;
    finish_ends(cores, {0, 1}, {false, true}, 1);
    EXPECT_EQ(cores[0].positions, far[0].positions);
    // It ends in a muscle, half a centimetre before a bone.
    const std::vector<CoreSurface> joined{bar({10, 0, 0}, 10, 0.2f, 0.2f), bar({10, 8, 1.3f}, 6, 0.6f, 0.6f),
                                          bar({10, 9, 0}, 6, 0.3f, 0.3f)};
    cores = joined;
    finish_ends(cores, {0, 1, 2}, {false, true, false}, 1);
    EXPECT_EQ(cores[0].positions, joined[0].positions);
}

TEST(Ends, ThatLieInAnotherPartOfTheirMuscleHangTogether) {
    const std::vector<CoreSurface> before{bar({10, 0, 0}, 10, 0.5f, 0.5f), bar({10, 9.5f, 0}, 6, 0.2f, 0.2f)};
    std::vector<CoreSurface> cores = before;
    finish_ends(cores, {0, 0}, {false, false}, 1);
    EXPECT_EQ(cores[0].fullness[cores[0].index(cores[0].rows - 1, 0)], 1);
    EXPECT_EQ(cores[1].fullness[0], 1);
    EXPECT_LT(cores[1].fullness.back(), 1);
}

TEST(Ends, OnTheMidlineMeetTheirMirrorImage) {
    std::vector<CoreSurface> cores{bar({0.2f, 0, 0}, 10, 0.3f, 0.3f)};
    finish_ends(cores, {0}, {false}, 1);
    EXPECT_THAT(cores[0].fullness, testing::Each(1));
}

class Tendons : public testing::TestWithParam<BodyId> {
protected:
    const MuscleAsset& asset() const { return test::muscles(GetParam()).asset(); }
    const MuscleMesh& mesh(std::string_view id) const {
        return *std::ranges::find(asset().meshes, id, &MuscleMesh::id);
    }
    // The vertex that lies farthest that way.
    glm::vec3 end_of(std::string_view id, const glm::vec3& way) const {
        const MuscleMesh& one = mesh(id);
        const auto first = asset().positions.begin() + one.first_vertex;
        return *std::max_element(first, first + one.vertex_count,
                                 [&](const glm::vec3& a, const glm::vec3& b) { return dot(a, way) < dot(b, way); });
    }
    float to_bone(const glm::vec3& p) const {
        float nearest = std::numeric_limits<float>::max();
        for (const MuscleMesh& one : asset().meshes) {
            if (one.kind != ShapeKind::bone) continue;
            for (std::uint32_t v = one.first_vertex; v < one.first_vertex + one.vertex_count; ++v)
                nearest = std::min(nearest, glm::distance(asset().positions[v], p));
        }
        return nearest;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, Tendons, testing::ValuesIn(body_ids), test::name_of);

TEST_P(Tendons, OfToesAndFingersEndOnTheLastBone) {
    for (const char* id : {"extensor_digitorum_longus", "flexor_digitorum_longus", "flexor_hallucis_longus"})
        EXPECT_LT(to_bone(end_of(id, {0, 0, 1})), 0.35f) << id;
    for (const char* id : {"extensor_digitorum", "flexor_digitorum_profundus"})
        EXPECT_LT(to_bone(end_of(id, {0, -1, 0})), 0.35f) << id;
}

}  // namespace
}  // namespace myomap
