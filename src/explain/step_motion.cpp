#include "explain/step_motion.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/common.hpp>
#include <glm/gtc/quaternion.hpp>

#include "body/fields.h"
#include "body/skin_ways.h"
#include "chart/palette.h"

namespace myomap {

namespace {

// Parts of the time.
constexpr float left_by = 0.3f;    // what is not shown any more is gone
constexpr float turned_by = 0.6f;  // of a motion in which something grows
constexpr float grows_from = 0.3f;
constexpr float trail_until = 0.85f;  // then it fades
constexpr float trail_cm = 0.9f, front_cm = 1.8f;

float part(float share, float from, float to) { return std::clamp((share - from) / (to - from), 0.f, 1.f); }

// 0: the skin is whole, 1: glass, 2: gone; see PictureView::clear.
float clearness(const Picture& picture) {
    if (picture.under_skin.looks.empty()) return 0;
    if (picture.under_skin.layers != LayerMode::glass) return 2;
    return picture.views.front().clear;
}

Camera blended(const Camera& from, const Camera& to, float share) {
    Camera camera = share < 0.5f ? from : to;
    camera.target = glm::mix(from.target, to.target, share);
    camera.orientation = glm::slerp(from.orientation, to.orientation, share);
    // A zoom is even where each frame enlarges by the same factor.
    camera.height_cm = from.height_cm * std::pow(to.height_cm / from.height_cm, share);
    return camera;
}

Rect blended(const Rect& from, const Rect& to, float share) {
    const auto mixed = [&](float a, float b) { return std::round(glm::mix(a, b, share)); };
    return {mixed(from.x, to.x), mixed(from.y, to.y), mixed(from.width, to.width), mixed(from.height, to.height)};
}

std::uint8_t scaled(std::uint8_t value, float by) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(value) * std::clamp(by, 0.f, 1.f)));
}

// Plain while it moves: patterns and drawn borders would be made anew for every frame.
Paint plain(Paint paint) {
    if (paint.pattern != Pattern::solid) {
        paint.fill = with_alpha(paint.ink, 0x70);
        paint.pattern = Pattern::solid;
    }
    if (is_drawn(paint.border)) paint.border = Border::none;
    return paint;
}

bool is_felt(const PaintLayer& layer) {
    return layer.id == "essential" || layer.id == "unsure_essential" || layer.id == "spillover" ||
           layer.id == "unsure_spillover";
}

bool is_in(const Picture& picture, const PaintLayer& layer) {
    const PaintLayer* other = find_layer(picture, layer.id);
    return other && other->field == layer.field;
}

}  // namespace

float eased(float share) {
    const float s = std::clamp(share, 0.f, 1.f);
    return s * s * s * (s * (6 * s - 15) + 10);
}

StepMotion::StepMotion(const Scene& scene, Picture from, Picture to, const std::optional<TalkSubject>& origin)
    : from_(std::move(from)), to_(std::move(to)), from_clear_(clearness(from_)), to_clear_(clearness(to_)) {
    for (const PaintLayer& layer : from_.layers)
        if (!is_in(to_, layer)) leaving_.push_back({layer.id + " before", layer.field, plain(layer.paint), {}});
    for (std::size_t i = 0; i < to_.layers.size(); ++i)
        if (!is_in(from_, to_.layers[i])) growing_.push_back({i, {}});
    if (origin && std::ranges::any_of(growing_, [&](const Growing& one) { return is_felt(to_.layers[one.layer]); }))
        grow(scene, *origin);
    const Body& body = scene.body(to_.body);
    for (std::size_t i = 0; i < to_.marks.size(); ++i) {
        const Mark& mark = to_.marks[i];
        if (mark.view != 0 || mark.hidden) continue;
        const Ray ray = unproject(to_.views.front(), mark.at);
        if (const auto hit = body.query().raycast(ray.origin, ray.direction)) places_.push_back({i, hit->position});
    }
}

void StepMotion::grow(const Scene& scene, const TalkSubject& origin) {
    const Body& body = scene.body(to_.body);
    const SkinWays ways(body, scene.body_fields(to_.body).place(origin.point, origin.side));
    std::vector<SkinPath> paths;
    for (Growing& one : growing_) {
        const PaintLayer& layer = to_.layers[one.layer];
        if (!is_felt(layer)) continue;
        std::uint32_t nearest = layer.field.vertices.front();
        for (std::size_t i = 0; i < layer.field.size(); ++i) {
            const std::uint32_t vertex = layer.field.vertices[i];
            const float way = ways.length(vertex);
            one.reached_cm.push_back(way);
            if (way < std::numeric_limits<float>::infinity()) farthest_cm_ = std::max(farthest_cm_, way);
            if (layer.field.values[i] >= 128 && way < ways.length(nearest)) nearest = vertex;
        }
        std::vector<SkinPoint> way = ways.to(nearest);
        if (way.size() > 1) paths.push_back({std::move(way), {}, false});
    }
    for (SkinPath& path : paths) path.radius_cm.assign(path.points.size(), trail_cm);
    if (paths.empty()) return;
    const Color red = chart_palette(to_.theme).essential;
    trail_ = {
        "trail", paint(body, paths), {.fill = with_alpha(red, 0x60), .border = Border::soft, .film_fill = 0.6f}, {}};
    for (const std::uint32_t vertex : trail_.field.vertices) trail_cm_.push_back(ways.length(vertex));
}

Picture StepMotion::at(float share) const {
    Picture picture = to_;
    picture.labels.clear();
    picture.arrows.clear();
    picture.insets.clear();
    const float turned = eased(grows() ? part(share, 0, turned_by) : share);
    PictureView& view = picture.views.front();
    const PictureView& before = from_.views.front();
    view.rect = blended(before.rect, to_.views.front().rect, turned);
    view.camera = blended(before.camera, to_.views.front().camera, turned);
    view.outline.clear();
    view.title = view.left_text = view.right_text = "";
    view.gutter_left = view.gutter_right = 0;
    view.clear = glm::mix(from_clear_, to_clear_, turned);
    picture.views.resize(1);

    if (from_clear_ > 0 || to_clear_ > 0) {
        // What lies deeper is what is looked at: it comes with the skin that clears, and goes with the one that closes.
        picture.under_skin = to_clear_ > 0 ? to_.under_skin : from_.under_skin;
        picture.under_skin.layers = LayerMode::glass;
    }

    picture.layers.clear();
    const float gone = part(share, 0, left_by);
    if (gone < 1)
        for (PaintLayer layer : leaving_) {
            for (std::uint8_t& value : layer.field.values) value = scaled(value, 1 - gone);
            picture.layers.push_back(std::move(layer));
        }
    const float grown = eased(part(share, grows_from, 1));
    const float front = grown * (farthest_cm_ + front_cm);
    if (!trail_.field.empty() && grown > 0 && share < 1) {
        PaintLayer trail = trail_;
        const float left = 1 - part(share, trail_until, 1);
        for (std::size_t i = 0; i < trail.field.size(); ++i)
            trail.field.values[i] = scaled(trail.field.values[i], left * (front - trail_cm_[i]) / front_cm);
        picture.layers.push_back(std::move(trail));
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < to_.layers.size(); ++i) {
        const bool grows = next < growing_.size() && growing_[next].layer == i;
        if (!grows) {
            picture.layers.push_back(to_.layers[i]);
            continue;
        }
        const Growing& one = growing_[next++];
        if (grown <= 0) continue;
        PaintLayer layer = to_.layers[i];
        layer.paint = plain(layer.paint);
        for (std::size_t v = 0; v < layer.field.size(); ++v)
            layer.field.values[v] =
                scaled(layer.field.values[v], one.reached_cm.empty() ? grown : (front - one.reached_cm[v]) / front_cm);
        picture.layers.push_back(std::move(layer));
    }

    picture.marks.clear();
    for (const Place& place : places_) {
        Mark mark = to_.marks[place.mark];
        mark.at = project(view, place.at);
        if (view.rect.contains(mark.at)) picture.marks.push_back(std::move(mark));
    }
    return picture;
}

}  // namespace myomap
