#pragma once

#include <cstdint>
#include <vector>

#include "render/renderer.h"

namespace myomap {

// Without chroma subsampling, which would smear red dots; the alpha of `image` is ignored. `quality`: 1 to 100. Throws
// PageError.
std::vector<std::uint8_t> encode_jpeg(const Image& image, int quality);

}  // namespace myomap
