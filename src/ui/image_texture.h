#pragma once
// An image that panels show: its pixels as a texture.

#include <imgui.h>

#include "render/renderer.h"

namespace myomap {

class ImageTexture {
public:
    ImageTexture() = default;
    ~ImageTexture();
    ImageTexture(const ImageTexture&) = delete;
    ImageTexture& operator=(const ImageTexture&) = delete;

    // Needs a current GL context, as the destructor does once something was set.
    void set(const Image& image);
    bool empty() const { return name_ == 0; }
    glm::ivec2 size() const { return size_; }  // pixels
    // Not empty. The part from `first` to `last`, shares of its width and height.
    void draw(ImDrawList& list, ImVec2 low, ImVec2 high, ImVec2 first = {0, 0}, ImVec2 last = {1, 1}) const;

private:
    unsigned name_ = 0;
    glm::ivec2 size_{0};
};

}  // namespace myomap
