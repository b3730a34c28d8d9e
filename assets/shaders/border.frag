#version 330 core

in vec2 from_middle;
in float facing;

uniform vec4 ink;
uniform float half_px;
uniform float px_per_cm;
uniform float step_cm;  // of a broken border, 0 for a whole one
uniform bool as_lines;  // for lines.frag

out vec4 color;

void main() {
    float cover = clamp(half_px - abs(from_middle.x) + 0.5, 0.0, 1.0);
    if (step_cm > 0.0) {
        float off_dash_cm = abs(fract(from_middle.y / step_cm) - 0.5) * step_cm;
        cover *= clamp((0.29 * step_cm - off_dash_cm) * px_per_cm + 0.5, 0.0, 1.0);
    }
    cover *= ink.a;
    if (facing < 0.05 || cover <= (as_lines ? 0.5 : 0.0)) discard;
    color = as_lines ? vec4(1.0) : vec4(ink.rgb * (0.72 + 0.28 * facing), cover);
}
