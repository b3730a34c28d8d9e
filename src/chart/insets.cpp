#include "chart/insets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>

#include "chart/framing.h"
#include "chart/label_room.h"
#include "chart/standard_views.h"

namespace myomap {

namespace {

constexpr float close_up = 0.56f;                       // of the part: a view that shows less is one
constexpr float nearly_whole = 1.1f;                    // of the part: likewise where it is skin from edge to edge
constexpr float shown_parts = 1.25f, far_parts = 2.4f;  // an inset shows: of a head or hand; of a trunk or limb
constexpr float sole_parts = 1.8f;
constexpr float least_px = 84, most_px = 190;  // its side, design px
constexpr float of_view = 0.32f, most_of_view = 0.4f;
constexpr float smaller = 0.85f;
constexpr float of_gutter = 0.92f, of_height = 0.42f;  // on the paper beside a close-up it covers nothing
constexpr float most_in_gutter_px = 260, enough_on_paper_px = 120;
constexpr float slab_cm = 9;  // what a view along the body shows, seen from the front

bool is_painted(const Picture& picture, const SkinAsset& skin, const PictureView& view, const Rect& box) {
    const glm::vec3 viewer = toward_viewer(view.camera);
    return std::ranges::any_of(picture.layers, [&](const PaintLayer& layer) {
        if (!is_subject(layer.paint)) return false;
        for (size_t i = 0; i < layer.field.size(); ++i) {
            const std::uint32_t v = layer.field.vertices[i];
            if (layer.field.values[i] >= 100 && dot(skin.normals[v], viewer) > 0 &&
                box.contains(project(view, skin.positions[v])))
                return true;
        }
        return false;
    });
}

bool is_marked(const Picture& picture, int view, const Rect& box) {
    const float reach = 14 * picture.scale;
    const Rect grown{box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach};
    return std::ranges::any_of(picture.marks, [&](const Mark& mark) {
        return mark.view == view && mark.emphasis != Emphasis::quiet && grown.contains(mark.at);
    });
}

// Whether a view is skin from edge to edge: however much of a trunk it shows, without an outline nobody knows it.
bool is_filled(const Body& body, const PictureView& view) {
    constexpr int places = 9;
    constexpr float most_paper = 0.12f;
    int paper = 0;
    for (int row = 0; row < places; ++row)
        for (int column = 0; column < places; ++column) {
            const auto share = [](int i) { return (static_cast<float>(i) + 0.5f) / places; };
            const Ray ray = unproject(
                view, {view.rect.x + share(column) * view.rect.width, view.rect.y + share(row) * view.rect.height});
            paper += !body.query().raycast(ray.origin, ray.direction);
        }
    return static_cast<float>(paper) < most_paper * places * places;
}

bool is_level(const Camera& camera) { return std::abs(toward_viewer(camera).y) < 0.5f; }

Camera inset_camera(const Body& body, Camera camera, float part_cm, bool small_part) {
    // A hand before the thigh is known by the arm that it hangs from.
    const bool before_thigh = std::abs(toward_viewer(camera).x) > 0.5f && camera.target.y < 0.6f * body.height_cm();
    const bool far = !small_part || before_thigh;
    camera.unseen = 0;
    camera.height_cm = part_cm * (far ? far_parts : is_level(camera) ? shown_parts : sole_parts);
    // No more air above the head and below the feet than need be.
    constexpr float air_cm = 5;
    const float low = 0.5f * camera.height_cm - air_cm, high = body.height_cm() - low;
    if (is_level(camera) && low < high) camera.target.y = std::clamp(camera.target.y, low, high);
    return camera;
}

// On the paper beside a view, or in a corner of it that paint and marks leave free: rather smaller than nowhere.
std::optional<Rect> place_of_inset(const SkinAsset& skin, const Picture& picture, int index, float header_px,
                                   float footer_px) {
    const PictureView& view = picture.views[static_cast<size_t>(index)];
    const float s = picture.scale, gap = 8 * s;
    const float shorter_px = std::min(view.rect.width, view.rect.height);
    const float gutter = std::max(view.gutter_left, view.gutter_right);
    const float beside = std::min({of_gutter * gutter, of_height * view.rect.height, most_in_gutter_px * s});
    const float within = std::clamp(of_view * shorter_px, least_px * s, most_px * s);
    const bool on_paper = beside >= std::min(within, enough_on_paper_px * s);
    for (float side = on_paper ? beside : within; side >= least_px * s; side *= smaller) {
        float left = view.rect.x + gap, right = view.rect.x + view.rect.width - gap - side;
        if (on_paper) {
            const float to_the_left = view.rect.x - 0.5f * (view.gutter_left + side);
            const float to_the_right = view.rect.x + view.rect.width + 0.5f * (view.gutter_right - side);
            right = view.gutter_right >= side ? to_the_right : to_the_left;
            left = view.gutter_left >= side ? to_the_left : to_the_right;
        } else if (side > most_of_view * shorter_px) {
            continue;
        }
        const float top = view.rect.y + header_px + gap;
        const float bottom = view.rect.y + view.rect.height - footer_px - gap - side;
        const std::array<glm::vec2, 4> corners{{{right, bottom}, {left, bottom}, {right, top}, {left, top}}};
        for (const glm::vec2 corner : corners) {
            const Rect box{corner.x, corner.y, side, side};
            if (!is_painted(picture, skin, view, box) && !is_marked(picture, index, box)) return box;
        }
    }
    return std::nullopt;
}

}  // namespace

void add_insets(const Scene& scene, Picture& picture, float header_px, float footer_px) {
    const Body& body = scene.body(picture.body);
    for (int v = 0; v < static_cast<int>(picture.views.size()); ++v) {
        const PictureView& view = picture.views[static_cast<size_t>(v)];
        const float part_cm = part_cm_at(body, view.camera.target), px_per_cm = pixels_per_cm(view);
        const float shorter_px = std::min(view.rect.width, view.rect.height);
        const bool small_part = part_cm < part_cm_at(body, {0, 0.5f * body.height_cm(), 0});
        // A trunk from above or below tells nobody where he is, however much of it: its inset is one from the front.
        const bool along = !is_level(view.camera) && !small_part;
        const float shown_parts_of_it = shorter_px / px_per_cm / part_cm;
        if (!along && shown_parts_of_it > close_up && (shown_parts_of_it > nearly_whole || !is_filled(body, view)))
            continue;
        const std::optional<Rect> place = place_of_inset(body.skin(), picture, v, header_px, footer_px);
        if (!place) continue;
        Camera seen_by = view.camera;
        if (along) seen_by = standard_camera(StandardView::anterior, view.camera.target, view.camera.height_cm);
        Inset inset{v, {*place, inset_camera(body, seen_by, part_cm, small_part)}, {}};
        const Camera& camera = inset.small.camera;
        const glm::vec2 middle = project(inset.small, view.camera.target);
        const glm::vec2 shown_cm{view.rect.width / px_per_cm, along ? slab_cm : view.rect.height / px_per_cm};
        const glm::vec2 size = shown_cm * (place->height / camera.height_cm);
        inset.frame = {middle.x - 0.5f * size.x, middle.y - 0.5f * size.y, size.x, size.y};
        std::erase_if(picture.marks, [&](const Mark& mark) { return inset.small.rect.contains(mark.at); });
        picture.insets.push_back(inset);
    }
}

}  // namespace myomap
