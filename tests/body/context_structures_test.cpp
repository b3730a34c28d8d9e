// The shipped structures that are no muscles of the atlas: where they lie, what they join, and that nothing calls them
// a muscle.

#include <array>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

class Context : public testing::TestWithParam<BodyId> {
protected:
    const Body& body() const { return test::body(GetParam()); }
    const MuscleAsset& asset() const { return test::muscles(GetParam()).asset(); }

    const MuscleMesh& mesh(std::string_view id) const {
        const auto found = std::ranges::find(asset().meshes, id, &MuscleMesh::id);
        EXPECT_NE(found, asset().meshes.end()) << id;
        return *found;
    }

    std::vector<std::string> under(const SkinPoint& place) const {
        std::vector<std::string> ids;
        for (const Muscles::Under& one : test::muscles(GetParam()).under(place))
            ids.push_back(asset().meshes[static_cast<size_t>(one.mesh)].id);
        return ids;
    }
    std::vector<std::string> under(const PointSpec& place) const {
        return under(resolve_on_skin(body(), place, Side::left));
    }

    // Of the nearest vertices of both; cm.
    float distance(const MuscleMesh& mesh, const glm::vec3& place) const {
        float nearest = std::numeric_limits<float>::max();
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v)
            nearest = std::min(nearest, glm::distance(asset().positions[v], place));
        return nearest;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, Context, testing::ValuesIn(body_ids), test::name_of);

TEST_P(Context, IsNeverAMuscleAndAlwaysASheet) {
    int count = 0;
    for (int m = 0; m < static_cast<int>(asset().meshes.size()); ++m) {
        const MuscleMesh& one = asset().meshes[static_cast<size_t>(m)];
        if (one.kind != ShapeKind::tendon) continue;
        ++count;
        EXPECT_EQ(test::muscles(GetParam()).muscle_of(m), -1) << one.id;
        EXPECT_TRUE(is_sheet(one, 0)) << one.id;
        EXPECT_FALSE(test::atlas().find_muscle(one.id)) << one.id;
        EXPECT_TRUE(test::atlas().structures.contains(one.id)) << one.id;
    }
    EXPECT_GE(count, 17);
}

// From the brow over the vertex to the nape nothing of the skull is bare.
TEST_P(Context, TheAponeurosisJoinsForeheadAndNape) {
    const std::array<const char*, 6> arc{"supraorbital_arch_mid",   "bregma", "vertex", "lambda", "opisthocranion",
                                         "superior_nuchal_line_mid"};
    for (size_t i = 0; i + 1 < arc.size(); ++i) {
        for (const float t : {0.f, 0.25f, 0.5f, 0.75f}) {
            // Beside the midline, where the halves meet; its first and last places lie there anyway.
            const float lateral = 2.2f * (i == 0 ? t : i + 2 == arc.size() ? 1 - t : 1);
            const PointSpec place =
                test::moved(test::between(test::at(arc[i]), test::at(arc[i + 1]), t), {.lateral = lateral});
            const auto met = under(place);
            ASSERT_FALSE(met.empty()) << arc[i] << " " << t;
            EXPECT_THAT(met.front(), testing::AnyOf("frontalis", "epicranial_aponeurosis", "occipitalis"))
                << arc[i] << " " << t;
        }
    }
}

TEST_P(Context, TemporalisPassesUnderTheZygomaticArch) {
    const SkinPoint place =
        resolve_on_skin(body(), test::moved(test::at("zygomatic_arch_mid"), {.anterior = 1}), Side::left);
    std::vector<std::string> met;
    for (const MuscleHit& hit : test::muscles(GetParam()).query().along(place.position, -place.normal, 4))
        met.push_back(asset().meshes[static_cast<size_t>(hit.mesh)].id);
    const auto arch = std::ranges::find(met, "facial_skeleton"), muscle = std::ranges::find(met, "temporalis");
    ASSERT_NE(muscle, met.end());
    EXPECT_LT(arch, muscle);
}

TEST_P(Context, TheLipHasItsMuscle) {
    EXPECT_THAT(under(test::moved(test::at("upper_lip_mid"), {.lateral = 0.8f})),
                testing::Contains("orbicularis_oris"));
}

TEST_P(Context, TheLoinHasItsFascia) {
    const auto met = under(test::moved(test::at("l4_spinous"), {.lateral = 2}));
    ASSERT_GE(met.size(), 2u);
    EXPECT_EQ(met[0], "thoracolumbar_fascia");
    EXPECT_THAT(met, testing::Contains("latissimus_dorsi"));
}

TEST_P(Context, RetinaculaLieOverTheTendonsTheyHold) {
    const auto wrist = under(test::moved(test::at("dorsal_tubercle_radius"), {.superior = -0.8f, .lateral = -0.8f}));
    ASSERT_GE(wrist.size(), 2u);
    EXPECT_EQ(wrist[0], "extensor_retinaculum_wrist");
    EXPECT_THAT(wrist, testing::Contains(testing::StartsWith("extensor_digit")));
    const auto ankle =
        under(test::moved(test::at("talar_head_dorsal"), {.superior = 2.4f, .lateral = -1, .anterior = -1}));
    EXPECT_THAT(ankle, testing::Contains(testing::HasSubstr("extensor_retinaculum_foot")));
}

// The superficial fibres run into the tract, with no point that stands off from it; the deep ones reach the femur.
TEST_P(Context, GluteusMaximusEndsInTheTractAndAtItsTuberosity) {
    const MuscleMesh& muscle = mesh("gluteus_maximus");
    const MuscleMesh& tract = mesh("iliotibial_tract");
    glm::vec3 lowest{0, 1000, 0};
    for (std::uint32_t v = muscle.first_vertex; v < muscle.first_vertex + muscle.vertex_count; ++v)
        if (asset().positions[v].y < lowest.y) lowest = asset().positions[v];
    EXPECT_LT(distance(tract, lowest), 1.5f);
    const glm::vec3 tuberosity = resolve_deep(body(), test::at("gluteal_tuberosity"), Side::left);
    EXPECT_LT(distance(muscle, tuberosity), 1.f);
}

TEST_P(Context, FasciaeLieOnWhatIsUnderThem) {
    // From the inner face of the tract on the thigh, and of the fascia of the loin, to the nearest flesh or bone.
    for (const char* id : {"iliotibial_tract", "thoracolumbar_fascia"}) {
        const MuscleMesh& one = mesh(id);
        std::vector<float> gaps;
        for (std::uint32_t v = one.first_vertex; v < one.first_vertex + one.vertex_count; ++v) {
            const glm::vec3& p = asset().positions[v];
            if (dot(asset().normals[v], body().query().closest(p).normal) > -0.5f) continue;
            float nearest = std::numeric_limits<float>::max();
            for (const MuscleMesh& other : asset().meshes)
                if (other.kind != ShapeKind::tendon) nearest = std::min(nearest, distance(other, p));
            gaps.push_back(nearest);
        }
        ASSERT_GT(gaps.size(), 50u) << id;
        std::ranges::sort(gaps);
        // Between vertices, which lie a centimetre apart; what crosses a hollow is the tenth that is left.
        EXPECT_LT(gaps[gaps.size() / 2], 0.7f) << id;
        EXPECT_LT(gaps[gaps.size() * 9 / 10], 1.3f) << id;
    }
}

// By itself a muscle that ends in a broad tendon of its own would end in mid-air.
TEST_P(Context, ATendonGoesOnFromTheMusclesThatEndInIt) {
    const Muscles& muscles = test::muscles(GetParam());
    const auto tendons = [&](const char* id) {
        std::vector<std::string> ids;
        for (const int mesh : muscles.tendons_of(muscles.mesh_of(*test::atlas().find_muscle(id))))
            ids.push_back(asset().meshes[static_cast<size_t>(mesh)].id);
        return ids;
    };
    for (const char* id : {"soleus", "gastrocnemius_lateral", "gastrocnemius_medial"})
        EXPECT_THAT(tendons(id), testing::ElementsAre("achilles_tendon")) << id;
    for (const char* id : {"tensor_fasciae_latae", "gluteus_maximus"})
        EXPECT_THAT(tendons(id), testing::Contains("iliotibial_tract")) << id;
    // What lies across a muscle, or over it, is another thing.
    for (const char* id : {"extensor_digitorum", "tibialis_anterior", "tibialis_posterior", "vastus_lateralis",
                           "biceps_brachii", "piriformis", "pronator_teres", "rectus_femoris"})
        EXPECT_THAT(tendons(id), testing::IsEmpty()) << id;
}

}  // namespace
}  // namespace myomap
