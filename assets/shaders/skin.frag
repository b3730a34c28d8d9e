#version 330 core
// Calm studio light fixed to the viewer, so that every view of a plate is lit alike; creases from baked occlusion; a
// soft dark edge where the form turns away, as an illustrator would draw it. Paint is laid over the lit form, up to
// four layers a pass, the first at the bottom.

in vec4 normal_and_sky;
in vec4 field;
in vec2 veil_and_outline;  // of a limb that is looked past
#ifdef LINES
in vec3 place;
#endif

uniform vec3 skin_color;  // sRGB 0..1
uniform int look;         // 0 solid, 1 glass, 2 only what is painted, over muscles, 3 the same, over the skin, 4 a breath, 5 its outline, 6 what is cut away, toward the viewer
uniform float clear_skin;  // of glass: 0 the skin is whole, 1 glass, 2 gone
uniform bool as_lines;    // for lines.frag
uniform float daylight;     // how much of its shadow a crease loses: what would throw it is left out
uniform vec3 inside_color;  // of the body, seen through a hole

uniform bool painted;
uniform vec4 fill[4];     // colours; alpha: how much of the skin they cover
uniform vec4 edge[4];     // of a soft border
uniform vec4 edge_px;
uniform vec4 soft;        // 1: the fill fades out over the width of the field's slope
uniform vec4 film_fill;   // how much of fill and border lies over muscles
uniform vec4 film_edge;
uniform vec4 tone;        // in a line drawing: 1/4 toned, 1/2 hatched
#ifdef LINES
uniform vec3 ink[4];
uniform vec3 across[4];   // body frame: lines lie where this coordinate is a multiple of the step
uniform vec3 along[4];    // likewise, the other way
uniform vec4 line_cm;     // step, 0 without lines
uniform vec4 line_px;     // width
uniform vec4 zigzag_cm;   // how far lines swing to either side
uniform float zigzag_wave;  // there and back, in steps
uniform vec4 crossed;     // 1: and others at right angles
uniform float px_per_cm;
#endif

out vec4 color;

#ifdef LINES
// 1 on a line of a layer, of those where a coordinate is a multiple of the step. `steepness`: how much faster it grows
// than a plain one.
float on_lines_at(int i, float at, float steepness) {
    float pixel = max(length(vec2(dFdx(at), dFdy(at))), 1e-5);
    float off_line = abs(fract(at / line_cm[i]) - 0.5) * line_cm[i];
    float line = clamp((0.5 * steepness * line_px[i] / px_per_cm - off_line) / pixel + 0.5, 0.0, 1.0);
    // Too close for the pixels: their mean.
    return mix(line_px[i] / (line_cm[i] * px_per_cm), line, clamp(line_cm[i] / pixel - 2.0, 0.0, 1.0));
}

float on_line(int i) {
    if (line_cm[i] <= 0.0) return 0.0;
    float at = dot(across[i], place), beside = dot(along[i], place);
    if (zigzag_cm[i] > 0.0) {
        float wave = zigzag_wave * line_cm[i];
        float swing = 4.0 * abs(fract(beside / wave) - 0.5) - 1.0;
        return on_lines_at(i, at + zigzag_cm[i] * swing, length(vec2(1.0, 4.0 * zigzag_cm[i] / wave)));
    }
    float line = on_lines_at(i, at, 1.0);
    return crossed[i] > 0.5 ? max(line, on_lines_at(i, beside, 1.0)) : line;
}
#endif

void main() {
    if (!gl_FrontFacing) {
        if (as_lines) {
            color = vec4(0.5, 0.5, 2.0 / 255.0, 0.0);
            return;
        }
        if (look == 2) discard;
        color = vec4(inside_color, look == 1 ? mix(1.0, 0.45, min(clear_skin, 1.0)) * min(2.0 - clear_skin, 1.0) : 1.0);
        return;
    }
    vec3 n = normalize(normal_and_sky.xyz);
    if (as_lines) {
        float paint = 0.0;
        for (int i = 0; i < 4; ++i) {
            if (!painted || field[i] < 0.5) continue;
            if (tone[i] > 0.3 || look == 0 || look == 3) paint = max(paint, tone[i]);
#ifdef LINES
            if (on_line(i) > 0.5) paint = 1.0;
#endif
        }
        if (look >= 2 && paint == 0.0) discard;
        // Of a clear skin only the outline is drawn.
        color = vec4(look == 0 ? n.xy * 0.5 + 0.5 : vec2(0.5), 1.0 / 255.0, paint);
        return;
    }
    float open_sky = mix(normal_and_sky.w, 1.0, daylight);
    float key = max(dot(n, vec3(-0.39, 0.50, 0.773)), 0.0);
    float fill_light = 0.5 + 0.5 * dot(n, vec3(0.58, 0.10, 0.81));
    float sky = 0.5 + 0.5 * n.y;
    float turning = 1.0 - max(n.z, 0.0);
    float rounding = turning * turning * turning;

    float crease = mix(0.42, 1.0, smoothstep(0.0, 0.95, open_sky));
    float light = (0.36 + 0.12 * sky + 0.24 * fill_light) * crease + 0.42 * key * mix(0.75, 1.0, crease);
    light *= 1.0 - 0.42 * rounding;
    vec3 lit = skin_color * light;
    // Shadows a little warmer than the lights: stone, not plastic.
    lit *= mix(vec3(0.985, 0.955, 0.93), vec3(1.0), clamp(light, 0.0, 1.0));

    float clear = 1.0;       // how much of what lies below the paint is seen
    vec3 bare = lit;
    vec3 film = vec3(0.0);   // over muscles: the colour that the topmost layer has on skin, as its swatch has
    float film_cover = 0.0;
    if (look == 3) lit = vec3(0.0);
    if (painted) {
        float relief = 0.35 + 0.65 * light;
        // In pixels from the border, inside positive.
        vec4 depth = (field - 0.5) / max(fwidth(field), vec4(1e-4));
        vec4 inside = mix(clamp(depth + 0.5, 0.0, 1.0), smoothstep(0.25, 0.7, field), soft);
        vec4 rim = clamp(1.0 - abs(depth - 0.5 * edge_px) / (0.5 * edge_px), 0.0, 1.0) * step(0.02, field);
        for (int i = 0; i < 4; ++i) {
            bool goes_with_skin = film_fill[i] + film_edge[i] == 0.0;
            if (goes_with_skin && (look == 2 || (look == 1 && clear_skin >= 1.0))) continue;
            vec2 cover = vec2(fill[i].a * inside[i], edge[i].a * rim[i]);
            lit = mix(lit, fill[i].rgb * relief * mix(1.16, 1.08, fill[i].a), cover.x);
            lit = mix(lit, edge[i].rgb * relief, cover.y);
            clear *= (1.0 - cover.x) * (1.0 - cover.y);
            float film_here = max(film_fill[i] * inside[i], film_edge[i] * rim[i]);
            if (film_here > 0.001) film = mix(skin_color, fill[i].rgb, fill[i].a);
            film_cover = max(film_cover, film_here);
#ifdef LINES
            float line = on_line(i) * inside[i];
            lit = mix(lit, ink[i] * (0.72 + 0.28 * n.z), line);
            clear *= 1.0 - line;
            film = mix(film, ink[i], line);
            film_cover = max(film_cover, 0.85 * line);
#endif
        }
    }
    if (look == 5) {
        // Of a skin that is taken off only where it ends: what is painted on it has something to lie on.
        color = vec4(skin_color * 0.72, 0.5 * smoothstep(0.68, 1.0, turning));
        return;
    }
    if (look == 4) {
        // A limb that is looked past: hardly there where it faces the eye, a line where it turns away; and where it
        // goes over into the body, its skin that fades out.
        float veil = veil_and_outline.x;
        float breath = (1.0 - veil) * step(0.5, veil_and_outline.y) * mix(0.05, 0.40, smoothstep(0.6, 1.0, turning));
        float cover = veil + breath;
        if (cover < 0.004) discard;
        // Paint fades first: half of it would be a scrap of a zone.
        vec3 fading = mix(bare, lit, smoothstep(0.7, 1.0, veil));
        color = vec4((fading * veil + skin_color * 0.35 * breath) / cover, cover);
        return;
    }
    if (look == 6) {
        float near_cut = gl_FragCoord.z;
        color = vec4(lit, near_cut * near_cut * mix(0.10, 0.55, smoothstep(0.6, 1.0, turning)));
        return;
    }
    if (look == 0) {
        color = vec4(lit, 1.0);
    } else if (look == 3) {
        color = vec4(lit, 1.0 - clear);  // multiplied by its alpha already
    } else {
        // Paint is a film that lets muscles show.
        vec4 paint = vec4(film * (0.55 + 0.5 * light), film_cover);
        if (look == 2) {
            if (film_cover < 0.01) discard;
            color = paint;
            return;
        }
        // Glass is clear where it faces the eye and closes at its edges.
        float glass = mix(0.16, 0.92, clamp(rounding * 1.3 + 0.25 * (1.0 - crease), 0.0, 1.0)) *
                      min(2.0 - clear_skin, 1.0);
        vec4 pane = vec4(mix(skin_color * (0.4 + 0.7 * light), bare, 0.7), glass * (1.0 - film_cover));
        float cover = max(pane.a + paint.a, 1e-4);
        color = mix(vec4(lit, 1.0), vec4((pane.rgb * pane.a + paint.rgb * paint.a) / cover, cover),
                    min(clear_skin, 1.0));
    }
}
