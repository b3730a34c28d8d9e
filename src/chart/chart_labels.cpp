#include "chart/chart_labels.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/muscle_labels.h"
#include "chart/views.h"

namespace myomap {

namespace {

// Where a zone is seen best: the view and the pixel of its vertex nearest to the middle of what is seen of it.
struct ZoneSpot {
    int view = -1;
    glm::vec2 at{};
    float area = 0;
};

ZoneSpot best_spot(const Body& body, const Picture& picture, const SparseField& field) {
    ZoneSpot best;
    const SkinAsset& skin = body.skin();
    for (int v = 0; v < static_cast<int>(picture.views.size()); ++v) {
        const PictureView& view = picture.views[static_cast<size_t>(v)];
        const glm::vec3 viewer = toward_viewer(view.camera);
        std::vector<glm::vec2> pixels;
        float area = 0;
        glm::vec2 sum{0};
        const size_t stride = std::max<size_t>(1, field.size() / 400);
        for (size_t i = 0; i < field.size(); i += stride) {
            const std::uint32_t vertex = field.vertices[i];
            const float facing = dot(skin.normals[vertex], viewer);
            if (field.values[i] < 150 || facing < 0.25f) continue;
            const glm::vec2 pixel = project(view, skin.positions[vertex]);
            const SkinPoint place{.position = skin.positions[vertex], .normal = skin.normals[vertex], .vertex = vertex};
            if (!view.rect.contains(pixel) || !seen(body, view, place)) continue;
            pixels.push_back(pixel);
            sum += facing * pixel;
            area += facing;
        }
        if (pixels.empty() || area <= 1.1f * best.area) continue;
        const glm::vec2 middle = sum / area;
        best = {v, *std::ranges::min_element(pixels, {}, [&](glm::vec2 p) { return dot(p - middle, p - middle); }),
                area};
    }
    return best;
}

}  // namespace

void add_labels(const Scene& scene, const Document& document, const TextMeasure& measure, Picture& picture) {
    const float scale = picture.scale;
    const Body& body = scene.body(document.view.body);
    const AtlasFields& fields = scene.body_fields(document.view.body);
    std::vector<std::vector<LabelWish>> wishes(picture.views.size());

    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    for (const PointRef ref : points) {
        const Muscle& muscle = scene.atlas.muscle(ref);
        const TriggerPoint& point = scene.atlas.point(ref);
        for (const Side side : shown_sides(document.view.side)) {
            // One label a point and side, in the first view that shows it: the framing put the best view first.
            const auto mark = std::ranges::find_if(picture.marks, [&, item = scene.atlas.full_id(ref)](const Mark& m) {
                return m.item == item && m.side == side && m.emphasis == Emphasis::strong;
            });
            if (mark == picture.marks.end()) continue;
            wishes[static_cast<size_t>(mark->view)].push_back(
                {scene.phrase("Trigger point {}", point.label),
                 mark->hidden ? scene.phrase("{}, hidden here", muscle.name) : muscle.name, mark->at});
        }
    }
    // The zones in words, when one point is chosen and shown large; a whole muscle's, or a plate's, would crowd.
    const bool large = document.view.layout == Layout::focus || document.view.layout == Layout::single;
    if (points.size() == 1 && large) {
        const auto& zones = scene.atlas.point(points[0]).zones;
        for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
            const Zone& zone = zones[static_cast<size_t>(i)];
            if (zone.kind == ZoneKind::spillover && !document.view.show_spillover) continue;
            const Side side = shown_sides(document.view.side).front();
            const ZoneSpot spot = best_spot(body, picture, fields.zone(points[0], i, side));
            if (spot.view < 0) continue;
            wishes[static_cast<size_t>(spot.view)].push_back(
                {capitalised(zone.words),
                 scene.phrase(zone.kind == ZoneKind::essential ? "essential zone" : "spillover zone"), spot.at});
        }
    }

    // Muscles by name where they are looked at, after what was chosen; in a plate there is no room.
    if (document.view.layers == LayerMode::muscles && document.view.layout != Layout::plate) {
        for (size_t v = 0; v < picture.views.size(); ++v)
            std::ranges::move(muscle_label_wishes(scene, document, picture, picture.views[v], 16 * scale, 24),
                              std::back_inserter(wishes[v]));
    }

    std::vector<glm::vec2> coloured;
    for (const PaintLayer& layer : picture.layers) {
        if (is_tint(layer.paint)) continue;
        const SparseField& field = layer.field;
        const size_t stride = std::max<size_t>(1, field.size() / 250);
        for (size_t i = 0; i < field.size(); i += stride) {
            if (field.values[i] < 128) continue;
            const glm::vec3& p = body.skin().positions[field.vertices[i]];
            for (const PictureView& view : picture.views) coloured.push_back(project(view, p));
        }
    }
    const LabelStyle style{13 * scale, 12 * scale, 5 * scale, 190 * scale};
    for (size_t v = 0; v < wishes.size(); ++v) {
        if (wishes[v].empty()) continue;
        const Rect& rect = picture.views[v].rect;
        const Rect area{rect.x + 4 * scale, rect.y + view_header_px * scale, rect.width - 8 * scale,
                        rect.height - (view_header_px + view_footer_px) * scale};
        std::vector<Rect> keep_clear;
        const float reach = 12 * scale;
        for (const Mark& mark : picture.marks) {
            if (mark.view == static_cast<int>(v) && mark.emphasis != Emphasis::quiet)
                keep_clear.push_back({mark.at.x - reach, mark.at.y - reach, 2 * reach, 2 * reach});
        }
        Coverage covered(area, 14 * scale);
        for (size_t i = 0; i < body.skin().positions.size(); i += 5) {
            covered.mark(project(picture.views[v], body.skin().positions[i]));
        }
        std::ranges::move(
            place_labels(static_cast<int>(v), area, wishes[v], keep_clear, coloured, covered, style, measure),
            std::back_inserter(picture.labels));
    }
}

}  // namespace myomap
