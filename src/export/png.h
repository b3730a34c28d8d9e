#pragma once
// PNG out, with libpng set for speed: exports wait for the encoder, and stronger compression gains little on charts.

#include <filesystem>
#include <string>
#include <vector>

#include "render/renderer.h"

namespace myomap {

struct PngText {
    std::string title;
    std::string description;
};

// 8-bit RGB; the alpha of `image` is ignored. Throws PageError when the image has no pixels.
std::vector<std::uint8_t> encode_png(const Image& image, const PngText& text = {});

// Throws PageError and leaves no half-written file.
void write_png(const std::filesystem::path& file, const Image& image, const PngText& text = {});

}  // namespace myomap
