#version 330 core
// Muscles and bones of one side; the right side is the left one's mirror image.

layout(location = 0) in vec3 position;  // cm, body frame, left side
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 fibre;     // unit, along the fibres
layout(location = 3) in vec2 grain;     // across and along the fibres, 1/64 cm
layout(location = 4) in float tendon;   // 0 flesh, 1 tendon
layout(location = 5) in uint mesh;

uniform mat4 body_to_clip;
uniform mat3 body_to_view;
uniform float mirror;
uniform int side;
uniform sampler2D looks;  // colour by mesh and side; alpha: 0 bone, 1/2 muscle, 1 the chosen one

// At an outline the middle of a pixel may lie beside the muscle, where the normal would turn away and darken it.
centroid out vec4 normal_and_tendon;
out vec4 fibre_and_grain;
flat out vec4 look;
flat out float part;  // 1/255 steps, for line drawings

void main() {
    vec3 flip = vec3(mirror, 1.0, 1.0);
    gl_Position = body_to_clip * vec4(position * flip, 1.0);
    normal_and_tendon = vec4(body_to_view * (normal * flip), tendon);
    fibre_and_grain = vec4(body_to_view * (fibre * flip), grain.x / 64.0);
    part = float(int(mesh) % 250 + 4) / 255.0;
    look = texelFetch(looks, ivec2(int(mesh), side), 0);
}
