#include "chart/picture.h"

#include <algorithm>

#include <glm/gtc/quaternion.hpp>

namespace myomap {

const PaintLayer* find_layer(const Picture& picture, std::string_view id) {
    const auto layer = std::ranges::find(picture.layers, id, &PaintLayer::id);
    return layer == picture.layers.end() ? nullptr : &*layer;
}

float pixels_per_cm(const PictureView& view) { return view.rect.height / view.camera.height_cm; }

glm::vec2 project(const PictureView& view, const glm::vec3& p) {
    const glm::vec3 q = view.camera.orientation * (p - view.camera.target);
    const float scale = pixels_per_cm(view);
    return {view.rect.x + 0.5f * view.rect.width + scale * q.x, view.rect.y + 0.5f * view.rect.height - scale * q.y};
}

Ray unproject(const PictureView& view, glm::vec2 pixel) {
    const float scale = pixels_per_cm(view);
    const glm::vec3 on_screen{(pixel.x - view.rect.x - 0.5f * view.rect.width) / scale,
                              (view.rect.y + 0.5f * view.rect.height - pixel.y) / scale, view.camera.reach_cm};
    const glm::quat to_body = glm::inverse(view.camera.orientation);
    return {view.camera.target + to_body * on_screen, to_body * glm::vec3{0, 0, -1}};
}

}  // namespace myomap
