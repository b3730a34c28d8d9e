#include "body/asset.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "base/file_error.h"

namespace myomap {

namespace {

namespace fs = std::filesystem;

// A tetrahedron with everything a skin has.
SkinAsset small_skin() {
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
    skin.topology = 0x0123456789abcdef;
    return skin;
}

class Asset : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("myomap_asset_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        file_ = folder_ / "small.skin";
    }
    void TearDown() override { fs::remove_all(folder_); }

    // Overwrites one 32-bit number of the file.
    void damage(std::streamoff at, std::uint32_t value) {
        std::fstream out(file_, std::ios::binary | std::ios::in | std::ios::out);
        out.seekp(at);
        out.write(reinterpret_cast<const char*>(&value), sizeof value);
    }

    // Reading must fail with a sentence that names the file and has this in it.
    void expect_refused(const std::string& reason) {
        try {
            read_skin_asset(file_);
            ADD_FAILURE() << "read a file it should refuse: " << reason;
        } catch (const AssetError& error) {
            const std::string text = error.what();
            EXPECT_NE(text.find(file_.string()), std::string::npos) << text;
            EXPECT_NE(text.find(reason), std::string::npos) << text;
            EXPECT_TRUE(text.ends_with('.')) << text;
        }
    }

    fs::path folder_, file_;
};

}  // namespace

TEST_F(Asset, ComesBackAsWritten) {
    const SkinAsset skin = small_skin();
    write_skin_asset(file_, skin);
    const SkinAsset back = read_skin_asset(file_);
    EXPECT_EQ(back.positions, skin.positions);
    EXPECT_EQ(back.normals, skin.normals);
    EXPECT_EQ(back.occlusion, skin.occlusion);
    EXPECT_EQ(back.visible_from, skin.visible_from);
    EXPECT_EQ(back.triangles, skin.triangles);
    EXPECT_EQ(back.coarse, skin.coarse);
    ASSERT_EQ(back.clusters.size(), 2u);
    EXPECT_EQ(back.clusters[1].first, 6u);
    EXPECT_EQ(back.clusters[0].high_normal, skin.clusters[0].high_normal);
    ASSERT_EQ(back.coarse_clusters.size(), 1u);
    EXPECT_EQ(back.mirror, skin.mirror);
    ASSERT_EQ(back.dots.size(), 2u);
    EXPECT_EQ(back.dots[0].triangle, 0u);
    EXPECT_EQ(back.dots[0].u, 0.25f);
    EXPECT_EQ(back.dots[0].v, 0.5f);
    ASSERT_EQ(back.dot_levels.size(), 2u);
    EXPECT_EQ(back.dot_levels[1].spacing_cm, 1.0f);
    EXPECT_EQ(back.dot_levels[1].count, 2u);
    EXPECT_EQ(back.topology, skin.topology);
}

TEST_F(Asset, ReplacesTheOldFileAndLeavesNothingBeside) {
    std::ofstream(file_) << "old";
    write_skin_asset(file_, small_skin());
    EXPECT_EQ(read_skin_asset(file_).positions.size(), 4u);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Asset, RefusesAMissingFile) { expect_refused("no file of this name"); }

TEST_F(Asset, RefusesAFolder) {
    fs::create_directory(file_);
    expect_refused("a folder");
}

TEST_F(Asset, RefusesEveryCutShortFile) {
    write_skin_asset(file_, small_skin());
    for (std::uintmax_t size = fs::file_size(file_); size-- > 0;) {
        fs::resize_file(file_, size);
        expect_refused("cut short");
    }
}

TEST_F(Asset, RefusesAFileThatIsTooLong) {
    write_skin_asset(file_, small_skin());
    std::ofstream(file_, std::ios::app) << "more";
    expect_refused("longer");
}

TEST_F(Asset, RefusesAnotherVersion) {
    write_skin_asset(file_, small_skin());
    damage(8, skin_asset_version + 41);
    expect_refused("version " + std::to_string(skin_asset_version + 41));
}

TEST_F(Asset, RefusesAnotherKindOfFile) {
    std::ofstream(file_) << "P6 a picture that somebody renamed, long enough for a header";
    expect_refused("not a Myomap body");
}

TEST_F(Asset, RefusesHugeCountsWithoutAskingForTheMemory) {
    write_skin_asset(file_, small_skin());
    for (std::streamoff count_at = 12; count_at < 40; count_at += 4) {
        damage(count_at, 0xffffffff);
        expect_refused("cut short");
    }
}

TEST_F(Asset, RefusesIndicesOutOfRange) {
    write_skin_asset(file_, small_skin());
    const std::streamoff triangles_at = 48 + 4 * (12 + 12 + 4 + 4);
    damage(triangles_at, 4);
    expect_refused("damaged");
}

TEST_F(Asset, DoesNotWriteAnInconsistentSkin) {
    SkinAsset skin = small_skin();
    skin.mirror[0] = 9;
    EXPECT_THROW(write_skin_asset(file_, skin), AssetError);
    skin = small_skin();
    skin.dots[0].triangle = 4;
    EXPECT_THROW(write_skin_asset(file_, skin), AssetError);
    skin = small_skin();
    skin.dot_levels.back().count = 1;
    EXPECT_THROW(write_skin_asset(file_, skin), AssetError);
    skin = small_skin();
    skin.clusters.pop_back();
    EXPECT_THROW(write_skin_asset(file_, skin), AssetError);
    skin = small_skin();
    skin.coarse_clusters[0].count = 2;
    EXPECT_THROW(write_skin_asset(file_, skin), AssetError);
    EXPECT_FALSE(fs::exists(file_));
}

TEST_F(Asset, SaysWhenItCanNotWrite) {
    EXPECT_THROW(write_skin_asset(folder_ / "no such folder" / "small.skin", small_skin()), FileError);
}

}  // namespace myomap
