#version 330 core
// Flesh in bundles along the fibres, paler where it turns into tendon; bone plain. Lit as the skin is.

centroid in vec4 normal_and_tendon;  // view-space normal
in vec4 fibre_and_grain;    // view-space fibre direction; cm across the fibres
flat in vec4 look;
flat in float part;

uniform vec3 tendon_color;
uniform float opacity;  // below 1 where it shines through bone
uniform bool as_lines;  // for lines.frag

out vec4 color;

float hash(float n) { return fract(sin(n * 91.17) * 43758.5453); }

// Smooth noise along one line.
float noise(float x) {
    float i = floor(x), f = x - i;
    return mix(hash(i), hash(i + 1.0), f * f * (3.0 - 2.0 * f));
}

void main() {
    vec3 n = normalize(normal_and_tendon.xyz);
    if (as_lines) {
        color = vec4(n.xy * 0.5 + 0.5, part, look.a > 0.9 ? 0.25 : 0.0);
        return;
    }
    if (!gl_FrontFacing) {  // what it is cut through
        color = vec4(look.rgb * 0.86, opacity);
        return;
    }
    // Where the surface turns round within a pixel, its mean looks at the viewer; one sample of it would string dark
    // beads along an outline.
    n = normalize(n + vec3(0.0, 0.0, clamp(length(fwidth(n)) - 0.3, 0.0, 1.2)));
    float bone = 1.0 - step(0.25, look.a);
    float flesh = (1.0 - bone) * (1.0 - normal_and_tendon.w);

    // Bundles of four sizes, each gone where it would be finer than the pixels; the broad ones fade as the fine ones
    // come, or a close-up would look like planks.
    float across = fibre_and_grain.w;
    float pixel = max(fwidth(across), 1e-4);
    vec4 seen = clamp(vec4(0.22, 0.075, 0.026, 0.009) / pixel - 0.4, 0.0, 1.0);
    vec4 wave = vec4(noise(across * 2.3), noise(across * 7.0 + 17.0), noise(across * 20.0 + 41.0),
                     noise(across * 58.0 + 77.0)) - 0.5;
    vec4 strength = vec4(0.20 - 0.08 * seen.z, 0.16 - 0.05 * seen.w, 0.14, 0.12);
    float bundle = (1.0 - bone) * mix(0.35, 1.0, flesh) * dot(strength * seen, wave);

    vec3 surface = mix(look.rgb, tendon_color, (1.0 - bone) * 0.82 * normal_and_tendon.w);

    float key = max(dot(n, vec3(-0.39, 0.50, 0.773)), 0.0);
    float fill = 0.5 + 0.5 * dot(n, vec3(0.58, 0.10, 0.81));
    float sky = 0.5 + 0.5 * n.y;
    float turning = 1.0 - max(n.z, 0.0);
    float light = 0.34 + 0.12 * sky + 0.24 * fill + 0.42 * key;
    light *= 1.0 - 0.55 * turning * turning * turning;
    light *= 1.0 + bundle;

    // A soft sheen across the fibres, as on wet fascia.
    vec3 t = normalize(fibre_and_grain.xyz);
    vec3 halfway = normalize(vec3(-0.39, 0.50, 0.773) + vec3(0.0, 0.0, 1.0));
    float th = dot(t, halfway);
    float sheen = pow(sqrt(max(0.0, 1.0 - th * th)), 24.0) * (1.0 - bone) * mix(0.06, 0.13, normal_and_tendon.w) * key;

    vec3 lit = surface * light;
    lit *= mix(vec3(0.97, 0.93, 0.91), vec3(1.0), clamp(light, 0.0, 1.0));
    color = vec4(lit + sheen, opacity);
}
