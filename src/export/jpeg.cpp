#include "export/jpeg.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>

#include "base/word.h"
#include "export/page_error.h"

namespace myomap {

std::vector<std::uint8_t> encode_jpeg(const Image& image, int quality) {
    jpeg_compress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = [](j_common_ptr info) {
        jpeg_destroy(info);
        throw PageError(word("cannot encode the picture of the body as JPEG"));
    };
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = static_cast<JDIMENSION>(image.size.x);
    jpeg.image_height = static_cast<JDIMENSION>(image.size.y);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row =
            const_cast<JSAMPROW>(image.rgba.data() + static_cast<size_t>(jpeg.next_scanline) * jpeg.image_width * 4);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    // libjpeg allocated it.
    const std::unique_ptr<unsigned char, decltype(&std::free)> owned(bytes, &std::free);
    return {bytes, bytes + length};
}

}  // namespace myomap
