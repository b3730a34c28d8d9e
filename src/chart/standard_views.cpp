#include "chart/standard_views.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/quaternion.hpp>

namespace myomap {

namespace {

constexpr std::array all_views{StandardView::anterior, StandardView::posterior, StandardView::left,
                               StandardView::right,    StandardView::superior,  StandardView::inferior};

glm::quat about_x(float degrees) { return glm::angleAxis(glm::radians(degrees), glm::vec3{1, 0, 0}); }
glm::quat about_y(float degrees) { return glm::angleAxis(glm::radians(degrees), glm::vec3{0, 1, 0}); }

}  // namespace

glm::vec3 toward_viewer(const Camera& camera) { return glm::inverse(camera.orientation) * glm::vec3{0, 0, 1}; }
bool looks_along_limbs(const Camera& camera) { return std::abs(toward_viewer(camera).y) > 0.7f; }
glm::vec3 toward_viewer(StandardView view) {
    switch (view) {
        case StandardView::anterior:
            return {0, 0, 1};
        case StandardView::posterior:
            return {0, 0, -1};
        case StandardView::left:
            return {1, 0, 0};
        case StandardView::right:
            return {-1, 0, 0};
        case StandardView::superior:
            return {0, 1, 0};
        case StandardView::inferior:
            return {0, -1, 0};
    }
    return {0, 0, 1};
}

glm::quat orientation_of(StandardView view) {
    switch (view) {
        case StandardView::anterior:
            return glm::quat{1, 0, 0, 0};
        case StandardView::posterior:
            return about_y(180);
        case StandardView::left:
            return about_y(-90);
        case StandardView::right:
            return about_y(90);
        case StandardView::superior:
            return about_x(90) * about_y(180);
        case StandardView::inferior:
            return about_x(-90);
    }
    return glm::quat{1, 0, 0, 0};
}

Camera standard_camera(StandardView view, const glm::vec3& target, float height_cm) {
    return {.target = target, .orientation = orientation_of(view), .height_cm = height_cm};
}

std::optional<StandardView> standard_view_of(const Camera& camera) {
    const StandardView nearest = nearest_standard_view(camera);
    if (std::abs(dot(camera.orientation, orientation_of(nearest))) > 0.99999f) return nearest;
    return std::nullopt;
}

StandardView nearest_standard_view(const Camera& camera) {
    return *std::ranges::max_element(
        all_views, {}, [&](StandardView v) { return std::abs(dot(camera.orientation, orientation_of(v))); });
}

}  // namespace myomap
