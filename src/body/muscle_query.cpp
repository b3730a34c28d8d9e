#include "body/muscle_query.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>

#include <embree3/rtcore.h>
#include <glm/geometric.hpp>

#include "body/core_surface.h"

namespace myomap {

namespace {

// The context of one ray; Embree hands it to the filter.
struct Context {
    RTCIntersectContext base;
    const std::vector<bool>* shown = nullptr;
    Side side = Side::left;
};

void leave_out_hidden(const RTCFilterFunctionNArguments* arguments) {
    const auto* context = reinterpret_cast<const Context*>(arguments->context);
    const unsigned mesh = RTCHitN_geomID(arguments->hit, arguments->N, 0);
    if (!(*context->shown)[2 * mesh + (context->side == Side::right ? 1 : 0)]) arguments->valid[0] = 0;
}

glm::vec3 mirrored(const glm::vec3& v) { return {-v.x, v.y, v.z}; }

}  // namespace

struct MuscleQuery::Impl {
    const MuscleAsset& asset;
    const Detail detail;
    std::once_flag built;
    RTCDevice device = nullptr;
    RTCScene scene = nullptr;

    Impl(const MuscleAsset& a, Detail d) : asset(a), detail(d) {}
    ~Impl() {
        if (scene) rtcReleaseScene(scene);
        if (device) rtcReleaseDevice(device);
    }

    RTCScene get() {
        std::call_once(built, [this] {
            device = rtcNewDevice("threads=1,set_affinity=0");
            scene = rtcNewScene(device);
            rtcSetSceneFlags(scene, RTC_SCENE_FLAG_CONTEXT_FILTER_FUNCTION | RTC_SCENE_FLAG_COMPACT);
            const bool light = detail == Detail::light;
            const auto& triangles = light ? asset.coarse : asset.triangles;
            // One buffer for all meshes, so that their indices are the asset's own. Embree reads 16 bytes at the last
            // vertex, so the positions can't be.
            RTCBuffer positions = rtcNewBuffer(device, (asset.positions.size() + 1) * sizeof(glm::vec3));
            std::ranges::copy(asset.positions, static_cast<glm::vec3*>(rtcGetBufferData(positions)));
            for (unsigned m = 0; m < asset.meshes.size(); ++m) {
                const MuscleMesh& mesh = asset.meshes[m];
                const std::uint32_t first = light ? mesh.first_coarse : mesh.first_index;
                const std::uint32_t count = light ? mesh.coarse_count : mesh.index_count;
                if (count == 0) continue;
                RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
                rtcSetGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, positions, 0,
                                     sizeof(glm::vec3), asset.positions.size());
                rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, triangles.data(),
                                           first * sizeof(std::uint32_t), 3 * sizeof(std::uint32_t), count / 3);
                rtcCommitGeometry(geometry);
                rtcAttachGeometryByID(scene, geometry, m);
                rtcReleaseGeometry(geometry);
            }
            rtcReleaseBuffer(positions);
            rtcCommitScene(scene);
        });
        return scene;
    }

    std::optional<MuscleHit> cast(const glm::vec3& origin, const glm::vec3& direction, float from, float to, Side side,
                                  const std::vector<bool>& shown) {
        // As in skin_query.cpp: Embree ends the program over larger coordinates.
        if (!(dot(origin, origin) + dot(direction, direction) < 1e18f)) return std::nullopt;
        Context context;
        rtcInitIntersectContext(&context.base);
        context.shown = &shown;
        context.side = side;
        if (!shown.empty()) context.base.filter = leave_out_hidden;
        const glm::vec3 o = side == Side::left ? origin : mirrored(origin);
        const glm::vec3 d = side == Side::left ? direction : mirrored(direction);
        RTCRayHit ray{};
        ray.ray.org_x = o.x, ray.ray.org_y = o.y, ray.ray.org_z = o.z;
        ray.ray.dir_x = d.x, ray.ray.dir_y = d.y, ray.ray.dir_z = d.z;
        ray.ray.tnear = from;
        ray.ray.tfar = to;
        ray.ray.mask = ~0u;
        ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        rtcIntersect1(get(), &context.base, &ray);
        if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
        MuscleHit hit;
        hit.mesh = static_cast<int>(ray.hit.geomID);
        hit.side = side;
        hit.distance_cm = ray.ray.tfar;
        hit.position = origin + ray.ray.tfar * direction;
        const glm::vec3 normal = normalize(glm::vec3{ray.hit.Ng_x, ray.hit.Ng_y, ray.hit.Ng_z});
        hit.normal = side == Side::left ? normal : mirrored(normal);
        const MuscleMesh& mesh = asset.meshes[ray.hit.geomID];
        const std::uint32_t* corner = detail == Detail::light
                                          ? &asset.coarse[mesh.first_coarse + 3 * size_t{ray.hit.primID}]
                                          : &asset.triangles[mesh.first_index + 3 * size_t{ray.hit.primID}];
        hit.tendon = (1 - ray.hit.u - ray.hit.v) * asset.tendon[corner[0]] + ray.hit.u * asset.tendon[corner[1]] +
                     ray.hit.v * asset.tendon[corner[2]];
        return hit;
    }
};

MuscleQuery::MuscleQuery(const MuscleAsset& asset, Detail detail) : impl_(std::make_unique<Impl>(asset, detail)) {}
MuscleQuery::~MuscleQuery() = default;

std::optional<MuscleHit> MuscleQuery::raycast(const glm::vec3& origin, const glm::vec3& direction,
                                              const std::vector<bool>& shown) const {
    constexpr float far = std::numeric_limits<float>::infinity();
    auto hit = impl_->cast(origin, direction, 0, far, Side::left, shown);
    const auto right = impl_->cast(origin, direction, 0, hit ? hit->distance_cm : far, Side::right, shown);
    return right ? right : hit;
}

std::vector<MuscleHit> MuscleQuery::along(const glm::vec3& origin, const glm::vec3& direction, float reach) const {
    std::vector<MuscleHit> hits;
    for (const Side side : {Side::left, Side::right}) {
        float from = 0;
        const size_t first = hits.size();
        while (const auto hit = impl_->cast(origin, direction, from, reach, side, {})) {
            from = hit->distance_cm + 1e-3f;
            const bool known = std::any_of(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end(),
                                           [&](const MuscleHit& h) { return h.mesh == hit->mesh; });
            if (!known && dot(hit->normal, direction) < 0) hits.push_back(*hit);
        }
    }
    std::ranges::stable_sort(hits, {}, &MuscleHit::distance_cm);
    return hits;
}

std::vector<int> MuscleQuery::containing(const glm::vec3& p) const {
    // Surfaces are closed: whoever is left more often than entered on the way out was around the point.
    std::vector<int> left(impl_->asset.meshes.size(), 0), found;
    const glm::vec3 way = normalize(glm::vec3{0.043f, 0.071f, 1});
    float from = 0;
    while (const auto hit = impl_->cast(p, way, from, 200, Side::left, {})) {
        from = hit->distance_cm + 1e-4f;
        left[static_cast<size_t>(hit->mesh)] += dot(hit->normal, way) > 0 ? 1 : -1;
    }
    for (int m = 0; m < static_cast<int>(left.size()); ++m)
        if (left[static_cast<size_t>(m)] > 0) found.push_back(m);
    return found;
}

bool is_sheet(const MuscleMesh& mesh, float tendon) {
    return mesh.kind == ShapeKind::tendon || mesh.sheet == Sheet::whole ||
           (mesh.sheet == Sheet::tendon && tendon > 0.5f);
}

glm::vec3 outward_of(const Body& body, const MuscleAsset& asset, const MuscleMesh& mesh, Side side) {
    constexpr float close_cm = 3.5f;
    constexpr std::uint32_t asked = 60;
    if (mesh.depth_cm > close_cm) return glm::vec3{0};
    glm::vec3 sum{0};
    const std::uint32_t stride = std::max(1u, mesh.vertex_count / asked);
    for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; v += stride)
        sum += body.query().closest(asset.positions[v]).normal;
    const float length = glm::length(sum);
    return length > 0 ? sum / length * glm::vec3{side == Side::left ? 1 : -1, 1, 1} : glm::vec3{0};
}

bool shines_through(const glm::vec3& outward, const glm::vec3& toward_viewer) {
    constexpr float away = -0.25f;
    return dot(outward, toward_viewer) > away;
}

float share_before(const MuscleAsset& asset, const MuscleMesh& mesh, Side side, const glm::vec3& at,
                   const glm::vec3& normal) {
    const glm::vec3 mirror{side == Side::left ? 1 : -1, 1, 1};
    std::uint32_t before = 0;
    for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v)
        before += dot(asset.positions[v] * mirror - at, normal) > 0;
    return mesh.vertex_count == 0 ? 0 : static_cast<float>(before) / static_cast<float>(mesh.vertex_count);
}

std::vector<MuscleUnder> muscles_under(const Body& body, const MuscleAsset& asset, const MuscleQuery& query,
                                       const SkinPoint& place) {
    constexpr float deepest_cm = 25;
    constexpr float still_this_face = 0.55f;
    constexpr float thick_bone_cm = 1.2f;  // nobody reaches through that; ribs and the shoulder blade are thinner
    constexpr float far_below_cm = 4;
    std::vector<MuscleUnder> under;
    std::vector<bool> one(2 * asset.meshes.size(), false);
    for (const MuscleHit& hit : query.along(place.position, -place.normal, deepest_cm)) {
        if (depth_under_skin(body, hit.position) < still_this_face * hit.distance_cm) break;
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(hit.mesh)];
        if (mesh.kind == ShapeKind::bone) {
            const size_t bone = 2 * static_cast<size_t>(hit.mesh) + (hit.side == Side::right);
            one[bone] = true;
            const auto out = query.raycast(hit.position - 1e-2f * place.normal, -place.normal, one);
            one[bone] = false;
            if (out && out->distance_cm > thick_bone_cm) break;
            continue;
        }
        under.push_back({hit.mesh, hit.side, hit.distance_cm, is_sheet(mesh, hit.tendon)});
    }
    // Over a gap, such as the belly beside its straight muscle, a muscle that is only tendon there is what is meant.
    const auto flesh = std::ranges::find(under, false, &MuscleUnder::sheet);
    const auto over = std::find_if(under.begin(), flesh, [&](const MuscleUnder& u) {
        return asset.meshes[static_cast<size_t>(u.mesh)].kind == ShapeKind::muscle;
    });
    if (over != flesh && flesh != under.end() && flesh->depth_cm - over->depth_cm > far_below_cm) over->sheet = false;
    return under;
}

}  // namespace myomap
