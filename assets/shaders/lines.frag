#version 330 core
// Lines where what is seen changes: part (outline), distance (one form before another), direction (crease).

uniform sampler2D seen;   // rg: normal; b: which part, 0 is paper; a: 1/4 toned, 1/2 hatched, 1 ink
uniform sampler2D depth;
uniform ivec2 origin;     // of the view in the target
uniform ivec2 size;       // of the view in `seen`
uniform int detail;
uniform float scale;
uniform float depth_span_cm;
uniform vec3 paper;
uniform vec3 ink;

out vec4 color;

vec4 at(ivec2 p) { return texelFetch(seen, clamp(p, ivec2(0), size - 1), 0); }
float far(ivec2 p) { return texelFetch(depth, clamp(p, ivec2(0), size - 1), 0).r * depth_span_cm; }

vec3 normal_of(vec4 s) {
    vec2 n = s.rg * 2.0 - 1.0;
    return vec3(n, sqrt(max(0.0, 1.0 - dot(n, n))));
}

float line_at(ivec2 p, vec4 here, int reach) {
    float line = 0.0;
    float d = far(p);
    vec3 n = normal_of(here);
    for (int i = 0; i < 4; ++i) {
        ivec2 step = i == 0 ? ivec2(reach, 0) : i == 1 ? ivec2(0, reach) : i == 2 ? ivec2(-reach, 0) : ivec2(0, -reach);
        vec4 other = at(p + step);
        bool paper_here = here.b < 0.001, paper_there = other.b < 0.001;
        if (paper_here != paper_there) return 1.0;
        if (paper_here) continue;
        if (abs(other.b - here.b) > 0.001) line = max(line, 0.9);
        float other_d = far(p + step);
        if (abs(other_d - d) > 0.9 / max(0.25, n.z)) line = max(line, 0.95);
        float turn = dot(n, normal_of(other));
        line = max(line, 0.7 * smoothstep(0.80, 0.55, turn));
    }
    return line;
}

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy) - origin;
    float dark = 0.0;
    int reach = max(1, int(0.9 * scale * float(detail) + 0.5) / 2 + 0);
    for (int y = 0; y < detail; ++y) {
        for (int x = 0; x < detail; ++x) {
            ivec2 p = pixel * detail + ivec2(x, y);
            vec4 here = at(p);
            float ink_here = line_at(p, here, reach);
            if (here.b > 0.001 || here.a > 0.1) {
                // A breath of shade where the form turns away.
                if (here.b > 0.001) ink_here = max(ink_here, 0.16 * smoothstep(0.75, 0.25, normal_of(here).z));
                if (here.a > 0.9) {
                    ink_here = 1.0;
                } else if (here.a > 0.4) {
                    float stripe = fract(float(p.x + p.y) / (float(detail) * 5.5 * scale));
                    ink_here = max(ink_here, stripe < 0.46 ? 0.85 : 0.0);
                } else if (here.a > 0.2) {
                    ink_here = max(ink_here, 0.26);
                }
            }
            dark += ink_here;
        }
    }
    color = vec4(mix(paper, ink, dark / float(detail * detail)), 1.0);
}
