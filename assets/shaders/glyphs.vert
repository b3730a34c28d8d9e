#version 330 core
// The glyphs of a pattern: small shapes lying on the skin, upright on the body, drawn as point sprites.

layout(location = 0) in vec3 position;  // cm, body frame
layout(location = 1) in vec3 normal;
layout(location = 2) in float room;     // cm, to the border of what is painted

uniform mat4 body_to_clip;
uniform mat3 body_to_view;
uniform float radius_px;
uniform float reach_cm;  // room that a glyph needs to be whole

flat out vec3 view_normal;
flat out vec3 view_up;
flat out float turn;  // radians, another at each place

void main() {
    // Up along the skin; on top of head and shoulders up is backward, as it is on the slope before them.
    vec3 n = normalize(normal);
    vec3 up = vec3(0.0, 1.0, -0.2);
    view_normal = body_to_view * n;
    view_up = body_to_view * normalize(up - dot(up, n) * n);
    turn = 3.14159 * fract(dot(position, vec3(0.7548777, 0.5698403, 0.4301597)) * 7.0);
    gl_Position = body_to_clip * vec4(position, 1.0);
    gl_Position.z -= 0.0012;  // above the skin by some 4 mm of depth; glyphs are flat, skin is not
    gl_PointSize = 2.0 * radius_px + 2.0;
    // Edge-on, facing away, or cut by the border.
    if (view_normal.z < 0.12 || room < reach_cm) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
