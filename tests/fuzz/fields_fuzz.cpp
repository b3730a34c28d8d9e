// The cache of what a dataset paints, which may also lie in the user's cache. The key is taken from the bytes.

#include <cmath>
#include <cstring>

#include "body/atlas_fields.h"
#include "harness.h"

namespace myomap::fuzz {
namespace {

constexpr std::size_t key_at = 8;

// Four vertices and one trigger point: a small cache.
const Body& body() {
    static const Body small = [] {
        SkinAsset skin;
        skin.positions = {{-1, 0, 0}, {1, 0, 0}, {0, 2, 0}, {0, 1, 1}};
        skin.normals = {{-1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        skin.triangles = {0, 1, 3, 1, 2, 3, 2, 0, 3, 0, 2, 1};
        skin.mirror = {1, 0, 2, 3};
        Landmark top;
        top.name = "top", top.kind = Landmark::Kind::skin, top.vertex = 2;
        return Body(BodyId::adult_male, std::move(skin), {{{"top", top}}});
    }();
    return small;
}

const Atlas& atlas() {
    static const Atlas small = [] {
        Atlas one;
        const PointSpec top{.landmark = "top"};
        Zone zone;
        zone.strokes = {{{top}, {1}}};
        TriggerPoint point;
        point.id = "TrP1", point.point = top, point.zones = {zone, zone};
        point.levels = {{"T7", top, {zone.strokes, {}}}};
        Muscle muscle;
        muscle.id = "small", muscle.trigger_points = {point};
        one.muscles = {muscle, muscle};
        return one;
    }();
    return small;
}

void run(std::string_view input) {
    const std::string bytes = sealed(input);
    std::uint64_t key = 0;
    if (bytes.size() >= key_at + sizeof key) std::memcpy(&key, bytes.data() + key_at, sizeof key);
    const AtlasFields fields(atlas(), body());
    if (!fields.read_cache(file_of(bytes, "input.fields"), key)) return;
    for (const PointRef ref : atlas().all_points())
        for (const Side side : {Side::left, Side::right}) {
            const SkinPoint place = fields.place(ref, side);
            require(std::isfinite(place.position.x + place.position.y + place.position.z), "a place that is nowhere");
            require(place.triangle < body().skin().triangles.size() / 3, "a place on no triangle");
            body().query().at(place.triangle, place.u, place.v);
            for (int zone = 0; zone < 2; ++zone) {
                const SparseField field = fields.zone(ref, zone, side);
                for (std::size_t i = 1; i < field.vertices.size(); ++i)
                    require(field.vertices[i - 1] < field.vertices[i], "paint out of order");
            }
        }
}

std::vector<std::string> seeds() {
    const auto file = file_of("", "input.fields");
    AtlasFields(atlas(), body()).write_cache(file, 42);
    return {bytes_of(file)};
}

const Registered fields({"fields", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
