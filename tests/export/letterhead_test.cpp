// The letterhead: kept, and refused where a logo or a line can't be used.

#include "export/letterhead.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/read_file.h"
#include "export/png.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string to_string(const std::vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

std::string png(glm::ivec2 size) {
    Image image{size, {}};
    for (int i = 0; i < size.x * size.y; ++i)
        for (const int channel : {i % 251, i * 7 % 253, i * 13 % 256, 255})
            image.rgba.push_back(static_cast<std::uint8_t>(channel));
    return to_string(encode_png(image));
}

std::string refusal(std::string_view bytes) {
    try {
        decode_logo(bytes);
    } catch (const LetterheadError& error) {
        return error.what();
    }
    return "";
}

class LetterheadFile : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("letterhead_") + info->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
        file = folder / "config" / "letterhead.json";
    }
    fs::path put(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }
    std::string problem() const {
        Message said;
        open_letterhead(file, said);
        return to_text(said);
    }

    fs::path folder, file;
    const Letterhead example{"Example Physiotherapy", {"1 Example Street", "12345 Exampletown"}, "+00 000", "Foot", ""};
};

TEST_F(LetterheadFile, IsReadAsItWasWritten) {
    EXPECT_TRUE(read_letterhead(file).empty()) << "none yet";
    Letterhead letterhead = example;
    letterhead.name = "\"\u00c9cole\" \\ & co";
    letterhead.logo = keep_logo(put("logo.png", png({300, 90})), file);
    write_letterhead(file, letterhead);
    EXPECT_EQ(read_letterhead(file), letterhead);
    Message said;
    const auto page = open_letterhead(file, said);
    ASSERT_TRUE(page);
    EXPECT_TRUE(said.empty());
    EXPECT_EQ(page->logo.size, glm::ivec2(300, 90));
    remove_letterhead(file);
    EXPECT_TRUE(read_letterhead(file).empty());
    EXPECT_TRUE(fs::is_empty(folder / "config"));
}

TEST_F(LetterheadFile, ADamagedOneIsSaidAndThePageDoesWithout) {
    write_letterhead(file, example);
    EXPECT_EQ(problem(), "");
    for (const char* text : {"{", "[]", "{\"name\": 3}", "{\"address\": \"x\"}", "{\"address\": [1]}", ""}) {
        std::ofstream(file) << text;
        EXPECT_THROW(read_letterhead(file), LetterheadError) << text;
        EXPECT_THAT(problem(), HasSubstr("letterhead.json")) << text;
    }
}

TEST_F(LetterheadFile, ALogoThatHasGoneIsSaidAndTheRestIsUsed) {
    Letterhead letterhead = example;
    letterhead.logo = keep_logo(put("logo.png", png({30, 30})), file);
    write_letterhead(file, letterhead);
    fs::remove(file.parent_path() / letterhead.logo);
    Message said;
    const auto page = open_letterhead(file, said);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->words.name, example.name);
    EXPECT_TRUE(page->logo.bgra.empty());
    EXPECT_THAT(to_text(said), testing::AllOf(HasSubstr("logo"), HasSubstr(letterhead.logo)));
    letterhead.logo = "../../etc/passwd";
    write_letterhead(file, letterhead);
    EXPECT_THAT(problem(), HasSubstr("config/passwd")) << "never beside the folder";
}

TEST_F(LetterheadFile, ANewLogoTakesThePlaceOfTheOld) {
    Letterhead letterhead = example;
    letterhead.logo = keep_logo(put("a.png", png({30, 30})), file);
    write_letterhead(file, letterhead);
    EXPECT_THROW(keep_logo(put("b.png", "no picture"), file), LetterheadError);
    EXPECT_THROW(keep_logo(folder / "missing.png", file), ReadError);
    EXPECT_EQ(problem(), "") << "the old one is still there";
    letterhead.logo.clear();
    write_letterhead(file, letterhead);
    EXPECT_FALSE(fs::exists(file.parent_path() / "letterhead_logo.png"));
}

TEST_F(LetterheadFile, WhatHasNoRoomIsRefused) {
    Letterhead long_line = example, many_lines = example;
    long_line.footer = std::string(400, 'x');
    many_lines.address.assign(6, "line");
    EXPECT_THROW(write_letterhead(file, long_line), LetterheadError);
    EXPECT_THROW(write_letterhead(file, many_lines), LetterheadError);
    EXPECT_FALSE(fs::exists(file));
}

TEST(Logo, IsScaledDownToWhatAPageNeeds) {
    EXPECT_EQ(decode_logo(png({300, 90})).size, glm::ivec2(300, 90));
    EXPECT_EQ(decode_logo(png({1000, 1000})).size, glm::ivec2(400, 400));
    EXPECT_EQ(decode_logo(png({4000, 2})).size, glm::ivec2(1600, 1));
}

TEST(Logo, WhatIsClearStaysClear) {
    // 2x1: clear, half red. Premultiplied, as cairo wants it.
    const std::string bytes(
        "\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000\000\002\000\000\000\001\010"
        "\006\000\000\000\364\042\177\212\000\000\000\017\111\104\101\124\170\234\143\140\000\202\377\014\014"
        "\015\000\004\205\001\200\270\165\376\167\000\000\000\000\111\105\116\104\256\102\140\202",
        72);
    const Logo logo = decode_logo(bytes);
    EXPECT_EQ(logo.bgra, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 128, 128}));
}

TEST(Logo, DamagedFilesAreRefused) {
    const std::string good = png({120, 80});
    for (const size_t length : {good.size() - 1, good.size() - 12, good.size() / 2, size_t{60}, size_t{20}, size_t{8}})
        EXPECT_THAT(refusal(good.substr(0, length)), HasSubstr("damaged")) << length;
    for (size_t at = 30; at < good.size() - 12; at += 997) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x20);
        EXPECT_THAT(refusal(bad), HasSubstr("damaged")) << at;
    }
    EXPECT_THAT(refusal(std::string("\xff\xd8\xff\xe0", 4) + std::string(300, 'x')), HasSubstr("damaged"));
    for (const char* other : {"", "GIF89a", "<svg/>", "BM12345678901234567890123456789012345678901234567890"})
        EXPECT_THAT(refusal(other), HasSubstr("PNG or JPEG")) << other;
}

// A header that is whole and says 30,000 x 30,000; nothing follows, so decoding it could only fail otherwise.
TEST(Logo, AHugeOneIsRefusedByItsHeader) {
    const std::string png_header(
        "\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000\165\060\000\000\165\060\010"
        "\006\000\000\000\146\047\370\272",
        33);
    EXPECT_THAT(refusal(png_header), HasSubstr("30000 x 30000"));
    const std::string jpeg_header("\xff\xd8\xff\xc0\0\x11\x08\x75\x30\x75\x30\x03\x01\x11\0\x02\x11\x01\x03\x11\x01",
                                  21);
    EXPECT_THAT(refusal(jpeg_header), HasSubstr("30000 x 30000"));
}

}  // namespace
}  // namespace myomap
