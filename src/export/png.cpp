#include "export/png.h"

#include <fmt/format.h>
#include <png.h>

#include "base/atomic_file.h"
#include "export/page_error.h"

namespace myomap {

namespace {

constexpr int compression_level = 2;

void append(png_structp png, png_bytep data, png_size_t length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(png));
    out.insert(out.end(), data, data + length);
}

void raise(png_structp, png_const_charp message) { throw PageError(word("cannot encode the PNG: {}"), {message}); }

void keep_quiet(png_structp, png_const_charp) {}

struct PngWriter {
    png_structp png = nullptr;
    png_infop info = nullptr;

    PngWriter() : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, raise, keep_quiet)) {
        if (png) info = png_create_info_struct(png);
        if (!info) throw PageError(word("cannot encode the PNG: {}"), {Message(word("out of memory"))});
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
};

}  // namespace

std::vector<std::uint8_t> encode_png(const Image& image, const PngText& text) {
    if (image.size.x <= 0 || image.size.y <= 0)
        throw PageError(word("cannot encode the PNG: {}"), {Message(word("the picture has no pixels"))});

    std::vector<std::uint8_t> out;
    out.reserve(image.rgba.size() / 4);
    PngWriter writer;
    png_set_write_fn(writer.png, &out, append, nullptr);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(image.size.x),
                 static_cast<png_uint_32>(image.size.y), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(writer.png, compression_level);
    png_set_filter(writer.png, 0, PNG_FILTER_SUB | PNG_FILTER_UP);
    png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_PERCEPTUAL);

    std::vector<png_text> chunks;
    auto add = [&](const char* key, const std::string& value) {
        if (value.empty()) return;
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<char*>(key);
        chunk.text = const_cast<char*>(value.c_str());
        chunks.push_back(chunk);
    };
    const std::string software = "Myomap";
    add("Title", text.title);
    add("Description", text.description);
    add("Software", software);
    png_set_text(writer.png, writer.info, chunks.data(), static_cast<int>(chunks.size()));

    png_write_info(writer.png, writer.info);
    png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
    const auto stride = static_cast<size_t>(image.size.x) * 4;
    for (int y = 0; y < image.size.y; ++y)
        png_write_row(writer.png, const_cast<png_bytep>(image.rgba.data() + stride * static_cast<size_t>(y)));
    png_write_end(writer.png, nullptr);
    return out;
}

void write_png(const std::filesystem::path& file, const Image& image, const PngText& text) {
    // Opened first, so that an unwritable place is said before the work of encoding.
    AtomicFile out(file);
    out.write(encode_png(image, text));
    out.commit();
}

}  // namespace myomap
