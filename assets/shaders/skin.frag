#version 330 core
// Calm studio light fixed to the viewer, so that every view of a plate is lit alike; creases from baked occlusion; a
// soft dark edge where the form turns away, as an illustrator would draw it. Zones are laid over the lit form.

in vec4 normal_and_sky;
in vec4 field;

uniform vec3 skin_color;       // sRGB 0..1
uniform vec3 essential_color;
uniform vec3 spillover_color;
uniform vec3 area_color;
uniform vec3 region_color;
uniform int look;              // 0 solid, 1 glass, 2 only what is painted on it
uniform bool as_lines;         // for lines.frag
uniform bool cut;              // the body is cut open before the view: its inside is a flat section

out vec4 color;

// 0 outside, 1 inside, one pixel wide at the border.
float inside(float value) {
    float width = max(fwidth(value), 1e-4);
    return clamp((value - 0.5) / width + 0.5, 0.0, 1.0);
}

// 1 on a thin line just inside the border.
float rim(float value, float pixels) {
    float width = max(fwidth(value), 1e-4);
    float distance_px = (value - 0.5) / width;
    return clamp(1.0 - abs(distance_px - 0.5 * pixels) / (0.5 * pixels), 0.0, 1.0) * step(0.02, value);
}

void main() {
    if (cut && !gl_FrontFacing) {
        if (as_lines) {
            color = vec4(0.5, 0.5, 2.0 / 255.0, 0.0);
            return;
        }
        color = vec4(mix(skin_color, vec3(0.62, 0.58, 0.55), 0.45), 1.0);
        return;
    }
    vec3 n = normalize(normal_and_sky.xyz);
    if (as_lines) {
        bool essential_here = field.x >= 0.5;
        if (look == 2 && !essential_here) discard;
        float paint = essential_here ? 0.5 : look == 0 && field.z >= 0.5 ? 0.25 : 0.0;
        // Of a clear skin only the outline is drawn.
        color = vec4(look == 0 ? n.xy * 0.5 + 0.5 : vec2(0.5), 1.0 / 255.0, paint);
        return;
    }
    float open_sky = normal_and_sky.w;
    float key = max(dot(n, vec3(-0.39, 0.50, 0.773)), 0.0);
    float fill = 0.5 + 0.5 * dot(n, vec3(0.58, 0.10, 0.81));
    float sky = 0.5 + 0.5 * n.y;
    float turning = 1.0 - max(n.z, 0.0);
    float edge = turning * turning * turning;

    float crease = mix(0.42, 1.0, smoothstep(0.0, 0.95, open_sky));
    float light = (0.36 + 0.12 * sky + 0.24 * fill) * crease + 0.42 * key * mix(0.75, 1.0, crease);
    light *= 1.0 - 0.42 * edge;
    vec3 lit = skin_color * light;
    // Shadows a little warmer than the lights: stone, not plastic.
    lit *= mix(vec3(0.985, 0.955, 0.93), vec3(1.0), clamp(light, 0.0, 1.0));

    float relief = 0.35 + 0.65 * light;
    lit = mix(lit, region_color * relief * 1.15, 0.40 * inside(field.w));
    lit = mix(lit, region_color * 0.8 * relief, 0.6 * rim(field.w, 2.0));

    float area = look == 0 ? inside(field.z) : 0.0;  // under a clear skin the muscle itself is seen
    lit = mix(lit, area_color * relief * 1.15, 0.34 * area);
    lit = mix(lit, area_color * 0.85 * relief, 0.55 * rim(field.z, 2.0) * float(look == 0));

    float spill = inside(field.y);
    lit = mix(lit, spillover_color * relief * 1.1, 0.14 * spill);

    float essential = inside(field.x);
    lit = mix(lit, essential_color * relief * 1.08, 0.90 * essential);
    lit = mix(lit, essential_color * 0.62, 0.5 * rim(field.x, 2.5));

    if (look == 0) {
        color = vec4(lit, 1.0);
        return;
    }
    // Over muscles: paint is a film that lets them show; glass is clear where it faces the eye and closes at its edges.
    float paint = max(0.55 * essential, 0.10 * spill);
    paint = max(paint, 0.85 * rim(field.x, 2.5));
    paint = max(paint, 0.5 * rim(field.y, 1.5));
    paint = max(paint, 0.35 * inside(field.w));
    if (look == 2) {
        if (paint < 0.01) discard;
        vec3 film = mix(region_color, essential_color, step(0.001, max(essential, spill))) * (0.55 + 0.5 * light);
        color = vec4(film, paint);
        return;
    }
    float glass = mix(0.16, 0.92, clamp(edge * 1.3 + 0.25 * (1.0 - crease), 0.0, 1.0));
    color = vec4(mix(skin_color * (0.4 + 0.7 * light), lit, 0.7), max(glass, paint));
}
