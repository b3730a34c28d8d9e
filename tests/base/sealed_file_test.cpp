#include "base/sealed_file.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace myomap {
namespace {

namespace fs = std::filesystem;

std::string pattern(std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(i * 131 % 251);
    return text;
}

class SealedFile : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("sealed." + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    static bool is_intact(const fs::path& file, std::size_t piece) {
        SealedReader in(file, 1 << 20);
        std::vector<char> block(piece);
        while (in.read_some(block.data(), piece) == piece) {
        }
        return in.is_intact();
    }

    fs::path folder_;
};

TEST_F(SealedFile, IsIntactHoweverItIsWrittenAndRead) {
    const std::string text = pattern(1003);
    for (const std::size_t written : {1u, 7u, 8u, 64u, 1003u}) {
        const fs::path file = folder_ / "a";
        SealedWriter out(file);
        for (std::size_t at = 0; at < text.size(); at += written)
            out.write(text.data() + at, std::min(written, text.size() - at));
        out.commit();
        for (const std::size_t read : {1u, 3u, 8u, 13u, 4096u})
            EXPECT_TRUE(is_intact(file, read)) << written << ' ' << read;
        EXPECT_EQ(SealedReader(file, 1 << 20).size(), text.size());
    }
}

TEST_F(SealedFile, NoticesEveryChangedByteAndEveryCut) {
    const fs::path file = folder_ / "a", damaged = folder_ / "b";
    SealedWriter out(file);
    const std::string text = pattern(203);
    out.write(text.data(), text.size());
    out.commit();
    const std::string whole = read_file(file, {1 << 20});
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string other = whole;
        other[i] = static_cast<char>(other[i] ^ 0x10);
        write_file(damaged, other);
        EXPECT_FALSE(is_intact(damaged, 64)) << "byte " << i;
        write_file(damaged, whole.substr(0, i));
        EXPECT_FALSE(is_intact(damaged, 64)) << "cut at " << i;
    }
    write_file(damaged, whole + "x");
    EXPECT_FALSE(is_intact(damaged, 64));
}

}  // namespace
}  // namespace myomap
