#version 330 core
// The stipple of spillover zones: small discs lying on the skin, drawn as point sprites.

layout(location = 0) in vec3 position;  // cm, body frame
layout(location = 1) in vec3 normal;

uniform mat4 body_to_clip;
uniform mat3 body_to_view;
uniform float radius_px;

flat out vec3 view_normal;

void main() {
    view_normal = normalize(body_to_view * normal);
    gl_Position = body_to_clip * vec4(position, 1.0);
    gl_Position.z -= 0.0012;  // above the skin by some 4 mm of depth; discs are flat, skin is not
    gl_PointSize = 2.0 * radius_px + 2.0;
    if (view_normal.z < 0.12) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // edge-on or facing away
}
