#include "pictures.h"

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>
#include <stb/stb_image.h>

#include "export/png.h"

namespace myomap::test {

namespace fs = std::filesystem;

namespace {

// Other versions of Mesa and FreeType draw edges a little differently; a missing zone, label or limb is far above this.
constexpr double most_mean_difference = 1.2;  // of 255
constexpr int clear_difference = 40;          // of 255, in any channel
constexpr double most_clear_share = 0.003;    // of the pixels
// In a crop of a few hundred pixels a digit, a mark or a muscle weighs more than all edges.
constexpr double most_mean_in_crop = 4;
constexpr double most_clear_in_crop = 0.04;

}  // namespace

Image read_image(const fs::path& file) {
    Image image;
    int channels = 0;
    unsigned char* data = stbi_load(file.c_str(), &image.size.x, &image.size.y, &channels, 4);
    if (!data) return image;
    image.rgba.assign(data, data + static_cast<size_t>(image.size.x) * static_cast<size_t>(image.size.y) * 4);
    stbi_image_free(data);
    return image;
}

Difference compare(const Image& a, const Image& b, const Rect& part) {
    Difference difference;
    difference.picture = a;
    double sum = 0;
    size_t clear = 0, pixels = 0;
    for (int y = 0; y < a.size.y; ++y)
        for (int x = 0; x < a.size.x; ++x) {
            if (!part.contains({x, y})) continue;
            const size_t i = 4 * (static_cast<size_t>(y) * static_cast<size_t>(a.size.x) + static_cast<size_t>(x));
            int most = 0;
            for (size_t c = i; c < i + 3; ++c) {
                const int one = std::abs(int{a.rgba[c]} - int{b.rgba[c]});
                sum += one;
                most = std::max(most, one);
            }
            ++pixels;
            clear += most > clear_difference;
            for (size_t c = i; c < i + 3; ++c)
                difference.picture.rgba[c] = static_cast<std::uint8_t>(255 - std::min(255, 4 * most));
        }
    difference.mean = sum / (3 * static_cast<double>(pixels));
    difference.clear_share = static_cast<double>(clear) / static_cast<double>(pixels);
    return difference;
}

void expect_as_approved(const fs::path& actual_file, const char* name, const std::vector<Rect>& crops) {
    const fs::path approved_file = fs::path(MYOMAP_SOURCE_DIR) / "tests" / "golden" / (std::string(name) + ".png");
    const Image actual = read_image(actual_file);
    ASSERT_GT(actual.size.x, 0) << "no picture at " << actual_file;
    if (std::getenv("MYOMAP_BLESS")) {
        fs::copy_file(actual_file, approved_file, fs::copy_options::overwrite_existing);
        GTEST_SKIP() << "taken over as " << approved_file;
    }
    const Image approved = read_image(approved_file);
    ASSERT_GT(approved.size.x, 0) << "no approved picture " << approved_file << " yet; the new one is " << actual_file;
    ASSERT_TRUE(actual.size == approved.size) << "another size than " << approved_file << ": " << actual_file;
    const Rect all{0, 0, static_cast<float>(actual.size.x), static_cast<float>(actual.size.y)};
    const Difference difference = compare(actual, approved, all);
    const fs::path difference_file = actual_file.parent_path() / (std::string(name) + "_difference.png");
    fs::remove(difference_file);
    const auto words = [&](const Difference& d) {
        return "differs by " + std::to_string(d.mean) + " of 255 on average, " + std::to_string(100 * d.clear_share) +
               " % of the pixels clearly\nnew:        " + actual_file.string() +
               "\ndifference: " + difference_file.string() +
               "\nIf the change is wanted: MYOMAP_BLESS=1 ctest -R golden";
    };
    bool alike = difference.mean <= most_mean_difference && difference.clear_share <= most_clear_share;
    EXPECT_TRUE(alike) << words(difference);
    for (const Rect& crop : crops) {
        ASSERT_TRUE(all.contains({crop.x, crop.y}) &&
                    all.contains({crop.x + crop.width - 1, crop.y + crop.height - 1}));
        const Difference within = compare(actual, approved, crop);
        const bool crop_alike = within.mean <= most_mean_in_crop && within.clear_share <= most_clear_in_crop;
        EXPECT_TRUE(crop_alike) << "at " << crop.x << ", " << crop.y << " (" << crop.width << " x " << crop.height
                                << ") " << words(within);
        alike = alike && crop_alike;
    }
    if (!alike) write_png(difference_file, difference.picture);
}

}  // namespace myomap::test
