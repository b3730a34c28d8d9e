#include "chart/sight.h"

#include <algorithm>
#include <array>

#include <glm/geometric.hpp>

#include "chart/standard_views.h"
#include "chart/view_grid.h"

namespace myomap {

namespace {

constexpr int most_surfaces = 12;  // that a ray passes
constexpr float step_cm = 0.05f;   // beyond a surface that is passed

// The first skin along a ray that is not of a limb drawn as an outline. `only_facing`: nor one that turns its inside
// to where the ray goes.
std::optional<SkinPoint> first_skin(const Body& body, const BodyParts* parts, LimbSet outlined, glm::vec3 origin,
                                    const glm::vec3& direction, bool only_facing = false) {
    for (int i = 0; i < most_surfaces; ++i) {
        const auto hit = body.query().raycast(origin, direction);
        if (!hit || !parts || !outlined) return hit;
        const bool passed = (parts->at(hit->vertex) & outlined) || (only_facing && dot(hit->normal, direction) < 0);
        if (!passed) return hit;
        origin = hit->position + step_cm * direction;
    }
    return {};
}

}  // namespace

const BodyParts* body_parts(const Scene& scene, BodyId body) {
    return scene.regions ? &scene.regions->parts(scene.body(body)) : nullptr;
}

bool open_to(const Body& body, const BodyParts* parts, LimbSet outlined, const SkinPoint& place,
             const glm::vec3& toward_viewer, float room_cm) {
    if (!parts || !outlined) return body.query().visible(place, toward_viewer, room_cm);
    if (parts->at(place.vertex) & outlined) return false;
    constexpr float lift_cm = 0.15f;  // off the skin itself
    const glm::vec3 from = place.position + lift_cm * place.normal;
    // Of the armpit's skin some lies on the arm: with the arm away one looks at its inside, which is not drawn.
    const auto first = first_skin(body, parts, outlined, from, toward_viewer, true);
    return !first || dot(first->position - from, toward_viewer) > room_cm;
}

// The six standard views were worked out when the body was baked.
bool seen(const Scene& scene, const Body& body, const PictureView& view, const SkinPoint& place) {
    const auto standard = standard_view_of(view.camera);
    const bool whole = view.camera.reach_cm >= Camera::far_cm;
    const LimbSet outlined = view.camera.outlined;
    const BodyParts* parts = outlined ? body_parts(scene, body.id()) : nullptr;
    if (parts && parts->at(place.vertex) & outlined) return false;
    const glm::vec3 viewer = toward_viewer(view.camera);
    const float toward = dot(place.position - view.camera.target, viewer);
    if (toward < -view.camera.depth_cm || toward > view.camera.reach_cm) return false;
    if (standard) {
        const bool open = body.skin().visible_from[place.vertex] >> static_cast<int>(*standard) & 1;
        if (open || (whole && !outlined)) return open;
    }
    return dot(place.normal, viewer) > 0 &&
           open_to(body, parts, outlined, place, viewer, view.camera.reach_cm - toward);
}

std::optional<SkinPoint> skin_at(const Scene& scene, const Body& body, const PictureView& view, glm::vec2 pixel) {
    Ray ray = unproject(view, pixel);
    const float beyond = dot(ray.origin - view.camera.target, toward_viewer(view.camera)) - view.camera.reach_cm;
    if (beyond > 0) ray.origin += beyond * ray.direction;
    const LimbSet outlined = view.camera.outlined;
    const auto hit =
        first_skin(body, outlined ? body_parts(scene, body.id()) : nullptr, outlined, ray.origin, ray.direction);
    const bool too_deep =
        hit && dot(hit->position - view.camera.target, toward_viewer(view.camera)) < -view.camera.depth_cm;
    return too_deep ? std::nullopt : hit;
}

namespace {

// Which cells of a view a limb covers.
class Silhouette {
public:
    Silhouette(const Body& body, const BodyParts& parts, const PictureView& view)
        : grid_(view.rect, std::max(1.5f, view.rect.height / 400)), on_(grid_.count(), false) {
        const SkinAsset& skin = body.skin();
        for (size_t t = 0; t + 2 < skin.coarse.size(); t += 3) {
            const std::uint32_t* corner = &skin.coarse[t];
            if (parts.at(corner[0]) & view.camera.outlined)
                grid_.each_in(project(view, skin.positions[corner[0]]), project(view, skin.positions[corner[1]]),
                              project(view, skin.positions[corner[2]]),
                              [&](glm::ivec2 cell) { on_[grid_.index(cell)] = true; });
        }
    }

    // Whether the limb ends within some cells of that place.
    bool ends_near(glm::vec2 at) const {
        constexpr int reach = 3;
        const glm::ivec2 here = grid_.cell(at);
        for (const glm::ivec2 way : {glm::ivec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}}) {
            const glm::ivec2 there = here + reach * way;
            if (grid_.holds(there) && !on_[grid_.index(there)]) return true;
        }
        return false;
    }

private:
    ViewGrid grid_;
    std::vector<bool> on_;
};

}  // namespace

namespace {

// Where a value of the corners changes its sign in a triangle: a line, pixels.
std::optional<std::array<glm::vec2, 2>> line_through(const SkinAsset& skin, const PictureView& view,
                                                     const std::uint32_t* corner, const std::array<float, 3>& value) {
    std::array<glm::vec2, 2> line{};
    size_t found = 0;
    for (size_t i = 0; i < 3 && found < 2; ++i) {
        const size_t j = (i + 1) % 3;
        if ((value[i] < 0) == (value[j] < 0)) continue;
        const float at = value[i] / (value[i] - value[j]);
        line[found++] = project(view, mix(skin.positions[corner[i]], skin.positions[corner[j]], at));
    }
    constexpr float shortest_px = 0.02f;
    const bool drawn = found == 2 && glm::distance(line[0], line[1]) > shortest_px && view.rect.contains(line[0]) &&
                       view.rect.contains(line[1]);
    return drawn ? std::optional(line) : std::nullopt;
}

}  // namespace

LimbSet ends_only(const Body& body, const BodyParts& parts, const PictureView& view) {
    if (looks_along_limbs(view.camera)) return 0;
    const SkinAsset& skin = body.skin();
    LimbSet ends = 0;
    for (const LimbSet arm : {left_arm, right_arm}) {
        if (!(view.camera.outlined & arm)) continue;
        float armpit = 1e9f;  // the lowest place where it goes over into the trunk
        for (size_t t = 0; t + 2 < skin.coarse.size(); t += 3) {
            const LimbSet of = parts.at(skin.coarse[t]) | parts.at(skin.coarse[t + 1]) | parts.at(skin.coarse[t + 2]);
            if (!(of & arm) || !(of & ~arm)) continue;
            for (size_t i = t; i < t + 3; ++i) armpit = std::min(armpit, skin.positions[skin.coarse[i]].y);
        }
        if (project(view, {0, armpit, 0}).y < view.rect.y) ends |= arm;
    }
    return ends;
}

std::vector<glm::vec2> limb_outline(const Body& body, const BodyParts& parts, const PictureView& view) {
    if (looks_along_limbs(view.camera)) return {};  // cut away, as the thighs are
    const SkinAsset& skin = body.skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    const Silhouette silhouette(body, parts, view);
    // What stands behind the body needs no line before it.
    constexpr LimbSet on_left = left_arm | left_leg, on_right = right_arm | right_leg;
    const LimbSet behind = viewer.x > 0.7f ? on_right : viewer.x < -0.7f ? on_left : LimbSet{0};
    std::vector<glm::vec2> ends;
    for (size_t t = 0; t + 2 < skin.triangles.size(); t += 3) {
        const std::uint32_t* corner = &skin.triangles[t];
        if (!(parts.at(corner[0]) & view.camera.outlined & ~view.camera.unseen & ~behind)) continue;
        std::array<float, 3> facing{};
        for (size_t i = 0; i < 3; ++i) facing[i] = dot(skin.normals[corner[i]], viewer);
        const auto line = line_through(skin, view, corner, facing);
        if (line && silhouette.ends_near(0.5f * ((*line)[0] + (*line)[1])))
            ends.insert(ends.end(), line->begin(), line->end());
    }
    return ends;
}

std::vector<glm::vec2> cut_outline(const Body& body, const BodyParts* parts, const PictureView& view) {
    if (view.camera.reach_cm >= Camera::far_cm || !looks_along_limbs(view.camera)) return {};
    const SkinAsset& skin = body.skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    std::vector<glm::vec2> ends;
    for (size_t t = 0; t + 2 < skin.triangles.size(); t += 3) {
        const std::uint32_t* corner = &skin.triangles[t];
        if (parts && parts->at(corner[0]) & view.camera.outlined) continue;
        std::array<float, 3> before{};
        for (size_t i = 0; i < 3; ++i)
            before[i] = dot(skin.positions[corner[i]] - view.camera.target, viewer) - view.camera.reach_cm;
        if (const auto line = line_through(skin, view, corner, before))
            ends.insert(ends.end(), line->begin(), line->end());
    }
    return ends;
}

}  // namespace myomap
