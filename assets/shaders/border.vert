#version 330 core
// The border of what is painted: a ribbon lying on the skin.

layout(location = 0) in vec3 position;  // cm, body frame
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 ahead;     // unit, along the border
layout(location = 3) in vec2 place;     // which edge of the ribbon, -1 or 1; cm along the border

uniform mat4 body_to_clip;
uniform mat3 body_to_view;
uniform float half_px;
uniform float px_per_cm;
uniform float outward_px;  // of a second line outside the first

out vec2 from_middle;  // px across, cm along
out float facing;

void main() {
    float reach_px = half_px + 0.7;
    vec3 side = normalize(cross(normal, ahead));
    gl_Position = body_to_clip * vec4(position + (place.x * reach_px - outward_px) / px_per_cm * side, 1.0);
    gl_Position.z -= 0.0012;
    from_middle = vec2(place.x * reach_px, place.y);
    facing = (body_to_view * normal).z;
}
