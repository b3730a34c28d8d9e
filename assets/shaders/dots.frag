#version 330 core

flat in vec3 view_normal;

uniform vec3 dot_color;
uniform float radius_px;
uniform bool as_lines;  // for lines.frag

out vec4 color;

void main() {
    vec2 p = (gl_PointCoord - 0.5) * (2.0 * radius_px + 2.0);
    p.y = -p.y;
    // Where the disc's plane lies behind this pixel: a tilted disc shows as an ellipse.
    float depth = -dot(view_normal.xy, p) / view_normal.z;
    float reach = length(vec3(p, depth));
    float cover = clamp(radius_px - reach + 0.5, 0.0, 1.0);
    if (cover <= 0.0) discard;
    if (as_lines) {
        if (cover < 0.5) discard;
        color = vec4(1.0);
        return;
    }
    float light = 0.72 + 0.28 * view_normal.z;
    color = vec4(dot_color * light, cover);
}
