#include "base/read_file.h"

#include <cstdio>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace myomap {
namespace {

using testing::HasSubstr;

class ReadFile : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("read_file." + std::to_string(::getpid()));
    std::filesystem::path file = folder / "a.txt";

    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    // The parts of what is said about it.
    static ReadError refusal(const std::filesystem::path& file, const ReadLimits& limits) {
        try {
            read_file(file, limits);
        } catch (const ReadError& error) {
            return error;
        }
        ADD_FAILURE() << file << " was read";
        return {file, "", "", ""};
    }
};

TEST_F(ReadFile, GivesAllBytesUpToTheLimit) {
    const std::string content("a\0b\r\n\xff", 6);
    std::ofstream(file, std::ios::binary) << content;
    EXPECT_EQ(read_file(file, {6}), content);
    EXPECT_EQ(to_text(refusal(file, {5}).expected), "a file of at most 1 kB");
    std::ofstream(file, std::ios::trunc).close();
    EXPECT_EQ(read_file(file, {0}), "");
}

TEST_F(ReadFile, SaysWhatStandsThereInstead) {
    EXPECT_EQ(to_text(refusal(folder / "none", {9}).got), "no file of this name");
    EXPECT_EQ(to_text(refusal(folder, {9}).got), "a folder");
    EXPECT_EQ(to_text(refusal("/dev/zero", {9}).got), "a device or pipe");
    const ReadError error = refusal(folder / "none", {9});
    EXPECT_THAT(error.what(), HasSubstr((folder / "none").string() + ": no file of this name; check the path"));
}

TEST_F(ReadFile, ReadsAPipeOnlyWhereItMayAndStopsAtTheLimit) {
    EXPECT_EQ(to_text(refusal("/dev/zero", {1'000'000, true}).expected), "a file of at most 977 kB");
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ASSERT_EQ(::write(ends[1], "one\ntwo\n", 8), 8);
    ::close(ends[1]);
    EXPECT_EQ(read_file("/dev/fd/" + std::to_string(ends[0]), {100, true}), "one\ntwo\n");
    ::close(ends[0]);
}

TEST_F(ReadFile, AReaderTellsWhenAFileEndsTooSoon) {
    std::ofstream(file) << "12345";
    FileReader in(file, {100});
    EXPECT_EQ(in.size(), 5u);
    char four[4];
    in.read(four, 4);
    EXPECT_EQ(std::string(four, 4), "1234");
    EXPECT_THROW(in.read(four, 4), ReadError);
}

}  // namespace
}  // namespace myomap
