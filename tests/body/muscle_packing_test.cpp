// Shapes -> bodies, on geometry that can be worked out by hand and on the shipped muscles.

#include "body/muscle_packing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/core_surface.h"
#include "body/muscle_query.h"
#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::at;
using test::between;
using test::moved;

// Deep in the thigh, away from the skin: a bar along the femur.
const PointSpec hip = at("greater_trochanter"), knee = at("lateral_epicondyle_femur");

ShapeStation place(PointSpec spec, float width, float thickness) {
    ShapeStation station;
    station.curve.push_back(std::move(spec));
    station.width_cm = width;
    station.thickness_cm = {thickness};
    return station;
}

ShapeStation across(std::vector<PointSpec> curve, float thickness) {
    ShapeStation station;
    station.curve = std::move(curve);
    station.thickness_cm = {thickness};
    return station;
}

Shape shape(std::string id, std::vector<ShapeStation> stations) {
    Shape made;
    made.id = std::move(id);
    ShapePart part;
    part.stations = std::move(stations);
    made.parts.push_back(std::move(part));
    return made;
}

// `width` wide and 2 cm thick, between 30 % and 70 % of the way down the thigh, moved medially.
Shape bar(std::string id, float medial, float width = 2) {
    const Offset inwards{.lateral = -medial};
    return shape(std::move(id), {place(moved(between(hip, knee, 0.3f), inwards), width, 2),
                                 place(moved(between(hip, knee, 0.5f), inwards), width, 2),
                                 place(moved(between(hip, knee, 0.7f), inwards), width, 2)});
}

const Body& male() { return test::body(BodyId::adult_male); }

float length_of_bar() {
    return glm::distance(resolve_deep(male(), between(hip, knee, 0.3f), Side::left),
                         resolve_deep(male(), between(hip, knee, 0.7f), Side::left));
}

// Every edge is shared by two triangles that run along it in opposite directions.
void expect_closed(const MuscleAsset& asset, const std::vector<std::uint32_t>& triangles) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (size_t i = 0; i < triangles.size(); i += 3) {
        for (size_t k = 0; k < 3; ++k) ++edges[{triangles[i + k], triangles[i + (k + 1) % 3]}];
    }
    int open = 0;
    for (const auto& [edge, count] : edges) {
        const auto back = edges.find({edge.second, edge.first});
        open += count != 1 || back == edges.end() || back->second != 1;
    }
    EXPECT_EQ(open, 0) << "of " << edges.size() << " edges of " << asset.meshes.size() << " meshes";
}

TEST(CoreSurface, ABarsCoreIsItsMiddleLine) {
    const Shape made = bar("bar", 6);
    const CoreSurface core = core_surface(male(), made.parts[0], 0.15f);
    EXPECT_EQ(core.columns, 1);
    EXPECT_NEAR(core.length_cm(), length_of_bar(), 0.05f);
    EXPECT_NEAR(core.width_cm, 2, 0.01f);
    EXPECT_EQ(core.moved_cm, 0);
    const glm::vec3 start = resolve_deep(male(), moved(between(hip, knee, 0.3f), {.lateral = -6}), Side::left);
    EXPECT_LT(glm::distance(core.positions.front(), start), 0.01f);
    for (const float half : core.half_thickness) EXPECT_NEAR(half, male().height_cm() / 173.4f, 1e-4f);
}

TEST(CoreSurface, AWideSectionLiesAlongTheSkin) {
    const Shape made = bar("bar", 3, 6);
    const CoreSurface core = core_surface(male(), made.parts[0], 0.15f);
    ASSERT_GE(core.columns, 3);
    // Six wide and two thick: the core is four wide, and its face looks where the nearest skin looks.
    EXPECT_NEAR(glm::distance(core.positions[core.index(0, 0)], core.positions[core.index(0, core.columns - 1)]), 4,
                0.05f);
    const glm::vec3 middle = core.positions[core.index(core.rows / 2, core.columns / 2)];
    EXPECT_GT(
        std::abs(dot(core.facing[core.index(core.rows / 2, core.columns / 2)], male().query().closest(middle).normal)),
        0.9f);
}

TEST(CoreSurface, ADrapedSheetKeepsItsDepth) {
    Shape made = shape("sheet", {across({at("t11_spinous"), at("l2_spinous")}, 0.4f),
                                 across({at("rib9_angle"), at("rib11_angle")}, 0.4f)});
    for (ShapeStation& station : made.parts[0].stations) station.depth_cm = 1.5f;
    made.parts[0].drape = true;
    const CoreSurface core = core_surface(male(), made.parts[0], 0.15f);
    for (int r = 2; r + 2 < core.rows; ++r)
        for (int c = 0; c < core.columns; ++c)
            EXPECT_NEAR(depth_under_skin(male(), core.positions[core.index(r, c)]), 1.5f, 0.35f) << r << " " << c;
}

TEST(CoreSurface, NothingLeavesTheSkin) {
    // Written 30 cm in front of the thigh: the core is moved under the skin, and says how far.
    const Shape made = shape("outside", {place(moved(between(hip, knee, 0.3f), {.anterior = 30}), 2, 1),
                                         place(moved(between(hip, knee, 0.7f), {.anterior = 30}), 2, 1)});
    const CoreSurface core = core_surface(male(), made.parts[0], 0.15f);
    EXPECT_GT(core.moved_cm, 15);
    for (const glm::vec3& p : core.positions) EXPECT_GT(depth_under_skin(male(), p), 0.1f);
}

TEST(Packing, ABarHasTheVolumeOfACylinder) {
    const PackedMuscles packed = pack_muscles(male(), {bar("bar", 6)});
    ASSERT_EQ(packed.asset.meshes.size(), 1u);
    const MuscleMesh& mesh = packed.asset.meshes[0];
    // A ring of ten corners holds 6.5 % less than the circle, and the rounded ends hold another 5 % less.
    EXPECT_NEAR(mesh.volume_cm3, 0.95f * 0.935f * std::numbers::pi_v<float> * length_of_bar(), 0.04f * mesh.volume_cm3);
    const glm::vec3 middle = resolve_deep(male(), moved(between(hip, knee, 0.5f), {.lateral = -6}), Side::left);
    EXPECT_LT(glm::distance(mesh.centroid, middle), 0.2f);
    expect_closed(packed.asset, packed.asset.triangles);
    expect_closed(packed.asset, packed.asset.coarse);
    EXPECT_LT(packed.asset.coarse.size(), packed.asset.triangles.size() / 2);
}

TEST(Packing, NormalsLookOutAndFibresRunAlong) {
    const PackedMuscles packed = pack_muscles(male(), {bar("bar", 6)});
    const glm::vec3 along = normalize(resolve_deep(male(), knee, Side::left) - resolve_deep(male(), hip, Side::left));
    for (size_t v = 0; v < packed.asset.positions.size(); ++v) {
        EXPECT_NEAR(glm::length(packed.asset.normals[v]), 1, 1e-3f);
        EXPECT_GT(dot(packed.asset.fibres[v], along), 0.97f);
        const glm::vec3 from_middle = packed.asset.positions[v] - packed.asset.meshes[0].centroid;
        EXPECT_GT(dot(packed.asset.normals[v], from_middle), 0);
    }
}

TEST(Packing, NeighboursMeetHalfWayAndDoNotOverlap) {
    // Two bars of radius one whose middles are 1.2 cm apart.
    const PackedMuscles packed = pack_muscles(male(), {bar("a", 6), bar("b", 7.2f)});
    ASSERT_EQ(packed.asset.meshes.size(), 2u);
    const MuscleQuery query(packed.asset, MuscleQuery::Detail::full);
    for (int m = 0; m < 2; ++m) {
        const MuscleMesh& mesh = packed.asset.meshes[static_cast<size_t>(m)];
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
            const auto holders = query.containing(packed.asset.positions[v] - 0.08f * packed.asset.normals[v]);
            EXPECT_THAT(holders, testing::Not(testing::Contains(1 - m)));
        }
        EXPECT_LT(mesh.volume_cm3, 0.85f * std::numbers::pi_v<float> * length_of_bar());
    }
    EXPECT_NE(packed.asset.meshes[0].tint, packed.asset.meshes[1].tint);
}

TEST(Packing, ANarrowGapBetweenNeighboursIsClosed) {
    // The middles are 2.3 cm apart: 0.3 cm are open between the two surfaces as written.
    const PackedMuscles packed = pack_muscles(male(), {bar("a", 6), bar("b", 8.3f)});
    const MuscleQuery query(packed.asset, MuscleQuery::Detail::full);
    const glm::vec3 between_them =
        resolve_deep(male(), moved(between(hip, knee, 0.5f), {.lateral = -7.15f}), Side::left);
    const auto a = query.containing(between_them + glm::vec3{0.1f, 0, 0});
    const auto b = query.containing(between_them - glm::vec3{0.1f, 0, 0});
    EXPECT_THAT(a, testing::ElementsAre(0));
    EXPECT_THAT(b, testing::ElementsAre(1));
}

TEST(Packing, BonesGiveWayToMuscles) {
    Shape bone = bar("bone", 6.6f);
    bone.kind = ShapeKind::bone;
    const PackedMuscles alone = pack_muscles(male(), {bar("muscle", 6)});
    const PackedMuscles packed = pack_muscles(male(), {bone, bar("muscle", 6)});
    ASSERT_EQ(packed.asset.meshes.size(), 2u);
    EXPECT_EQ(packed.asset.meshes[0].kind, ShapeKind::muscle) << "muscles come first";
    EXPECT_NEAR(packed.asset.meshes[0].volume_cm3, alone.asset.meshes[0].volume_cm3, 1e-3f);
    EXPECT_LT(packed.asset.meshes[1].volume_cm3, 0.85f * alone.asset.meshes[0].volume_cm3);
    EXPECT_GT(packed.asset.meshes[1].volume_cm3, 0.5f * alone.asset.meshes[0].volume_cm3) << "a bone never breaks";
}

TEST(Packing, FibresThatCrossAreRefusedAndTheRestIsBuilt) {
    const PointSpec a = at("t7_spinous"), b = at("t12_spinous"), c = at("rib6_lateral"), d = at("rib9_lateral");
    const Shape crossed = shape("crossed", {across({a, b}, 0.5f), across({d, c}, 0.5f)});
    const Shape point = shape("point", {place(hip, 1, 1), place(hip, 1, 1)});
    const PackedMuscles packed = pack_muscles(male(), {crossed, bar("bar", 6), point});
    ASSERT_EQ(packed.asset.meshes.size(), 1u);
    EXPECT_EQ(packed.asset.meshes[0].id, "bar");
    ASSERT_EQ(packed.problems.size(), 2u);
    EXPECT_THAT(to_text(packed.problems[0].got), testing::HasSubstr("fibres cross"));
    EXPECT_THAT(to_text(packed.problems[1].got), testing::HasSubstr("same place"));
    EXPECT_EQ(shape_problems(male(), {crossed, point}).size(), 2u);
}

TEST(Packing, LayersAreCountedFromTheSkin) {
    const auto sheet = [](std::string id, float depth) {
        Shape made = shape(std::move(id), {across({at("t7_spinous"), at("t12_spinous")}, 0.4f),
                                           across({at("rib6_lateral"), at("rib9_lateral")}, 0.4f)});
        for (ShapeStation& station : made.parts[0].stations) station.depth_cm = depth;
        made.parts[0].drape = true;
        return made;
    };
    const PackedMuscles packed =
        pack_muscles(male(), {sheet("deep", 2.6f), sheet("middle", 1.7f), sheet("outer", 0.8f)});
    ASSERT_EQ(packed.asset.meshes.size(), 3u);
    EXPECT_EQ(packed.asset.meshes[0].peel, 2);
    EXPECT_EQ(packed.asset.meshes[1].peel, 1);
    EXPECT_EQ(packed.asset.meshes[2].peel, 0);
    EXPECT_THAT(packed.asset.meshes[0].over, testing::UnorderedElementsAre(1, 2));
    EXPECT_TRUE(packed.asset.meshes[2].over.empty());
    EXPECT_GT(packed.asset.meshes[0].depth_cm, packed.asset.meshes[1].depth_cm);
}

class ShippedMuscles : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, ShippedMuscles, testing::ValuesIn(body_ids), test::name_of);

TEST_P(ShippedMuscles, AreThereForTheWholeAtlasAndCanBeDrawn) {
    const Muscles& muscles = test::muscles(GetParam());
    const MuscleAsset& asset = muscles.asset();
    for (int i = 0; i < static_cast<int>(test::atlas().muscles.size()); ++i) {
        const int mesh = muscles.mesh_of(i);
        ASSERT_GE(mesh, 0) << test::atlas().muscles[static_cast<size_t>(i)].id;
        EXPECT_EQ(muscles.muscle_of(mesh), i);
        EXPECT_GT(asset.meshes[static_cast<size_t>(mesh)].volume_cm3, 0.02f)
            << asset.meshes[static_cast<size_t>(mesh)].id;
    }
    for (size_t v = 0; v < asset.positions.size(); ++v) {
        ASSERT_TRUE(std::isfinite(dot(asset.positions[v], asset.normals[v]) + dot(asset.fibres[v], asset.fibres[v])));
        ASSERT_GE(asset.positions[v].x, 0) << "each side keeps to its own half";
    }
}

TEST_P(ShippedMuscles, LieInsideTheSkin) {
    const MuscleAsset& asset = test::muscles(GetParam()).asset();
    const Body& body = test::body(GetParam());
    int outside = 0;
    for (const glm::vec3& p : asset.positions) outside += depth_under_skin(body, p) < 0;
    EXPECT_LT(outside, static_cast<int>(asset.positions.size() / 100));
}

TEST_P(ShippedMuscles, DoNotPokeThroughEachOther) {
    const MuscleAsset& asset = test::muscles(GetParam()).asset();
    const MuscleQuery query(asset, MuscleQuery::Detail::full);
    int checked = 0, poking = 0;
    for (int m = 0; m < static_cast<int>(asset.meshes.size()); ++m) {
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        if (mesh.kind == ShapeKind::bone) continue;
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; v += 5) {
            ++checked;
            poking +=
                std::ranges::any_of(query.containing(asset.positions[v] - 0.15f * asset.normals[v]), [&](int other) {
                    return other != m && asset.meshes[static_cast<size_t>(other)].kind != ShapeKind::bone;
                });
        }
    }
    EXPECT_GT(checked, 5000);
    EXPECT_LT(poking, checked / 25);
}

}  // namespace
}  // namespace myomap
