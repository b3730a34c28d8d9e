#include "base/replace_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

namespace myomap {
namespace {

class ReplaceFile : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("replace_file." + std::to_string(::getpid()));
    std::filesystem::path file = folder / "cache";

    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string content() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    auto files() const { return std::distance(std::filesystem::directory_iterator(folder), {}); }
};

TEST_F(ReplaceFile, TakesThePlaceOfTheOldOne) {
    std::ofstream(file) << "old and longer";
    EXPECT_EQ(replace_file(file, [](std::ostream& out) { out << "new"; }), "");
    EXPECT_EQ(content(), "new");
    EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceFile, KeepsTheOldOneWhenTheDiskIsFull) {
    std::ofstream(file) << "old";
    EXPECT_NE(replace_file(file,
                           [](std::ostream& out) {
                               out << "half";
                               out.setstate(std::ios::badbit);
                           }),
              "");
    EXPECT_EQ(content(), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceFile, SaysWhyItCanNot) {
    EXPECT_NE(replace_file(folder / "no such folder" / "cache", [](std::ostream&) {}), "");
    std::filesystem::create_directories(file / "in the way");
    EXPECT_NE(replace_file(file, [](std::ostream&) {}), "");
    EXPECT_EQ(files(), 1);
}

}  // namespace
}  // namespace myomap
