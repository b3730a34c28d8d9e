#include "body/skin_query.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include <span>

#include <embree3/rtcore.h>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "body/nearest.h"

namespace myomap {

namespace {

// Embree ends the program over a ray with coordinates of 1.8e18 and more. Squared, cm2; not so for what is no number.
bool can_be_asked(float squared) { return squared < 1e18f; }

// Answers rays to one mesh over the vertices of the skin. Built at the first question.
class RayMesh {
public:
    RayMesh(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& triangles)
        : positions_(positions), triangles_(triangles) {}
    ~RayMesh() {
        if (scene_) rtcReleaseScene(scene_);
        if (device_) rtcReleaseDevice(device_);
    }
    RayMesh(const RayMesh&) = delete;
    RayMesh& operator=(const RayMesh&) = delete;

    RTCScene get() {
        std::call_once(built_, [this] {
            device_ = rtcNewDevice("threads=1,set_affinity=0");
            scene_ = rtcNewScene(device_);
            rtcSetSceneBuildQuality(scene_, RTC_BUILD_QUALITY_MEDIUM);
            // Triangles by index instead of copies of their corners: less than half the memory, and a ray still takes
            // well under a microsecond.
            rtcSetSceneFlags(scene_, RTC_SCENE_FLAG_COMPACT);
            RTCGeometry geometry = rtcNewGeometry(device_, RTC_GEOMETRY_TYPE_TRIANGLE);
            // Embree reads 16 bytes at the last vertex, so the positions go into a buffer of its own.
            auto* positions = static_cast<float*>(rtcSetNewGeometryBuffer(
                geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, sizeof(glm::vec3), positions_.size()));
            std::copy_n(&positions_[0].x, positions_.size() * 3, positions);
            rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, triangles_.data(), 0,
                                       3 * sizeof(std::uint32_t), triangles_.size() / 3);
            rtcCommitGeometry(geometry);
            rtcAttachGeometryByID(scene_, geometry, 0);
            rtcReleaseGeometry(geometry);
            rtcCommitScene(scene_);
        });
        return scene_;
    }

private:
    const std::vector<glm::vec3>& positions_;
    const std::vector<std::uint32_t>& triangles_;
    std::once_flag built_;
    RTCDevice device_ = nullptr;
    RTCScene scene_ = nullptr;
};

}  // namespace

struct SkinQuery::Impl {
    const SkinAsset& skin;
    RayMesh full, light;
    std::once_flag corners_built;
    std::vector<std::uint32_t> first_corner;  // per vertex, an index into skin.triangles

    explicit Impl(const SkinAsset& s)
        : skin(s), full(s.positions, s.triangles), light(s.positions, s.coarse.empty() ? s.triangles : s.coarse) {}

    std::uint32_t corner_of(std::uint32_t vertex) {
        std::call_once(corners_built, [this] {
            first_corner.assign(skin.positions.size(), 0);
            for (size_t i = skin.triangles.size(); i-- > 0;) first_corner[skin.triangles[i]] = std::uint32_t(i);
        });
        return first_corner[vertex];
    }

    // Every triangle filed under its lowest corner: that vertex's are by_corner[starts[v]] up to starts[v + 1].
    std::once_flag filed;
    std::vector<std::uint32_t> starts, by_corner;

    std::span<const std::uint32_t> filed_under(std::uint32_t vertex) {
        std::call_once(filed, [this] {
            const std::size_t count = skin.triangles.size() / 3;
            const auto lowest = [this](std::size_t triangle) {
                const auto* corner = &skin.triangles[3 * triangle];
                return std::min({corner[0], corner[1], corner[2]});
            };
            starts.assign(skin.positions.size() + 1, 0);
            for (std::size_t t = 0; t < count; ++t) ++starts[lowest(t) + 1];
            std::partial_sum(starts.begin(), starts.end(), starts.begin());
            std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
            by_corner.resize(count);
            for (std::size_t t = 0; t < count; ++t) by_corner[next[lowest(t)]++] = static_cast<std::uint32_t>(t);
        });
        return std::span(by_corner).subspan(starts[vertex], starts[vertex + 1] - starts[vertex]);
    }
};

SkinQuery::SkinQuery(const SkinAsset& skin) : impl_(std::make_unique<Impl>(skin)) {}
SkinQuery::~SkinQuery() = default;

std::optional<SkinPoint> SkinQuery::raycast(const glm::vec3& origin, const glm::vec3& direction) const {
    if (!can_be_asked(dot(origin, origin) + dot(direction, direction))) return std::nullopt;
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    RTCRayHit ray{};
    ray.ray.org_x = origin.x, ray.ray.org_y = origin.y, ray.ray.org_z = origin.z;
    ray.ray.dir_x = direction.x, ray.ray.dir_y = direction.y, ray.ray.dir_z = direction.z;
    ray.ray.tfar = std::numeric_limits<float>::infinity();
    ray.ray.mask = ~0u;
    ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    rtcIntersect1(impl_->full.get(), &context, &ray);
    if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
    return at(ray.hit.primID, ray.hit.u, ray.hit.v);
}

SkinPoint SkinQuery::closest(const glm::vec3& p) const {
    struct Best {
        const SkinAsset* skin;
        std::uint32_t triangle = 0;
        glm::vec2 weights{};
    } best{&impl_->skin};

    RTCPointQueryContext context;
    rtcInitPointQueryContext(&context);
    RTCPointQuery query{p.x, p.y, p.z, 0, std::numeric_limits<float>::infinity()};
    rtcPointQuery(
        impl_->full.get(), &query, &context,
        [](RTCPointQueryFunctionArguments* args) {
            auto& found = *static_cast<Best*>(args->userPtr);
            const auto* corner = &found.skin->triangles[3 * size_t{args->primID}];
            const glm::vec3 &a = found.skin->positions[corner[0]], &b = found.skin->positions[corner[1]],
                            &c = found.skin->positions[corner[2]];
            const glm::vec3 from{args->query->x, args->query->y, args->query->z};
            const glm::vec2 w = nearest_weights(from, a, b, c);
            const float distance = length(a + w.x * (b - a) + w.y * (c - a) - from);
            if (distance >= args->query->radius) return false;
            args->query->radius = distance;
            found.triangle = args->primID;
            found.weights = w;
            return true;
        },
        &best);
    return at(best.triangle, best.weights.x, best.weights.y);
}

bool SkinQuery::contains(const glm::vec3& p) const {
    // Surfaces left on the way out, less those entered; no axis, so that no ray runs along a row of edges.
    const glm::vec3 way = normalize(glm::vec3{0.031f, 0.053f, 1});
    int around = 0;
    float from = 0;
    for (int crossings = 0; crossings < 64; ++crossings) {
        const auto hit = raycast(p + from * way, way);
        if (!hit) break;
        const auto* corner = &impl_->skin.triangles[3 * size_t{hit->triangle}];
        const auto& at = impl_->skin.positions;
        around += dot(cross(at[corner[1]] - at[corner[0]], at[corner[2]] - at[corner[0]]), way) > 0 ? 1 : -1;
        from = dot(hit->position - p, way) + 1e-3f;
    }
    return around > 0;
}

bool SkinQuery::visible(const SkinPoint& point, const glm::vec3& toward_viewer, float room_cm) const {
    if (dot(point.normal, normalize(toward_viewer)) <= 0.05f) return false;
    constexpr float lift_cm = 0.3f;
    const glm::vec3 origin = point.position + lift_cm * point.normal;
    if (!can_be_asked(dot(origin, origin))) return false;
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    RTCRay ray{};
    ray.org_x = origin.x, ray.org_y = origin.y, ray.org_z = origin.z;
    ray.dir_x = toward_viewer.x, ray.dir_y = toward_viewer.y, ray.dir_z = toward_viewer.z;
    ray.tfar = room_cm;
    ray.mask = ~0u;
    rtcOccluded1(impl_->light.get(), &context, &ray);
    return ray.tfar > 0;
}

SkinPoint SkinQuery::at(std::uint32_t triangle, float u, float v) const {
    const SkinAsset& skin = impl_->skin;
    const auto* corner = &skin.triangles[3 * size_t{triangle}];
    const float w = 1 - u - v;
    SkinPoint point;
    point.position = w * skin.positions[corner[0]] + u * skin.positions[corner[1]] + v * skin.positions[corner[2]];
    point.normal = normalize(w * skin.normals[corner[0]] + u * skin.normals[corner[1]] + v * skin.normals[corner[2]]);
    point.triangle = triangle;
    point.u = u;
    point.v = v;
    point.vertex = w >= u && w >= v ? corner[0] : u >= v ? corner[1] : corner[2];
    return point;
}

SkinPoint SkinQuery::at_vertex(std::uint32_t vertex) const {
    const SkinAsset& skin = impl_->skin;
    SkinPoint point;
    point.position = skin.positions[vertex];
    point.normal = skin.normals[vertex];
    point.vertex = vertex;
    const std::uint32_t corner = impl_->corner_of(vertex);
    point.triangle = corner / 3;
    point.u = corner % 3 == 1 ? 1.f : 0.f;
    point.v = corner % 3 == 2 ? 1.f : 0.f;
    return point;
}

std::optional<std::uint32_t> SkinQuery::triangle_with(const std::array<std::uint32_t, 3>& corners) const {
    if (corners[0] >= impl_->skin.positions.size()) return std::nullopt;
    for (const std::uint32_t triangle : impl_->filed_under(corners[0])) {
        const auto* corner = &impl_->skin.triangles[3 * std::size_t{triangle}];
        if (std::is_permutation(corners.begin(), corners.end(), corner)) return triangle;
    }
    return std::nullopt;
}

}  // namespace myomap
