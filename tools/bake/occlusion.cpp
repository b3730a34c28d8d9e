#include "bake/occlusion.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <numbers>
#include <thread>

#include <embree3/rtcore.h>
#include <glm/geometric.hpp>

#include "bake/model.h"
#include "body/asset.h"

namespace myomap {

namespace {

constexpr int ray_count = 256;
constexpr float full_shade_cm = 3.0f;    // nearer skin shades fully, so that cavities come out black
constexpr float reach_cm = 35.0f;        // what is farther away casts no shade
constexpr float start_offset_cm = 0.2f;  // keeps a ray from hitting the skin it starts on

// The skin as Embree's scene; released with the object.
class RayScene {
public:
    RayScene(const std::vector<std::uint32_t>& triangles, const std::vector<glm::vec3>& positions)
        : device_(rtcNewDevice(nullptr)) {
        if (!device_) throw BakeError("The ray tracer Embree can't start on this machine.");
        scene_ = rtcNewScene(device_);
        rtcSetSceneFlags(scene_, RTC_SCENE_FLAG_ROBUST);
        RTCGeometry geometry = rtcNewGeometry(device_, RTC_GEOMETRY_TYPE_TRIANGLE);
        // Embree makes its own padded copy, so the caller's arrays need not live on.
        auto* points = static_cast<glm::vec3*>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, sizeof(glm::vec3), positions.size()));
        std::copy(positions.begin(), positions.end(), points);
        auto* corners = static_cast<std::uint32_t*>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, 3 * sizeof(std::uint32_t), triangles.size() / 3));
        std::copy(triangles.begin(), triangles.end(), corners);
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(scene_, geometry);
        rtcReleaseGeometry(geometry);
        rtcCommitScene(scene_);
    }
    ~RayScene() {
        rtcReleaseScene(scene_);
        rtcReleaseDevice(device_);
    }
    RayScene(const RayScene&) = delete;
    RayScene& operator=(const RayScene&) = delete;

    // Distance to the first skin along the ray, or infinity.
    float first_hit(glm::vec3 from, glm::vec3 direction, float limit) const {
        RTCRayHit query{};
        query.ray.org_x = from.x;
        query.ray.org_y = from.y;
        query.ray.org_z = from.z;
        query.ray.dir_x = direction.x;
        query.ray.dir_y = direction.y;
        query.ray.dir_z = direction.z;
        query.ray.tfar = limit;
        query.ray.mask = 0xffffffff;
        query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        RTCIntersectContext context;
        rtcInitIntersectContext(&context);
        rtcIntersect1(scene_, &context, &query);
        const bool hit = query.hit.geomID != RTC_INVALID_GEOMETRY_ID;
        return hit ? query.ray.tfar : std::numeric_limits<float>::infinity();
    }

private:
    RTCDevice device_;
    RTCScene scene_ = nullptr;
};

// Directions about +z, denser towards it as the light of an even sky falls (cosine-weighted).
std::vector<glm::vec3> sky_directions() {
    std::vector<glm::vec3> directions;
    for (int i = 0; i < ray_count; ++i) {
        const float share = (static_cast<float>(i) + 0.5f) / ray_count;
        const float angle = static_cast<float>(i) * 2.0f * std::numbers::pi_v<float> / std::numbers::phi_v<float>;
        const float radius = std::sqrt(share);
        directions.emplace_back(radius * std::cos(angle), radius * std::sin(angle), std::sqrt(1.0f - share));
    }
    return directions;
}

float sky_share(const RayScene& scene, glm::vec3 from, glm::vec3 normal, const std::vector<glm::vec3>& sky) {
    const glm::vec3 helper = std::abs(normal.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 tangent = glm::normalize(glm::cross(helper, normal));
    const glm::vec3 bitangent = glm::cross(normal, tangent);
    float shade = 0;
    for (glm::vec3 d : sky) {
        const float distance = scene.first_hit(from, d.x * tangent + d.y * bitangent + d.z * normal, reach_cm);
        if (distance >= reach_cm) continue;
        // Far skin fades out, so that an arm beside the trunk does not blacken it.
        const float near = std::min(1.0f, (reach_cm - distance) / (reach_cm - full_shade_cm));
        shade += near * near * near;
    }
    return 1.0f - shade / static_cast<float>(sky.size());
}

std::uint8_t seen_from(const RayScene& scene, glm::vec3 from, glm::vec3 normal) {
    constexpr std::array<glm::vec3, standard_view_count> towards_viewer{glm::vec3(0, 0, 1), {0, 0, -1}, {1, 0, 0},
                                                                        {-1, 0, 0},         {0, 1, 0},  {0, -1, 0}};
    std::uint8_t seen = 0;
    for (std::size_t view = 0; view < towards_viewer.size(); ++view) {
        constexpr float far = 1000.0f;
        if (glm::dot(normal, towards_viewer[view]) > 0.15f && scene.first_hit(from, towards_viewer[view], far) > far) {
            seen = static_cast<std::uint8_t>(seen | 1u << view);
        }
    }
    return seen;
}

// Half of each vertex stays its own: takes the grain of the sampling out and leaves the creases.
std::vector<float> smoothed(const std::vector<float>& values, const std::vector<std::uint32_t>& triangles) {
    std::vector<float> sums(values.size(), 0), counts(values.size(), 0);
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t v = triangles[i + k], next = triangles[i + (k + 1) % 3];
            sums[v] += values[next];
            counts[v] += 1;
        }
    }
    std::vector<float> out = values;
    for (std::size_t v = 0; v < out.size(); ++v) {
        if (counts[v] > 0) out[v] = 0.5f * values[v] + 0.5f * sums[v] / counts[v];
    }
    return out;
}

}  // namespace

Openness measure_openness(const std::vector<std::uint32_t>& triangles, const std::vector<glm::vec3>& positions,
                          const std::vector<glm::vec3>& normals) {
    const RayScene scene(triangles, positions);
    const std::vector<glm::vec3> sky = sky_directions();
    Openness out{std::vector<float>(positions.size()), std::vector<std::uint8_t>(positions.size())};

    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        constexpr std::size_t batch = 512;
        for (std::size_t begin; (begin = next.fetch_add(batch)) < positions.size();) {
            const std::size_t end = std::min(begin + batch, positions.size());
            for (std::size_t v = begin; v < end; ++v) {
                const glm::vec3 from = positions[v] + start_offset_cm * normals[v];
                out.occlusion[v] = sky_share(scene, from, normals[v], sky);
                out.visible_from[v] = seen_from(scene, from, normals[v]);
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) workers.emplace_back(work);
        work();
    }
    out.occlusion = smoothed(out.occlusion, triangles);
    return out;
}

}  // namespace myomap
