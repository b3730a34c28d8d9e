#pragma once
// Questions to the skin as a surface: what a ray hits, which skin point is nearest. Embree answers them; the search
// structure is built at the first question (some 30 ms), so a program that never asks never pays.

#include <array>
#include <memory>
#include <optional>

#include <glm/vec3.hpp>

#include "body/asset.h"

namespace myomap {

// A place on the skin of one loaded body, never kept: position and normal are that body's, and triangles are numbered
// anew by each bake. What is to be kept, or moved to another body, is a SkinAnchor (body/anchor.h).
struct SkinPoint {
    glm::vec3 position{};       // cm
    glm::vec3 normal{0, 0, 1};  // unit, outward, interpolated
    std::uint32_t triangle = 0;
    float u = 0, v = 0;        // barycentric weights of the second and third corner
    std::uint32_t vertex = 0;  // the triangle's corner that is nearest
};

class SkinQuery {
public:
    // `skin` must outlive the query.
    explicit SkinQuery(const SkinAsset& skin);
    ~SkinQuery();
    SkinQuery(const SkinQuery&) = delete;
    SkinQuery& operator=(const SkinQuery&) = delete;

    // First hit of the ray from outside; direction need not be unit. Nothing when it misses.
    std::optional<SkinPoint> raycast(const glm::vec3& origin, const glm::vec3& direction) const;

    // Nearest point of the skin to p, anywhere.
    SkinPoint closest(const glm::vec3& p) const;

    // Whether p lies inside the body. Sound where two parts of the skin overlap (an arm against the chest): a point
    // inside either is inside.
    bool contains(const glm::vec3& p) const;

    // True when the point faces a viewer far away in `toward_viewer` (a unit vector), and nothing of the skin lies
    // between the point (lifted 0.3 cm off the skin) and a place `room_cm` nearer to that viewer. The coarse skin is
    // asked: it takes a quarter of the time to prepare, and parts that hide one another lie farther apart.
    bool visible(const SkinPoint& point, const glm::vec3& toward_viewer, float room_cm = 1e6f) const;

    // The skin point at barycentric weights u, v of a triangle.
    SkinPoint at(std::uint32_t triangle, float u, float v) const;
    SkinPoint at_vertex(std::uint32_t vertex) const;
    // The triangle whose corners are these, in rising order; nothing when the skin has none.
    std::optional<std::uint32_t> triangle_with(const std::array<std::uint32_t, 3>& corners) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myomap
