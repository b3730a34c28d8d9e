#include "export/png.h"
#include "export/page_error.h"

#include <gtest/gtest.h>
#include <png.h>

#include "base/atomic_file.h"

namespace myomap {
namespace {

// libpng's own reader, so that the file is what other programs will see.
Image decode(const std::vector<std::uint8_t>& bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    EXPECT_TRUE(png_image_begin_read_from_memory(&header, bytes.data(), bytes.size())) << header.message;
    header.format = PNG_FORMAT_RGBA;
    Image image{{static_cast<int>(header.width), static_cast<int>(header.height)}, {}};
    image.rgba.resize(PNG_IMAGE_SIZE(header));
    EXPECT_TRUE(png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr)) << header.message;
    return image;
}

TEST(Png, KeepsEveryPixel) {
    Image image{{37, 21}, {}};
    for (int i = 0; i < 37 * 21; ++i)
        for (const int channel : {i % 251, (i * 7) % 253, (i * 13) % 256, 255})
            image.rgba.push_back(static_cast<std::uint8_t>(channel));
    const Image read = decode(encode_png(image));
    EXPECT_EQ(read.size, image.size);
    EXPECT_EQ(read.rgba, image.rgba);
}

TEST(Png, CarriesItsTitle) {
    const Image image{{1, 1}, {1, 2, 3, 255}};
    const auto bytes = encode_png(image, {"Trapezius \u00b7 1", ""});
    const std::string text(bytes.begin(), bytes.end());
    EXPECT_NE(text.find("Trapezius \u00b7 1"), std::string::npos);
}

TEST(Png, AnEmptyImageIsAnError) { EXPECT_THROW(encode_png({}), PageError); }

}  // namespace
}  // namespace myomap
