#include "body/muscle_shadow.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

class ShadowOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body = test::body(GetParam());
    const Muscles& muscles = test::muscles(GetParam());

    const SparseField& area(const char* id) const { return muscles.area(test::atlas().find_muscle(id).value()); }
    std::uint32_t vertex(const char* landmark, Side side = Side::left) const {
        return body.landmark_skin(body.landmarks().by_name.at(landmark), side).vertex;
    }
    std::vector<std::uint32_t> inside(const SparseField& field) const {
        std::vector<std::uint32_t> vertices;
        for (size_t i = 0; i < field.size(); ++i)
            if (field.values[i] >= 128) vertices.push_back(field.vertices[i]);
        return vertices;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, ShadowOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(ShadowOn, EveryMuscleHasOneThatIsNoDot) {
    for (int m = 0; m < static_cast<int>(test::atlas().muscles.size()); ++m) {
        const auto painted = inside(muscles.area(m));
        EXPECT_GE(painted.size(), 4u) << test::atlas().muscles[static_cast<size_t>(m)].id;
        EXPECT_LT(painted.size(), body.skin().positions.size() / 8) << test::atlas().muscles[static_cast<size_t>(m)].id;
    }
}

TEST_P(ShadowOn, LiesOverTheMuscle) {
    EXPECT_GT(area("rectus_femoris").at(vertex("femur_mid_anterior")), 0.9f);
    EXPECT_GT(area("trapezius_middle").at(vertex("t2_spinous")), 0.4f);
    EXPECT_EQ(area("rectus_femoris").at(vertex("patella_centre_anterior", Side::right)), 0);
    EXPECT_GT(muscles.area(*test::atlas().find_muscle("rectus_femoris"), Side::right)
                  .at(vertex("femur_mid_anterior", Side::right)),
              0.9f);
}

TEST_P(ShadowOn, ReachesTheTriggerPoints) {
    // Who reaches for the muscle through the skin of its X finds it there.
    constexpr float beside_cm = 1.5f;
    std::string beside;
    int count = 0;
    for (const PointRef ref : test::atlas().all_points()) {
        const TriggerPoint& point = test::atlas().point(ref);
        if (point.reached_from) continue;
        const glm::vec3 at = resolve_on_skin(body, point.point, Side::left).position;
        float off = 100;
        for (const std::uint32_t v : inside(muscles.area(ref.muscle)))
            off = std::min(off, distance(body.skin().positions[v], at));
        if (off <= beside_cm) continue;
        beside += test::atlas().full_id(ref) + fmt::format(" {:.1f} cm\n", off);
        ++count;
    }
    EXPECT_LE(count, 1) << beside;
}

TEST_P(ShadowOn, OfAPelvicFloorIsOneAreaRoundItsPointsAndNotOnAThigh) {
    const auto painted = inside(area("levator_ani"));
    std::vector<bool> in(body.skin().positions.size(), false), seen = in;
    for (const std::uint32_t v : painted) in[v] = true;
    std::vector<std::uint32_t> patch{painted.front()};
    seen[painted.front()] = true;
    for (size_t i = 0; i < patch.size(); ++i)
        for (const std::uint32_t next : body.neighbours(patch[i]))
            if (in[next] && !seen[next]) seen[next] = true, patch.push_back(next);
    EXPECT_EQ(patch.size(), painted.size());
    for (const TriggerPoint& point :
         test::atlas().muscles[static_cast<size_t>(test::atlas().find_muscle("levator_ani").value())].trigger_points) {
        const SkinPoint place = resolve_on_skin(body, point.point, Side::left);
        float off = 100;
        for (const std::uint32_t v : painted) off = std::min(off, distance(body.skin().positions[v], place.position));
        EXPECT_LT(off, 1) << point.id;
    }
    const float crotch = body.skin().positions[vertex("ischiopubic_ramus_mid")].y;
    for (const std::uint32_t v : painted) EXPECT_GT(body.skin().positions[v].y, crotch - 7);
}

TEST_P(ShadowOn, OfADeepMuscleStaysOnTheSideItIsSeenFrom) {
    // One limb, one side: what is in the palm does not show on the back of the hand, nor a calf muscle on the shin.
    const auto facing = [&](const char* id) {
        glm::vec3 sum{0};
        for (const std::uint32_t v : inside(area(id))) sum += body.skin().normals[v];
        return normalize(sum);
    };
    EXPECT_GT(facing("psoas_major").z, 0.7f);
    EXPECT_LT(facing("popliteus").z, -0.5f);
    EXPECT_GT(facing("palmar_interossei_hand").z, 0.5f);
    EXPECT_LT(facing("dorsal_interossei_hand").z, -0.5f);
    for (const char* id : {"psoas_major", "popliteus", "palmar_interossei_hand", "piriformis", "quadratus_lumborum"}) {
        const glm::vec3 way = facing(id);
        for (const std::uint32_t v : inside(area(id))) EXPECT_GT(dot(body.skin().normals[v], way), -0.5f) << id;
    }
}

TEST_P(ShadowOn, HasNoHolesAndNoSpecks) {
    for (const char* id : {"gluteus_maximus", "pectoralis_major_sternal", "latissimus_dorsi", "trapezius_lower",
                           "quadratus_lumborum", "external_oblique", "soleus"}) {
        const auto painted = inside(area(id));
        std::vector<bool> in(body.skin().positions.size(), false), seen = in;
        for (const std::uint32_t v : painted) in[v] = true;
        const auto grow = [&](std::uint32_t first, bool what) {
            std::vector<std::uint32_t> patch{first};
            seen[first] = true;
            for (size_t i = 0; i < patch.size(); ++i)
                for (const std::uint32_t next : body.neighbours(patch[i]))
                    if (!seen[next] && in[next] == what) {
                        seen[next] = true;
                        patch.push_back(next);
                    }
            return patch.size();
        };
        EXPECT_EQ(grow(painted.front(), true), painted.size()) << id << " is in pieces";
        std::vector<std::uint32_t> around;
        for (const std::uint32_t v : painted)
            for (const std::uint32_t next : body.neighbours(v))
                if (!in[next]) around.push_back(next);
        std::fill(seen.begin(), seen.end(), false);
        grow(around.front(), false);
        for (const std::uint32_t v : around) EXPECT_TRUE(seen[v]) << id << " has a hole at vertex " << v;
    }
}

TEST_P(ShadowOn, TheBakedOneIsWhatIsWorkedOutNow) {
    const int muscle = test::atlas().find_muscle("deltoid_middle").value();
    const Muscles fresh(test::atlas(), body, [&] {
        MuscleAsset asset = muscles.asset();
        asset.shadows.clear();
        return asset;
    });
    const SparseField &baked = muscles.area(muscle), &now = fresh.area(muscle);
    // The asset keeps positions to a few thousandths of a centimetre, so a value or two may differ a little.
    ASSERT_GT(now.size(), 50u);
    for (size_t i = 0; i < now.size(); ++i) EXPECT_NEAR(baked.at(now.vertices[i]), now.values[i] / 255.f, 0.15f);
}

TEST_P(ShadowOn, NeitherATendonSheetNorASkinMuscleMakesWhatLiesUnderItDeeper) {
    const auto layer = [&](const char* id) { return muscles.layer(*test::atlas().find_muscle(id)); };
    for (const char* id : {"rectus_abdominis", "scm_sternal", "external_oblique"})
        EXPECT_EQ(layer(id), Layer::superficial) << id;
    EXPECT_NE(layer("internal_oblique"), Layer::superficial);
    EXPECT_EQ(layer("psoas_major"), Layer::deep);
}

TEST_P(ShadowOn, AMuscleWithoutAShapeHasNone) {
    const Muscles none(test::atlas(), body, [] { return MuscleAsset(); });
    EXPECT_TRUE(none.area(0).empty());
    EXPECT_TRUE(none.area(0, Side::right).empty());
    EXPECT_FALSE(none.layer(0));
}

}  // namespace
}  // namespace myomap
