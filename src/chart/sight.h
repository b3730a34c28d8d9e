#pragma once
// What a view shows of the skin: past the limbs that it draws as outlines, down to where it is cut.

#include <optional>

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// Null where a scene has no named regions: then no limb can be told from the rest.
const BodyParts* body_parts(const Scene& scene, BodyId body);

// Whether nothing lies between a place of the skin and a viewer in that direction, within `room_cm`. Limbs of
// `outlined` do not count, and a place on them is not seen.
bool open_to(const Body& body, const BodyParts* parts, LimbSet outlined, const SkinPoint& place,
             const glm::vec3& toward_viewer, float room_cm);

// Whether a place of the skin can be seen in a view.
bool seen(const Scene& scene, const Body& body, const PictureView& view, const SkinPoint& place);

// The skin that a pixel of a view shows.
std::optional<SkinPoint> skin_at(const Scene& scene, const Body& body, const PictureView& view, glm::vec2 pixel);

// Of which of the limbs that a view looks past it shows the end only: an arm whose shoulder lies above the picture. Of
// a hand by itself not even the outline is drawn.
LimbSet ends_only(const Body& body, const BodyParts& parts, const PictureView& view);

// The outline of the limbs that a view draws as such: line segments, pixels, two ends each.
std::vector<glm::vec2> limb_outline(const Body& body, const BodyParts& parts, const PictureView& view);
// Likewise of what a view cuts across: its limbs, seen along their length. `parts` may be null.
std::vector<glm::vec2> cut_outline(const Body& body, const BodyParts* parts, const PictureView& view);

}  // namespace myomap
