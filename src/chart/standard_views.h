#pragma once
// The six standard views as cameras.

#include <optional>

#include "chart/document.h"

namespace myomap {

// A unit vector from the body to the viewer.
glm::vec3 toward_viewer(StandardView view);
glm::vec3 toward_viewer(const Camera& camera);
// Whether limbs that are looked past are seen along their length. They are cut there, not outlined: the outline of a
// leg would be that of the foot.
bool looks_along_limbs(const Camera& camera);

glm::quat orientation_of(StandardView view);
Camera standard_camera(StandardView view, const glm::vec3& target, float height_cm);

// The standard view a camera looks along exactly, if any; and the one nearest to it.
std::optional<StandardView> standard_view_of(const Camera& camera);
StandardView nearest_standard_view(const Camera& camera);

}  // namespace myomap
