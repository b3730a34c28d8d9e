// The baked file of muscles, and what can be asked of it.

#include "body/muscle_asset.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <glm/geometric.hpp>

#include "body/muscle_query.h"
#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

// A box between two corners.
void add_box(MuscleAsset& asset, std::string id, const glm::vec3& low, const glm::vec3& high,
             ShapeKind kind = ShapeKind::muscle) {
    MuscleMesh mesh;
    mesh.id = std::move(id);
    mesh.kind = kind;
    mesh.first_vertex = static_cast<std::uint32_t>(asset.positions.size());
    mesh.first_index = static_cast<std::uint32_t>(asset.triangles.size());
    mesh.first_coarse = static_cast<std::uint32_t>(asset.coarse.size());
    for (int i = 0; i < 8; ++i) {
        asset.positions.push_back({i & 1 ? high.x : low.x, i & 2 ? high.y : low.y, i & 4 ? high.z : low.z});
        asset.normals.push_back(normalize(asset.positions.back() - 0.5f * (low + high)));
        asset.fibres.push_back({0, 1, 0});
        asset.grain.push_back({0.5f, 2});
        asset.tendon.push_back(1);
    }
    for (const std::uint32_t i :
         {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5}) {
        asset.triangles.push_back(mesh.first_vertex + i);
        asset.coarse.push_back(mesh.first_vertex + i);
    }
    mesh.vertex_count = 8;
    mesh.index_count = mesh.coarse_count = 36;
    asset.meshes.push_back(std::move(mesh));
}

MuscleAsset two_boxes() {
    MuscleAsset asset;
    add_box(asset, "outer", {2, 0, 4}, {6, 10, 6});
    add_box(asset, "inner", {2, 0, 0}, {6, 10, 3});
    asset.meshes[1].peel = 1;
    asset.meshes[1].tint = 3;
    asset.meshes[1].over = {0};
    asset.meshes[1].kind = ShapeKind::tendon;
    asset.meshes[1].sheet = Sheet::tendon;
    asset.shadows = {{{3, 5}, {10, 255}}, {}};
    return asset;
}

class MuscleFile : public testing::Test {
protected:
    fs::path file = fs::temp_directory_path() / ("myomap_muscles_" + std::to_string(::getpid()));
    ~MuscleFile() override { fs::remove(file); }
};

TEST_F(MuscleFile, GivesBackWhatWasWritten) {
    const MuscleAsset asset = two_boxes();
    write_muscle_asset(file, 42, asset);
    MuscleAsset read;
    ASSERT_TRUE(read_muscle_asset(file, 42, read));
    ASSERT_EQ(read.meshes.size(), 2u);
    EXPECT_EQ(read.meshes[1].id, "inner");
    EXPECT_EQ(read.meshes[1].peel, 1);
    EXPECT_EQ(read.meshes[1].tint, 3);
    EXPECT_EQ(read.meshes[1].over, asset.meshes[1].over);
    EXPECT_EQ(read.triangles, asset.triangles);
    for (size_t v = 0; v < asset.positions.size(); ++v) {
        EXPECT_LT(glm::distance(read.positions[v], asset.positions[v]), 0.001f);
        EXPECT_GT(dot(read.normals[v], asset.normals[v]), 0.999f);
        EXPECT_NEAR(read.grain[v].x, 0.5f, 0.02f);
    }
}

TEST_F(MuscleFile, MadeOfOtherDataIsNotUsed) {
    write_muscle_asset(file, 42, two_boxes());
    MuscleAsset read;
    EXPECT_FALSE(read_muscle_asset(file, 43, read));
    EXPECT_FALSE(read_muscle_asset(file.string() + ".none", 42, read));
    EXPECT_TRUE(read.meshes.empty());
}

TEST_F(MuscleFile, DamagedNeverReachesTheScreen) {
    write_muscle_asset(file, 42, two_boxes());
    const auto size = fs::file_size(file);
    for (const auto cut : {size - 1, size / 2, std::uintmax_t{20}}) {
        write_muscle_asset(file, 42, two_boxes());
        fs::resize_file(file, cut);
        MuscleAsset read;
        EXPECT_THROW(read_muscle_asset(file, 42, read), AssetError) << cut;
    }
    write_muscle_asset(file, 42, two_boxes());
    std::fstream edit(file, std::ios::in | std::ios::out | std::ios::binary);
    edit.seekp(static_cast<std::streamoff>(size) - 2);
    edit.put('\x7f');  // the last index points far beyond the vertices
    edit.close();
    MuscleAsset read;
    EXPECT_THROW(read_muscle_asset(file, 42, read), AssetError);
}

TEST(MuscleQuery, MeetsTheNearerBoxOnItsOwnSide) {
    const MuscleAsset asset = two_boxes();
    const MuscleQuery query(asset);
    const auto left = query.raycast({4, 5, 50}, {0, 0, -1});
    ASSERT_TRUE(left);
    EXPECT_EQ(left->mesh, 0);
    EXPECT_EQ(left->side, Side::left);
    EXPECT_NEAR(left->distance_cm, 44, 1e-3f);
    EXPECT_NEAR(left->normal.z, 1, 1e-4f);
    const auto right = query.raycast({-4, 5, 50}, {0, 0, -1});
    ASSERT_TRUE(right);
    EXPECT_EQ(right->side, Side::right);
    EXPECT_NEAR(right->position.x, -4, 1e-4f);
    EXPECT_FALSE(query.raycast({0, 5, 50}, {0, 0, -1}));
    // From the side both halves lie in the way: the nearer one counts.
    EXPECT_EQ(query.raycast({-50, 5, 5}, {1, 0, 0})->side, Side::right);
    EXPECT_EQ(query.raycast({50, 5, 5}, {-1, 0, 0})->side, Side::left);
}

TEST(MuscleQuery, LooksThroughWhatIsHidden) {
    const MuscleAsset asset = two_boxes();
    const MuscleQuery query(asset);
    const std::vector<bool> without_left_outer{false, true, true, true};
    EXPECT_EQ(query.raycast({4, 5, 50}, {0, 0, -1}, without_left_outer)->mesh, 1);
    EXPECT_EQ(query.raycast({-4, 5, 50}, {0, 0, -1}, without_left_outer)->mesh, 0);
    EXPECT_FALSE(query.raycast({4, 5, 50}, {0, 0, -1}, std::vector<bool>(4, false)));
}

TEST(MuscleQuery, ListsWhatARayEntersAndWhatHoldsAPoint) {
    const MuscleAsset asset = two_boxes();
    const MuscleQuery query(asset);
    const auto hits = query.along({4, 5, 50}, {0, 0, -1}, 100);
    ASSERT_EQ(hits.size(), 2u);
    EXPECT_EQ(hits[0].mesh, 0);
    EXPECT_NEAR(hits[1].distance_cm, 47, 1e-3f);
    EXPECT_EQ(query.along({4, 5, 50}, {0, 0, -1}, 45).size(), 1u);
    EXPECT_THAT(query.containing({4, 5, 5}), testing::ElementsAre(0));
    EXPECT_THAT(query.containing({4, 5, 3.5f}), testing::IsEmpty());
}

class Under : public testing::TestWithParam<BodyId> {
protected:
    std::vector<std::string> at(const char* landmark, Side side = Side::left) const {
        std::vector<std::string> ids;
        const SkinPoint place = resolve_on_skin(test::body(GetParam()), test::at(landmark), side);
        float last = 0;
        for (const Muscles::Under& one : test::muscles(GetParam()).under(place)) {
            ids.push_back(test::muscles(GetParam()).asset().meshes[static_cast<size_t>(one.mesh)].id);
            if (one.muscle >= 0) EXPECT_EQ(ids.back(), test::atlas().muscles[static_cast<size_t>(one.muscle)].id);
            EXPECT_GE(one.depth_cm, last);
            EXPECT_EQ(one.side, side) << ids.back();
            last = one.depth_cm;
        }
        return ids;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, Under, testing::ValuesIn(body_ids), test::name_of);

TEST_P(Under, ClassicPlacesNameTheirMuscles) {
    const auto first = [&](const char* landmark) {
        return at(landmark).empty() ? std::string() : at(landmark).front();
    };
    EXPECT_EQ(first("femur_mid_anterior"), "rectus_femoris");
    EXPECT_THAT(at("ischial_tuberosity_upper"), testing::Contains("gluteus_maximus"));
    EXPECT_THAT(at("scapula_medial_border_mid"),
                testing::Contains(testing::AnyOf("trapezius_middle", "trapezius_lower")));
    EXPECT_EQ(first("surgical_neck_lateral").substr(0, 7), "deltoid");
}

TEST_P(Under, TheTractIsNoMuscle) {
    const Body& body = test::body(GetParam());
    const SkinPoint place = resolve_on_skin(
        body, test::between(test::at("greater_trochanter"), test::at("lateral_epicondyle_femur"), 0.6f), Side::left);
    const auto under = test::muscles(GetParam()).under(place);
    ASSERT_GE(under.size(), 2u);
    const auto& asset = test::muscles(GetParam()).asset();
    EXPECT_EQ(asset.meshes[static_cast<size_t>(under[0].mesh)].id, "iliotibial_tract");
    EXPECT_EQ(under[0].muscle, -1);
    EXPECT_TRUE(under[0].sheet);
    EXPECT_EQ(asset.meshes[static_cast<size_t>(under[1].mesh)].id, "vastus_lateralis");
    EXPECT_FALSE(under[1].sheet);
}

TEST_P(Under, TheRightSideIsTheMirrorOfTheLeft) {
    for (const char* landmark : {"femur_mid_anterior", "scapula_medial_border_mid", "ilium_outer_mid"})
        EXPECT_EQ(at(landmark, Side::left), at(landmark, Side::right)) << landmark;
}

}  // namespace
}  // namespace myomap
