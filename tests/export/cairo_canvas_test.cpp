#include "export/cairo_canvas.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace myomap {
namespace {

struct Bitmap {
    SurfacePtr surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 100)};
    CairoPtr cr{cairo_create(surface.get())};

    Bitmap() {
        cairo_set_source_rgb(cr.get(), 1, 1, 1);
        cairo_paint(cr.get());
    }
    // The box of everything that is not white.
    Rect ink() const {
        cairo_surface_flush(surface.get());
        const unsigned char* data = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        int x0 = 200, y0 = 100, x1 = -1, y1 = -1;
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 200; ++x) {
                if (data[y * stride + x * 4 + 1] > 128) continue;
                x0 = std::min(x0, x), x1 = std::max(x1, x), y0 = std::min(y0, y), y1 = std::max(y1, y);
            }
        return {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1 - x0 + 1),
                static_cast<float>(y1 - y0 + 1)};
    }
};

TEST(CairoCanvas, TextStandsOnItsBaseline) {
    const Bitmap bitmap;
    CairoCanvas canvas(bitmap.cr.get());
    canvas.text({20, 70}, "HEH", 40, FontWeight::regular, {0x000000ff});
    const Rect ink = bitmap.ink();
    EXPECT_NEAR(ink.y + ink.height, 70, 1);      // no descender below it
    EXPECT_NEAR(ink.height, 40 * 0.727f, 1.5f);  // Inter's capitals
    EXPECT_GE(ink.x, 20);
}

TEST(CairoCanvas, MeasuresWhatItDraws) {
    const Bitmap bitmap;
    CairoCanvas canvas(bitmap.cr.get());
    canvas.text({10, 60}, "Trapezius", 30, FontWeight::semibold, {0x000000ff});
    const float width = PangoMeasure().width("Trapezius", 30, FontWeight::semibold);
    EXPECT_NEAR(bitmap.ink().width, width, 4);  // but for the letters' side bearings
    EXPECT_FLOAT_EQ(canvas.width("Trapezius", 30, FontWeight::semibold), width);
    EXPECT_GT(width, PangoMeasure().width("Trapezius", 30, FontWeight::regular));
    EXPECT_NEAR(PangoMeasure().width("Trapezius", 60, FontWeight::semibold), 2 * width, 0.01);
}

TEST(CairoCanvas, RightAlignedTextEndsWhereItIsTold) {
    const Bitmap bitmap;
    CairoCanvas canvas(bitmap.cr.get());
    static_cast<Canvas&>(canvas).text_right({150, 60}, "HH", 30, FontWeight::regular, {0x000000ff});
    const Rect ink = bitmap.ink();
    EXPECT_NEAR(ink.x + ink.width, 150, 4);
}

TEST(TextBlock, WrapsAndCutsLongText) {
    const Bitmap bitmap;
    const TextStyle style{10, FontWeight::regular, {0x000000ff}};
    std::string words;
    for (int i = 0; i < 200; ++i) words += "referral ";
    const TextBlock one(bitmap.cr.get(), {{"referral", style}}, 150);
    const TextBlock long_text(bitmap.cr.get(), {{words, style}}, 150, 4);
    EXPECT_LE(long_text.width(), 150);
    EXPECT_GT(long_text.height(), 3 * one.height());
    EXPECT_LT(long_text.height(), 4.6f * one.height());
    const TextBlock unbroken(bitmap.cr.get(), {{std::string(400, 'x'), style}}, 150, 3);
    EXPECT_LE(unbroken.width(), 150.5f);
}

}  // namespace
}  // namespace myomap
