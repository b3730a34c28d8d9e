// The same body in three.js, and what is timed of it. bench/peers serves this page to a headless Chromium and hears what
// it tells. Where there is a choice it is the one that is faster for three.js; docs/speed.md names them.

import {
    BufferAttribute, BufferGeometry, DirectionalLight, Group, HemisphereLight, Mesh, MeshLambertMaterial,
    OrthographicCamera, Quaternion, Ray, Scene, Vector3, WebGLRenderer,
} from "three";

const width = 1280, height = 800;
const target = new Vector3(0, 87, 0), shown_cm = 190;  // as in bench/myomap_bench.cpp

const tell = (what, figures) => fetch(`/said/${what}`, { method: "POST", body: JSON.stringify(figures) });

// What bench/peers wrote: four counts, then the arrays.
function read_body(bytes) {
    const [vertices, triangles, zones, zone_size] = new Uint32Array(bytes, 0, 4);
    let at = 16;
    const take = (Type, count) => {
        const array = new Type(bytes, at, count);
        at += array.byteLength;
        return array;
    };
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(take(Float32Array, 3 * vertices), 3));
    geometry.setAttribute("normal", new BufferAttribute(take(Float32Array, 3 * vertices), 3));
    geometry.setIndex(new BufferAttribute(take(Uint32Array, 3 * triangles), 1));
    const zone_vertices = [];
    for (let i = 0; i < zones; ++i) zone_vertices.push(take(Uint32Array, zone_size));
    geometry.setAttribute("color", new BufferAttribute(take(Uint8Array, 4 * vertices), 4, true));
    return { geometry, zones: zone_vertices };
}

const { geometry, zones } = read_body(await (await body_file).arrayBuffer());
const turned = new Group();
const mesh = new Mesh(geometry, new MeshLambertMaterial({ vertexColors: true }));
mesh.position.copy(target).negate();
turned.add(mesh);
const scene = new Scene();
scene.add(turned, new HemisphereLight(0xffffff, 0x8090a0, 1.2));
for (const [x, y, z, strength] of [[-0.39, 0.50, 0.773, 1.6], [0.58, 0.10, 0.81, 0.8]]) {  // as in skin.frag
    const light = new DirectionalLight(0xffffff, strength);
    light.position.set(x, y, z);
    scene.add(light);
}
const half_height = shown_cm / 2, half_width = half_height * width / height;
const camera = new OrthographicCamera(-half_width, half_width, half_height, -half_height, 1, 600);
camera.position.z = 300;

function make_renderer(antialias) {
    const renderer = new WebGLRenderer({ antialias });
    renderer.setSize(width, height);
    renderer.setClearColor(0xeceff1);
    document.body.replaceChildren(renderer.domElement);
    return renderer;
}

// In Chromium gl.finish() only hands the work over: to read a pixel is what waits for it.
const pixel = new Uint8Array(4);
function draw(renderer) {
    renderer.render(scene, camera);
    const gl = renderer.getContext();
    gl.readPixels(width / 2, height / 2, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
}

// The share of the picture that is not background: what shows that the body was drawn.
function covered(renderer) {
    const gl = renderer.getContext(), picture = new Uint32Array(width * height);
    renderer.render(scene, camera);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(picture.buffer));
    return picture.filter((colour) => colour !== picture[0]).length / picture.length;
}

// The mean time in milliseconds of what is done `count` times.
function time(count, once) {
    const started = performance.now();
    for (let i = 0; i < count; ++i) once(i);
    return (performance.now() - started) / count;
}

const quickest = (goes, measure) => Math.min(...Array.from({ length: goes }, measure));

function turning(renderer, frames) {
    const yaw = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), 2 * Math.PI * 5 / 900);
    const pitch = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), 2 * Math.PI * 1 / 900);
    turned.quaternion.identity();
    draw(renderer);
    const each = time(frames, () => {
        turned.quaternion.premultiply(pitch).multiply(yaw);
        draw(renderer);
    });
    turned.quaternion.identity();
    return each;
}

// What was chosen before gets its colour back, what is chosen now becomes red.
function choosing(renderer, frames) {
    const choose = (i) => {
        for (const v of zones[(i + zones.length - 1) % zones.length]) {
            colour.array.set(bare.subarray(4 * v, 4 * v + 3), 4 * v);
        }
        for (const v of zones[i % zones.length]) {
            colour.array[4 * v] = 160;
            colour.array[4 * v + 1] = colour.array[4 * v + 2] = 8;
        }
        colour.needsUpdate = true;
        draw(renderer);
    };
    choose(0);
    return time(frames, (i) => choose(i + 1));
}

const renderer = make_renderer(false);
draw(renderer);
const first_frame = performance.timeOrigin + performance.now();
const gl = renderer.getContext(), info = gl.getExtension("WEBGL_debug_renderer_info");
await tell("first_frame", {
    at: first_frame / 1000, covered: covered(renderer), opengl: gl.getParameter(info.UNMASKED_RENDERER_WEBGL),
});

const { MeshBVH, SAH } = await import("three-mesh-bvh");
const tree = new MeshBVH(geometry, { strategy: SAH });
// Answered once the memory has been read: with how many frames the program drew of each.
const frames = await (await tell("at_rest", {})).json();

const colour = geometry.getAttribute("color"), bare = colour.array.slice();
const figures = {
    turn: quickest(frames.goes, () => turning(renderer, frames.turn)),
    choose: quickest(frames.goes, () => choosing(renderer, frames.choose)),
};

const ray = new Ray(new Vector3(3, 1, 300), new Vector3(0, 0, -1));
let hits = 0;
const cast = () => {
    ray.origin.y = ray.origin.y > 170 ? 1 : ray.origin.y + 0.37;
    if (tree.raycastFirst(ray)) ++hits;
};
time(20_000, cast);  // until it is compiled
hits = 0;
figures.ray = 1000 * quickest(frames.goes, () => time(50_000, cast));
figures.hits = hits / (frames.goes * 50_000);

const smooth = make_renderer(true);
figures.samples = smooth.getContext().getParameter(gl.SAMPLES);
figures.turn_smooth = quickest(frames.goes, () => turning(smooth, frames.turn_smooth));
if (frames.picture) {
    draw(smooth);
    figures.picture = smooth.domElement.toDataURL();
}
await tell("done", figures);
