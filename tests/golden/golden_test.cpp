// Pictures of the real program against pictures that a person has looked at (tests/golden/*.png).
// After a wanted change look at what the failed run left in the test output folder, then take it over with
//     MYOMAP_BLESS=1 ctest -R golden

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <stb/stb_image.h>

#include "../cli/run_myomap.h"
#include "export/png.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

// Other versions of Mesa and FreeType draw edges a little differently; a missing zone, label or limb is far above this.
constexpr double most_mean_difference = 1.2;  // of 255
constexpr int clear_difference = 40;          // of 255, in any channel
constexpr double most_clear_share = 0.003;    // of the pixels

struct Case {
    const char* name;
    const char* arguments;  // of `myomap export`
    bool pdf = false;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

const Case cases[] = {
    {"plate", "--size 480x360 --scale 0.65"},
    {"head_neck", "--view head_neck --muscle trapezius_upper --size 480x360 --scale 0.65"},
    {"essential", "--point trapezius_upper/TrP1 --no-spillover --no-area --size 480x360 --scale 0.65"},
    {"spillover", "--point trapezius_upper/TrP1 --view right --size 480x360 --scale 0.65"},
    {"autonomic", "--point trapezius_middle/TrP7 --size 480x360 --scale 0.65"},
    {"both_sides", "--point masseter_superficial/C --side both --view anterior --size 480x360 --scale 0.65"},
    {"dark", "--point trapezius_upper/TrP1 --theme dark --size 480x360 --scale 0.65"},
    {"female", "--point scm_sternal/mid_upper --body female --side left --size 480x360 --scale 0.65"},
    {"glass", "--muscle piriformis --layer glass --size 480x360 --scale 0.65"},
    {"muscles", "--layer muscles --size 480x360 --scale 0.65"},
    {"muscle_names", "--muscle infraspinatus --layer muscles --view posterior --size 480x480 --scale 0.65"},
    {"one_layer_off", "--layer 1 --size 480x360 --scale 0.65"},
    {"two_layers_off", "--layer 2 --size 480x360 --scale 0.65"},
    {"three_layers_off", "--layer 3 --size 480x360 --scale 0.65"},
    {"four_layers_off", "--layer 4 --size 480x360 --scale 0.65"},
    {"bones", "--layer bones --size 480x360 --scale 0.65"},
    {"lying_over", "--muscle subscapularis --around over --size 480x360 --scale 0.65"},
    {"line_art", "--point gluteus_medius/TrP2 --layer muscles --style line_art --size 480x360 --scale 0.65"},
    {"line_art_skin", "--point trapezius_upper/TrP1 --style line_art --size 480x360 --scale 0.65"},
    {"page_a4", "--point trapezius_upper/TrP1", true},
    {"page_letter_landscape", "--muscle trapezius_upper --body female --paper Letter --landscape", true},
};

Image read_image(const fs::path& file) {
    Image image;
    int channels = 0;
    unsigned char* data = stbi_load(file.c_str(), &image.size.x, &image.size.y, &channels, 4);
    if (!data) return image;
    image.rgba.assign(data, data + static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4);
    stbi_image_free(data);
    return image;
}

struct Difference {
    double mean = 0;
    double clear_share = 0;
    Image picture;  // the darker the more different
};

Difference compare(const Image& a, const Image& b) {
    Difference difference;
    difference.picture = a;
    double sum = 0;
    size_t clear = 0;
    for (size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (size_t c = i; c < i + 3; ++c) {
            const int one = std::abs(int{a.rgba[c]} - int{b.rgba[c]});
            sum += one;
            most = std::max(most, one);
        }
        clear += most > clear_difference;
        for (size_t c = i; c < i + 3; ++c)
            difference.picture.rgba[c] = static_cast<std::uint8_t>(255 - std::min(255, 4 * most));
    }
    const double pixels = static_cast<double>(a.rgba.size()) / 4;
    difference.mean = sum / (3 * pixels);
    difference.clear_share = static_cast<double>(clear) / pixels;
    return difference;
}

fs::path draw(const Case& one, const fs::path& folder) {
    const fs::path picture = folder / (std::string(one.name) + ".png");
    const fs::path file = one.pdf ? folder / (std::string(one.name) + ".pdf") : picture;
    fs::remove(picture);
    const Outcome run = run_myomap("export " + std::string(one.arguments) + " -o '" + file.string() + "'",
                                   "SOURCE_DATE_EPOCH=1700000000");
    EXPECT_EQ(run.code, 0) << run.err;
    if (one.pdf)
        run_shell("pdftoppm -r 60 -f 1 -l 1 -singlefile -png '" + file.string() + "' '" + (folder / one.name).string() +
                  "'");
    return picture;
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, LooksAsItWasApproved) {
    const Case& one = GetParam();
    const fs::path approved_file = fs::path(MYOMAP_SOURCE_DIR) / "tests" / "golden" / (std::string(one.name) + ".png");
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "golden";
    fs::create_directories(folder);
    const fs::path actual_file = draw(one, folder);
    const Image actual = read_image(actual_file);
    ASSERT_GT(actual.size.x, 0) << "no picture at " << actual_file;
    if (std::getenv("MYOMAP_BLESS")) {
        fs::copy_file(actual_file, approved_file, fs::copy_options::overwrite_existing);
        GTEST_SKIP() << "taken over as " << approved_file;
    }
    const Image approved = read_image(approved_file);
    ASSERT_GT(approved.size.x, 0) << "no approved picture " << approved_file << " yet; the new one is " << actual_file;
    ASSERT_TRUE(actual.size == approved.size) << "another size than " << approved_file << ": " << actual_file;
    const Difference difference = compare(actual, approved);
    const bool alike = difference.mean <= most_mean_difference && difference.clear_share <= most_clear_share;
    const fs::path difference_file = folder / (std::string(one.name) + "_difference.png");
    fs::remove(difference_file);
    if (!alike) write_png(difference_file, difference.picture);
    EXPECT_TRUE(alike) << "differs by " << difference.mean << " of 255 on average, " << 100 * difference.clear_share
                       << " % of the pixels clearly\nnew:        " << actual_file << "\ndifference: " << difference_file
                       << "\nIf the change is wanted: MYOMAP_BLESS=1 ctest -R golden";
}

INSTANTIATE_TEST_SUITE_P(Pictures, Golden, testing::ValuesIn(cases),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

}  // namespace
}  // namespace myomap
