// The logo of a letterhead: PNG or JPEG. Checksums of a PNG are set right, so that changes reach the decoder; pictures
// of many pixels, which are only slow, are left out.

#include "export/letterhead.h"
#include "harness.h"

#ifdef MYOMAP_FUZZ
// The decoder itself, in place of the system's, so that it is watched too. Its shifts of negative numbers are known.
#pragma clang attribute push(__attribute__((no_sanitize("undefined"))), apply_to = function)
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>
#pragma clang attribute pop
#endif

namespace myomap::fuzz {
namespace {

constexpr std::size_t png_head = 8;

std::size_t number_at(const std::string& bytes, std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }
    return ~sum;
}

void mend(std::string& png) {
    for (std::size_t at = png_head; at + 12 <= png.size();) {
        const std::size_t end = at + 8 + number_at(png, at);
        if (end + 4 > png.size()) return;
        const std::uint32_t sum = checksum(std::string_view(png).substr(at + 4, end - at - 4));
        for (std::size_t i = 0; i < 4; ++i) png[end + i] = static_cast<char>(sum >> (24 - 8 * i));
        at = end + 4;
    }
}

void run(std::string_view bytes) {
    std::string logo(bytes);
    if (logo.starts_with("\x89PNG") && logo.size() > 24) {
        mend(logo);
        if (number_at(logo, 16) > 300 && number_at(logo, 20) > 300) return;
    } else {
        // The height and width of a JPEG's frame.
        for (std::size_t at = 0; at + 9 < logo.size(); ++at)
            if (logo[at] == '\xff' && logo[at + 1] >= '\xc0' && logo[at + 1] <= '\xc2' &&
                (logo[at + 5] > 1 || logo[at + 5] < 0 || logo[at + 7] > 1 || logo[at + 7] < 0))
                return;
    }
    try {
        const Logo decoded = decode_logo(logo);
        require(decoded.size.x > 0 && decoded.size.y > 0, "a logo without pixels");
        require(decoded.bgra.size() == static_cast<std::size_t>(decoded.size.x) * decoded.size.y * 4,
                "a logo of too few pixels");
    } catch (const LetterheadError&) {
        // Most inputs are no picture.
    }
}

// The pictures to begin with lie in tests/data/fuzz/logo.
const Registered logo({"logo", run, [] { return std::vector<std::string>(); }});

}  // namespace
}  // namespace myomap::fuzz
