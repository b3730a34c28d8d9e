#include "chart/muscle_frame.h"

#include <algorithm>
#include <array>
#include <limits>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

#include "chart/framing.h"
#include "chart/muscle_view.h"
#include "chart/standard_views.h"

namespace myomap {

namespace {

struct Box {
    glm::vec3 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};

    glm::vec3 middle() const { return 0.5f * (low + high); }
};

std::optional<Box> box_of_muscle(const Scene& scene, BodyId body, PointRef point, Side side) {
    const Muscles* muscles = scene.body_muscles(body);
    const int found = muscles ? muscles->mesh_of(point.muscle) : -1;
    if (found < 0) return {};
    const MuscleAsset& asset = muscles->asset();
    const MuscleMesh& mesh = asset.meshes[static_cast<std::size_t>(found)];
    Box box;
    for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
        glm::vec3 p = asset.positions[v];
        if (side == Side::right) p.x = -p.x;
        box.low = min(box.low, p);
        box.high = max(box.high, p);
    }
    return box;
}

// From the side an arm hangs before the hip, and the trunk lies behind an arm.
bool crosses(StandardView view, float height_share) {
    const bool lateral = view == StandardView::left || view == StandardView::right;
    return lateral && height_share > 0.42f && height_share < 0.82f;
}

// From where the symbol on the skin lies over the muscle below it. From above and below only what can't be seen
// otherwise.
StandardView view_of_place(const Scene& scene, BodyId id, PointRef point, Side side) {
    constexpr float seldom = 0.35f, under_skin_cm = 1.5f;
    const Body& body = scene.body(id);
    const SkinPoint place = scene.body_fields(id).place(point, side);
    glm::vec3 outward = place.normal;
    const MuscleAsset& asset = scene.body_muscles(id)->asset();
    const MuscleMesh& mesh = asset.meshes[static_cast<std::size_t>(scene.body_muscles(id)->mesh_of(point.muscle))];
    glm::vec3 nearest{std::numeric_limits<float>::max()};
    for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
        glm::vec3 p = asset.positions[v];
        if (side == Side::right) p.x = -p.x;
        if (distance(p, place.position) < distance(nearest, place.position)) nearest = p;
    }
    if (distance(nearest, place.position) > under_skin_cm) outward = normalize(place.position - nearest);
    constexpr std::array all{StandardView::anterior, StandardView::posterior, StandardView::left,
                             StandardView::right,    StandardView::superior,  StandardView::inferior};
    return *std::ranges::max_element(all, {}, [&](StandardView view) {
        const bool along = view == StandardView::superior || view == StandardView::inferior;
        const bool unusual = along || crosses(view, place.position.y / body.height_cm());
        return dot(outward, toward_viewer(view)) - (unusual ? seldom : 0);
    });
}

// From the side that shows most of the muscle.
StandardView view_of_body(const Scene& scene, const Document& document, const Box& box, PointRef point, Side side) {
    const Framing framing = frame_selection(scene, muscle_portrait(document));
    const float height = box.middle().y / scene.body(document.view.body).height_cm();
    if (framing.views.empty() || crosses(framing.views.front().view, height))
        return view_of_place(scene, document.view.body, point, side);
    return framing.views.front().view;
}

// Of a box of the body as seen from there.
glm::vec2 size_in(StandardView view, const Box& box) {
    const glm::mat3 turned = glm::mat3_cast(orientation_of(view));
    const glm::vec3 extent = box.high - box.low;
    glm::vec2 size{0};
    for (int i = 0; i < 3; ++i) size += glm::abs(glm::vec2(turned[i])) * extent[i];
    return size;
}

}  // namespace

std::optional<ViewSubject> view_of_muscle(const Scene& scene, const Document& document, PointRef point, Side side) {
    constexpr float room = 1.5f, least_of_height = 0.13f;
    const auto box = box_of_muscle(scene, document.view.body, point, side);
    if (!box) return {};
    const StandardView view = view_of_body(scene, document, *box, point, side);
    const glm::vec2 size =
        max(room * size_in(view, *box), glm::vec2{least_of_height * scene.body(document.view.body).height_cm()});
    return ViewSubject{view, box->middle(), size.x, size.y};
}

std::optional<ViewSubject> view_of_spot(const Scene& scene, const Document& document, PointRef point, Side side) {
    constexpr float of_muscle = 0.8f, least_cm = 12, most_cm = 30;
    const auto box = box_of_muscle(scene, document.view.body, point, side);
    if (!box) return {};
    const StandardView view = view_of_place(scene, document.view.body, point, side);
    const glm::vec2 size = size_in(view, *box);
    const float shown = std::clamp(of_muscle * std::max(size.x, size.y), least_cm, most_cm);
    return ViewSubject{view, scene.body_fields(document.view.body).place(point, side).position, shown, shown};
}

}  // namespace myomap
