#include "base/atomic_file.h"

#include <csignal>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace myomap {
namespace {

namespace fs = std::filesystem;

class AtomicFileTest : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("atomic_") + info->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    static std::string content(const fs::path& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    size_t count() const { return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), {})); }
    static std::string message_of(const fs::path& file) {
        try {
            write_file(file, "x");
        } catch (const FileError& error) {
            return error.what();
        }
        return "";
    }

    fs::path folder_;
};

TEST_F(AtomicFileTest, WritesAndReplaces) {
    const fs::path file = folder_ / "a.png";
    write_file(file, "old");
    write_file(file, "new");
    EXPECT_EQ(content(file), "new");
    EXPECT_EQ(count(), 1u);
}

TEST_F(AtomicFileTest, AnUnfinishedFileLeavesTheOldOneAndNothingElse) {
    const fs::path file = folder_ / "a.png";
    write_file(file, "old");
    {
        AtomicFile half(file);
        half.write("half", 4);
        EXPECT_EQ(count(), 2u);  // written beside
    }
    EXPECT_EQ(content(file), "old");
    EXPECT_EQ(count(), 1u);
}

TEST_F(AtomicFileTest, FollowsASymbolicLink) {
    write_file(folder_ / "real.png", "old");
    fs::create_symlink("real.png", folder_ / "link.png");
    write_file(folder_ / "link.png", "new");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.png"));
    EXPECT_EQ(content(folder_ / "real.png"), "new");
}

TEST_F(AtomicFileTest, SaysWhatIsWrongWithThePath) {
    EXPECT_THAT(message_of(folder_ / "missing" / "a.png"),
                testing::AllOf(testing::HasSubstr("missing/a.png"), testing::HasSubstr("No such file or directory")));
    EXPECT_THAT(message_of(folder_), testing::HasSubstr("Is a directory"));
    write_file(folder_ / "file", "x");
    EXPECT_THAT(message_of(folder_ / "file" / "a.png"), testing::HasSubstr("Not a directory"));
}

TEST_F(AtomicFileTest, AFullDiskIsSaid) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    EXPECT_THAT(message_of("/dev/full"), testing::HasSubstr("No space left on device"));
    EXPECT_TRUE(fs::is_character_file("/dev/full"));  // written to, not renamed over
}

TEST_F(AtomicFileTest, ManySmallPiecesMakeOneFile) {
    std::string whole;
    AtomicFile out(folder_ / "cache", OnDisk::soon);
    for (int i = 0; i < 100'000; ++i) {
        const std::string piece = std::to_string(i);
        out.write(piece.data(), piece.size());
        whole += piece;
    }
    out.commit();
    EXPECT_EQ(content(folder_ / "cache"), whole);
    EXPECT_EQ(count(), 1u);
}

TEST_F(AtomicFileTest, OnlyItsOwnerReadsItWhereThatIsWanted) {
    const fs::path file = folder_ / "a.myomap";
    const auto mode = [&] { return fs::status(file).permissions() & fs::perms::all; };
    ::umask(022);
    write_file(file, "for all");
    EXPECT_EQ(mode(), fs::perms(0644));
    write_file(file, "for me", OnDisk::yes, Readers::owner);
    EXPECT_EQ(mode(), fs::perms(0600));
}

TEST_F(AtomicFileTest, WhatAKilledProgramLeftGoesWithTheNextFileBesideIt) {
    const fs::path file = folder_ / "a.png";
    std::ofstream(folder_ / ".4000001-7.myomap-part") << "left";
    for (const char* other : {".a.png.4000001.part", "4000001-7.myomap-part", ".notes.myomap-part", ".myomap-part"})
        std::ofstream(folder_ / other) << "somebody's";
    const AtomicFile unfinished(folder_ / "b.png");  // being written
    write_file(file, "new");
    EXPECT_FALSE(fs::exists(folder_ / ".4000001-7.myomap-part"));
    EXPECT_EQ(count(), 6u);
}

TEST_F(AtomicFileTest, ASignalTakesWhatIsUnfinishedWithIt) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const pid_t child = ::fork();
        if (child == 0) {
            AtomicFile half(folder_ / "a.png"), other(folder_ / "b.png");
            write_file(folder_ / "finished.png", "all of it");
            ::raise(signal);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal);  // ended as without a handler
        EXPECT_EQ(content(folder_ / "finished.png"), "all of it");
        EXPECT_EQ(count(), 1u);
    }
}

TEST_F(AtomicFileTest, ANameMayBeAsLongAsTheDiskTakes) {
    const fs::path file = folder_ / std::string(255, 'n');
    write_file(file, "x");
    EXPECT_EQ(content(file), "x");
}

TEST_F(AtomicFileTest, AProtectedFolderIsSaid) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    ::chmod(folder_.c_str(), 0500);
    EXPECT_THAT(message_of(folder_ / "a.png"), testing::HasSubstr("Permission denied"));
    ::chmod(folder_.c_str(), 0700);
}

}  // namespace
}  // namespace myomap
