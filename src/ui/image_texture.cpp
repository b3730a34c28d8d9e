#include "ui/image_texture.h"

#include <cstdint>

#include <epoxy/gl.h>

namespace myomap {

ImageTexture::~ImageTexture() {
    if (name_) glDeleteTextures(1, &name_);
}

void ImageTexture::set(const Image& image) {
    if (!name_) glGenTextures(1, &name_);
    glBindTexture(GL_TEXTURE_2D, name_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.size.x, image.size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glBindTexture(GL_TEXTURE_2D, 0);
    size_ = image.size;
}

void ImageTexture::draw(ImDrawList& list, ImVec2 low, ImVec2 high, ImVec2 first, ImVec2 last) const {
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(name_)), low, high, first, last);
}

}  // namespace myomap
