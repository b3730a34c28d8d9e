#include "chart/chart_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/label_room.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/muscle_labels.h"
#include "chart/sight.h"
#include "chart/views.h"
#include "chart/zone_parts.h"

namespace myomap {

namespace {

// What a view shows of a piece of skin: how much, and its pixel nearest to the middle of that.
struct Sight {
    float area = 0;  // a measure to compare with, no unit
    glm::vec2 at{};
};

Sight sight_of(const Scene& scene, const Body& body, const PictureView& view,
               const std::vector<std::uint32_t>& vertices) {
    const SkinAsset& skin = body.skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    std::vector<glm::vec2> pixels;
    Sight sight;
    glm::vec2 sum{0};
    const size_t stride = std::max<size_t>(1, vertices.size() / 300);
    for (size_t i = 0; i < vertices.size(); i += stride) {
        const std::uint32_t vertex = vertices[i];
        const float facing = dot(skin.normals[vertex], viewer);
        if (facing < 0.2f) continue;
        const glm::vec2 pixel = project(view, skin.positions[vertex]);
        const SkinPoint place{.position = skin.positions[vertex], .normal = skin.normals[vertex], .vertex = vertex};
        if (!view.rect.contains(pixel) || !seen(scene, body, view, place)) continue;
        pixels.push_back(pixel);
        sum += facing * pixel;
        sight.area += facing * static_cast<float>(stride);
    }
    if (pixels.empty()) return sight;
    const glm::vec2 middle = sum / (sight.area / static_cast<float>(stride));
    sight.at = *std::ranges::min_element(pixels, {}, [&](glm::vec2 p) { return dot(p - middle, p - middle); });
    return sight;
}

// A label for each part of the point's zones, in the view that shows most of it; a piece that this view hides has one
// in a view that shows it.
void add_zone_wishes(const Scene& scene, const Document& document, PointRef point, const Picture& picture,
                     std::vector<std::vector<LabelWish>>& wishes) {
    const View& view = document.view;
    const Body& body = scene.body(view.body);
    for (const ZonePart& part :
         zone_parts(scene, view.body, point, shown_sides(view.side).front(), view.show_spillover)) {
        std::vector<std::vector<Sight>> sights(picture.views.size());  // of each view, of each piece
        std::vector<float> areas(picture.views.size(), 0);
        for (size_t v = 0; v < picture.views.size(); ++v)
            for (const auto& piece : part.pieces) {
                sights[v].push_back(sight_of(scene, body, picture.views[v], piece));
                areas[v] += sights[v].back().area;
            }
        std::vector<LabelWish> labels(picture.views.size(), {part.name, "", {}, !part.is_name});
        // Of views that show about as much the first is meant.
        const float most = *std::ranges::max_element(areas);
        const auto main = static_cast<size_t>(
            std::ranges::find_if(areas, [&](float area) { return area >= 0.9f * most; }) - areas.begin());
        for (size_t p = 0; p < part.pieces.size(); ++p) {
            size_t best = main;
            if (sights[main][p].area <= 0)
                for (size_t v = 0; v < picture.views.size(); ++v)
                    if (sights[v][p].area > sights[best][p].area) best = v;
            if (sights[best][p].area > 0) labels[best].spots.push_back(sights[best][p].at);
        }
        for (size_t v = 0; v < labels.size(); ++v)
            if (!labels[v].spots.empty()) wishes[v].push_back(std::move(labels[v]));
    }
}

}  // namespace

void add_labels(const Scene& scene, const Document& document, const TextMeasure& measure, Picture& picture) {
    const float scale = picture.scale;
    std::vector<std::vector<LabelWish>> wishes(picture.views.size());

    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    for (const PointRef ref : points) {
        const TriggerPoint& point = scene.atlas.point(ref);
        for (const Side side : shown_sides(document.view.side)) {
            // One label a point and side, in the first view that shows it: the framing put the best view first.
            const auto mark = std::ranges::find_if(picture.marks, [&, item = scene.atlas.full_id(ref)](const Mark& m) {
                return m.item == item && m.side == side && m.emphasis == Emphasis::strong;
            });
            if (mark == picture.marks.end()) continue;
            wishes[static_cast<size_t>(mark->view)].push_back({scene.phrase("Trigger point {}", point.label),
                                                               mark->hidden ? scene.phrase("hidden here") : "",
                                                               {mark->at}});
        }
    }
    // The zones in words, when one point is chosen and shown large; a whole muscle's, or a plate's, would crowd.
    const bool large = document.view.layout == Layout::focus || document.view.layout == Layout::single;
    if (points.size() == 1 && large) add_zone_wishes(scene, document, points[0], picture, wishes);

    // Muscles by name where they are looked at, after what was chosen; in a plate there is no room.
    if (document.view.layers == LayerMode::muscles && document.view.layout != Layout::plate) {
        for (size_t v = 0; v < picture.views.size(); ++v)
            std::ranges::move(muscle_label_wishes(scene, document, picture, picture.views[v], 16 * scale,
                                                  picture.layers.empty() ? 24 : 12),
                              std::back_inserter(wishes[v]));
    }

    const LabelStyle style{label_text_px * scale, label_padding_px * scale, 140 * scale, 96 * scale};
    for (size_t v = 0; v < wishes.size(); ++v) {
        if (wishes[v].empty()) continue;
        const Rect& rect = picture.views[v].rect;
        const Rect area{rect.x + 4 * scale, rect.y + view_header_px * scale, rect.width - 8 * scale,
                        rect.height - (view_header_px + view_footer_px) * scale};
        const int view = static_cast<int>(v);
        std::ranges::move(
            place_labels(view, wishes[v], label_room(scene, document, picture, view, area), style, measure),
            std::back_inserter(picture.labels));
    }
}

}  // namespace myomap
