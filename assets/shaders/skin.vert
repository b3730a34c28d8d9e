#version 330 core
// The skin in one orthographic view. Everything the fragment needs is linear over a triangle.

layout(location = 0) in vec3 position;   // cm, body frame
layout(location = 1) in vec3 normal;     // unit, body frame
layout(location = 2) in float occlusion;
layout(location = 3) in vec4 fields;     // of up to four layers; the border is at 0.5

// Below 0.5 on a limb that is left out; how much of it is drawn all the same; whether its outline is.
layout(location = 4) in vec3 limb;

uniform mat4 body_to_clip;
uniform mat3 body_to_view;
uniform float shown_side;                // 1: what is kept, -1: only the limbs that are left out
uniform float half_shown;                // of the body, by the sign of x; 0: both

out vec4 normal_and_sky;  // view-space normal; ambient occlusion: one slot, a software driver stores each per triangle
out vec4 field;
out vec2 veil_and_outline;
#ifdef LINES
out vec3 place;           // cm, body frame
#endif

invariant gl_Position;  // further layers are drawn over the first ones

void main() {
    gl_Position = body_to_clip * vec4(position, 1.0);
    gl_ClipDistance[0] = shown_side * (limb.x - 0.5);
    gl_ClipDistance[1] = half_shown * position.x;
    normal_and_sky = vec4(body_to_view * normal, occlusion);
    field = fields;
    veil_and_outline = limb.yz;
#ifdef LINES
    place = position;
#endif
}
