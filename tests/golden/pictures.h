#pragma once
// Reading and comparing pictures.

#include <filesystem>
#include <vector>

#include "chart/picture.h"
#include "render/renderer.h"

namespace myomap::test {

// Empty when the file is no picture.
Image read_image(const std::filesystem::path& file);

struct Difference {
    double mean = 0;         // of 255
    double clear_share = 0;  // of the pixels: those that anyone sees
    Image picture;           // the darker the more different
};

// Within `part`, both pictures of one size.
Difference compare(const Image& a, const Image& b, const Rect& part);

// Compares with tests/golden/<name>.png: the whole picture, and strictly each of `crops`. What differs is left beside
// `actual`. Takes `actual` over instead where MYOMAP_BLESS is set.
void expect_as_approved(const std::filesystem::path& actual, const char* name, const std::vector<Rect>& crops = {});

}  // namespace myomap::test
