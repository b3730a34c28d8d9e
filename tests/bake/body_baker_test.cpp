#include "bake/body_baker.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "bake/point_grid.h"
#include "bake/surface.h"
#include "baked.h"
#include "body/anchor.h"

namespace myomap {

namespace {

bool seen(const SkinAsset& skin, std::size_t vertex, StandardView view) {
    return skin.visible_from[vertex] >> static_cast<int>(view) & 1;
}

std::size_t nearest(const SkinAsset& skin, glm::vec3 place) {
    const auto closer = [&](glm::vec3 a, glm::vec3 b) { return glm::distance(a, place) < glm::distance(b, place); };
    const auto found = std::min_element(skin.positions.begin(), skin.positions.end(), closer);
    return static_cast<std::size_t>(found - skin.positions.begin());
}

glm::vec3 place(const SkinAsset& skin, const Dot& dot) {
    const auto corner = [&](std::size_t i) { return skin.positions[skin.triangles[3 * dot.triangle + i]]; };
    return (1 - dot.u - dot.v) * corner(0) + dot.u * corner(1) + dot.v * corner(2);
}

}  // namespace

TEST(BodyBaker, BothBodiesShareTheirTopology) {
    const SkinAsset &male = baked(BodyId::adult_male), &female = baked(BodyId::adult_female);
    EXPECT_EQ(male.positions.size(), female.positions.size());
    EXPECT_EQ(male.triangles, female.triangles);
    EXPECT_EQ(male.coarse, female.coarse);
    EXPECT_EQ(male.mirror, female.mirror);
    EXPECT_EQ(male.triangles.size(), 3u * 2 * 53512);
    EXPECT_EQ(male.coarse.size(), 3u * 2 * 13378);
}

TEST(BodyBaker, MirrorIsAnInvolutionAcrossTheMidline) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        std::size_t on_midline = 0;
        for (std::uint32_t v = 0; v < skin.mirror.size(); ++v) {
            const std::uint32_t partner = skin.mirror[v];
            ASSERT_EQ(skin.mirror[partner], v);
            ASSERT_LT(glm::distance(skin.positions[partner] * glm::vec3(-1, 1, 1), skin.positions[v]), 0.3f) << v;
            if (partner != v) continue;
            ++on_midline;
            EXPECT_NEAR(skin.positions[v].x, 0, 0.05f);
        }
        EXPECT_GT(on_midline, 300u);
    }
}

TEST(BodyBaker, SkinFacesOutward) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        for (const auto* triangles : {&skin.triangles, &skin.coarse}) {
            double litres = 0;
            for (std::size_t i = 0; i < triangles->size(); i += 3) {
                const auto corner = [&](std::size_t k) { return skin.positions[(*triangles)[i + k]]; };
                litres += glm::dot(corner(0), glm::cross(corner(1), corner(2))) / 6000.0;
            }
            EXPECT_GT(litres, 40);  // wound the wrong way it would be negative
            EXPECT_LT(litres, 100);
        }
    }
}

TEST(BodyBaker, ClustersHoldTheirTriangles) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        for (const bool coarse : {false, true}) {
            const auto& triangles = coarse ? skin.coarse : skin.triangles;
            const auto& clusters = coarse ? skin.coarse_clusters : skin.clusters;
            // Few enough to look at all of them for every view, and small enough to leave much out.
            EXPECT_LT(clusters.size(), 3000u);
            EXPECT_GT(clusters.size(), 500u);
            for (const Cluster& cluster : clusters) {
                for (std::uint32_t i = cluster.first; i < cluster.first + cluster.count; i += 3) {
                    const auto corner = [&](std::size_t k) { return skin.positions[triangles[i + k]]; };
                    const glm::vec3 normal = glm::normalize(glm::cross(corner(1) - corner(0), corner(2) - corner(0)));
                    for (int axis = 0; axis < 3; ++axis) {
                        for (std::size_t k = 0; k < 3; ++k) {
                            ASSERT_GE(corner(k)[axis], cluster.low[axis]);
                            ASSERT_LE(corner(k)[axis], cluster.high[axis]);
                        }
                        ASSERT_GE(normal[axis], cluster.low_normal[axis] - 1e-5f);
                        ASSERT_LE(normal[axis], cluster.high_normal[axis] + 1e-5f);
                    }
                }
            }
        }
    }
}

TEST(BodyBaker, KnowsWhatEachStandardViewShows) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        const auto [lo, hi] = bounds(skin.positions);
        const std::size_t forehead = nearest(skin, {0, hi.y - 6, 30});
        const std::size_t back = nearest(skin, {0, hi.y * 0.75f, -30});
        const std::size_t left_shoulder = nearest(skin, {60, hi.y * 0.78f, 0});
        EXPECT_TRUE(seen(skin, forehead, StandardView::anterior));
        EXPECT_FALSE(seen(skin, forehead, StandardView::posterior));
        EXPECT_TRUE(seen(skin, back, StandardView::posterior));
        EXPECT_FALSE(seen(skin, back, StandardView::anterior));
        EXPECT_TRUE(seen(skin, left_shoulder, StandardView::left));
        EXPECT_FALSE(seen(skin, left_shoulder, StandardView::right));
        EXPECT_FALSE(seen(skin, skin.mirror[left_shoulder], StandardView::left));
        EXPECT_TRUE(seen(skin, nearest(skin, {0, 300, 0}), StandardView::superior));
    }
}

TEST(BodyBaker, CreasesAreDarkerThanOpenSkin) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        const auto [darkest, lightest] = std::minmax_element(skin.occlusion.begin(), skin.occlusion.end());
        EXPECT_GE(*darkest, 0);
        EXPECT_LE(*lightest, 1);
        const glm::vec3 hip = baker().posed(id).joints.at("upperleg01.L");
        const std::size_t crotch = nearest(skin, {0, hip.y - 12, 0});
        const std::size_t crown = nearest(skin, {0, 300, 0});
        EXPECT_LT(skin.occlusion[crotch] + 0.3f, skin.occlusion[crown]);
    }
}

TEST(BodyBaker, DotsKeepTheirDistanceAtEveryLevel) {
    for (BodyId id : body_ids) {
        const SkinAsset& skin = baked(id);
        ASSERT_EQ(skin.dot_levels.size(), 6u);
        const auto [lo, hi] = bounds(skin.positions);
        for (const DotLevel& level : skin.dot_levels) {
            PointGrid grid(lo, hi, level.spacing_cm);
            for (std::uint32_t i = 0; i < level.count; ++i) {
                const glm::vec3 p = place(skin, skin.dots[i]);
                ASSERT_FALSE(grid.any_near(
                    p, [&](std::uint32_t, glm::vec3 q) { return glm::distance(p, q) < level.spacing_cm - 1e-3f; }));
                grid.add(i, p);
            }
        }
    }
}

TEST(BodyBaker, DotsCoverTheSkinButNotTheMouth) {
    const SkinAsset& skin = baked(BodyId::adult_male);
    const auto [lo, hi] = bounds(skin.positions);
    const float spacing = skin.dot_levels.back().spacing_cm;
    PointGrid grid(lo, hi, 2 * spacing);
    for (std::uint32_t i = 0; i < skin.dots.size(); ++i) grid.add(i, place(skin, skin.dots[i]));
    const auto dotted = [&](glm::vec3 p) {
        return grid.any_near(p, [&](std::uint32_t, glm::vec3 q) { return glm::distance(p, q) < 1.5f * spacing; });
    };
    // Trunk and limbs have no openings: dots everywhere, armpits included.
    std::size_t bare = 0;
    for (glm::vec3 p : skin.positions) bare += p.y < 145 && !dotted(p);
    EXPECT_EQ(bare, 0u);
    const PosedBody body = baker().posed(BodyId::adult_male);
    EXPECT_FALSE(dotted(body.joints.at("tongue01")));
}

// Charts on people's disks name vertices. If this number changes, no chart that was drawn before opens any more.
TEST(BodyBaker, NumbersVerticesAsItAlwaysDid) {
    for (BodyId id : body_ids) EXPECT_EQ(to_text(topology_of(baked(id))), "9a3b10515d44ccd5");
}

TEST(BodyBaker, AnchorsStayInPlaceWhenTrianglesAreDrawnInAnotherOrder) {
    constexpr float other_cluster_cm = 9;
    const Body first(BodyId::adult_male, baked(BodyId::adult_male), {});
    const Body second(BodyId::adult_male, BodyBaker(body_package, other_cluster_cm).bake(BodyId::adult_male), {});
    ASSERT_EQ(topology_of(first.skin()), topology_of(second.skin()));
    ASSERT_NE(first.skin().triangles, second.skin().triangles);
    std::size_t moved = 0;
    for (std::uint32_t triangle = 0; triangle < first.skin().triangles.size() / 3; triangle += 29) {
        const SkinPoint place = first.query().at(triangle, 0.2f, 0.5f);
        const SkinPoint again = resolve(anchor_of(place, first), second);
        ASSERT_LT(glm::distance(again.position, place.position), 1e-3f);
        ASSERT_GT(glm::dot(again.normal, place.normal), 0.999f);
        moved += again.triangle != place.triangle;
    }
    EXPECT_GT(moved, 1000u);  // the numbers of triangles are not what held them
}

TEST(BodyBaker, BakesTheSameFileEveryTime) {
    const SkinAsset again = BodyBaker(body_package).bake(BodyId::adult_female);
    const SkinAsset& first = baked(BodyId::adult_female);
    EXPECT_EQ(again.positions, first.positions);
    EXPECT_EQ(again.triangles, first.triangles);
    EXPECT_EQ(again.occlusion, first.occlusion);
    ASSERT_EQ(again.dots.size(), first.dots.size());
    for (std::size_t i = 0; i < again.dots.size(); ++i) ASSERT_EQ(again.dots[i].triangle, first.dots[i].triangle);
}

}  // namespace myomap
