#version 330 core

flat in vec3 view_normal;
flat in vec3 view_up;
flat in float turn;

uniform vec4 ink;
uniform int glyph;          // a Pattern of chart/paint.h
uniform float radius_px;    // from the middle to the farthest edge
uniform float depth_per_px; // of the depth buffer, for a pixel's width toward the viewer
uniform bool as_lines;      // for lines.frag

out vec4 color;

float segment(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// Pixels from the shape's edge, inside negative. `p` lies on the skin: x to the right, y up.
float outside(vec2 p, float r) {
    switch (glyph) {
        case 3:  // arrow head
            return min(segment(p, r * vec2(-0.45, 0.72), r * vec2(0.5, 0.0)),
                       segment(p, r * vec2(-0.45, -0.72), r * vec2(0.5, 0.0))) - max(0.6, 0.21 * r);
        case 4:  // triangle
            return max(max(0.876 * abs(p.x) + 0.483 * p.y - 0.459 * r, -p.y - 0.62 * r), -r);
        case 7:  // square
            return max(abs(p.x), abs(p.y)) - 0.74 * r;
        case 8:
        case 21:  // ring
            return abs(length(p) - 0.8 * r) - max(0.5, 0.18 * r);
        case 9:  // dot in a ring
            return min(length(p) - 0.34 * r, abs(length(p) - 0.84 * r) - max(0.5, 0.12 * r));
        case 10:  // plus sign
            return min(segment(p, r * vec2(-0.78, 0.0), r * vec2(0.78, 0.0)),
                       segment(p, r * vec2(0.0, -0.78), r * vec2(0.0, 0.78))) - max(0.6, 0.22 * r);
        case 11: {  // dash
            vec2 way = r * 0.78 * vec2(cos(turn), sin(turn));
            return segment(p, -way, way) - max(0.6, 0.21 * r);
        }
        case 12:  // two strokes
            return segment(vec2(abs(p.x), p.y), r * vec2(0.42, -0.7), r * vec2(0.42, 0.7)) - max(0.5, 0.18 * r);
    }
    return length(p) - r;  // dots
}

void main() {
    vec2 p = (gl_PointCoord - 0.5) * (2.0 * radius_px + 2.0);
    p.y = -p.y;
    // Where the glyph's plane lies behind this pixel: a tilted disc shows as an ellipse.
    vec3 on_skin = vec3(p, -dot(view_normal.xy, p) / view_normal.z);
    vec2 q = vec2(dot(on_skin, cross(view_up, view_normal)), dot(on_skin, view_up));
    float cover = ink.a * clamp(0.5 - outside(q, radius_px), 0.0, 1.0);
    if (cover <= 0.0) discard;
    gl_FragDepth = gl_FragCoord.z - depth_per_px * on_skin.z;
    if (as_lines) {
        if (cover < 0.5) discard;
        color = vec4(1.0);
        return;
    }
    float light = 0.72 + 0.28 * view_normal.z;
    color = vec4(ink.rgb * light, cover);
}
