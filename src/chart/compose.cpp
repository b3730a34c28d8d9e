#include "chart/compose.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <glm/gtc/quaternion.hpp>

#include "base/text.h"
#include "chart/labels.h"
#include "chart/muscle_labels.h"
#include "chart/muscle_view.h"
#include "chart/views.h"

namespace myomap {

namespace {

// Sizes in design pixels; multiplied by ComposeSize::scale.
constexpr float margin_px = 12, header_px = 30, footer_px = 22, gap_px = 10;
constexpr float text_px = 13, detail_px = 12, swatch_px = 16;

SkinChannels channels_of(const Scene& scene, const ChartDocument& document) {
    SkinChannels channels;
    const AtlasFields& fields = scene.body_fields(document.body);
    const Muscles* muscles = scene.body_muscles(document.body);
    for (const Side side : shown_sides(document.side)) {
        for (const PointRef ref : selected_points(scene.atlas, document)) {
            const auto& zones = scene.atlas.point(ref).zones;
            for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
                const bool essential = zones[static_cast<size_t>(i)].kind == ZoneKind::essential;
                if (!essential && !document.show_spillover) continue;
                SparseField& channel = essential ? channels.essential : channels.spillover;
                channel = unite(channel, fields.zone(ref, i, side));
            }
        }
        const auto muscle = scene.atlas.find_muscle(document.muscle);
        if (muscle && muscles && document.show_muscle_area)
            channels.area = unite(channels.area, muscles->area(*muscle, side));
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        channels.region = unite(channels.region, scene.regions->on(scene.body(document.body)).field(ref));
    }
    return channels;
}

// Whether a place can be seen in a view; the six standard views were worked out when the body was baked.
bool seen(const Body& body, const PictureView& view, const SkinPoint& place) {
    const auto standard = standard_view_of(view.camera);
    const bool whole = view.camera.reach_cm >= Camera::far_cm;
    if (standard && (whole || body.skin().visible_from[place.vertex] >> static_cast<int>(*standard) & 1)) {
        return body.skin().visible_from[place.vertex] >> static_cast<int>(*standard) & 1;
    }
    const glm::vec3 viewer = toward_viewer(view.camera);
    const float room = view.camera.reach_cm - dot(place.position - view.camera.target, viewer);
    return room > 0 && body.query().visible(place, viewer, room);
}

std::string marker_label(const Atlas& atlas, PointRef ref) { return atlas.point(ref).label; }

void add_markers(const Scene& scene, const ChartDocument& document, Picture& picture) {
    const Body& body = scene.body(document.body);
    const AtlasFields& fields = scene.body_fields(document.body);
    const auto add = [&](PointRef ref, Side side, MarkerStyle style) {
        const SkinPoint place = fields.place(ref, side);
        for (int v = 0; v < static_cast<int>(picture.views.size()); ++v) {
            const PictureView& view = picture.views[static_cast<size_t>(v)];
            const glm::vec2 at = project(view, place.position);
            if (!view.rect.contains(at) || !seen(body, view, place)) continue;
            picture.markers.push_back({v, at, ref, side, marker_label(scene.atlas, ref), style});
        }
    };
    // A chosen point that no view shows (under the chin, in the armpit) is drawn through the body where it lies.
    const auto add_hidden = [&](PointRef ref, Side side) {
        const bool shown =
            std::ranges::any_of(picture.markers, [&](const Marker& m) { return m.ref == ref && m.side == side; });
        if (shown || picture.views.empty()) return;
        const SkinPoint place = fields.place(ref, side);
        int best = 0;
        const auto facing = [&](int v) {
            return dot(place.normal, toward_viewer(picture.views[static_cast<size_t>(v)].camera));
        };
        for (int v = 1; v < static_cast<int>(picture.views.size()); ++v) {
            if (facing(v) > facing(best)) best = v;
        }
        const PictureView& view = picture.views[static_cast<size_t>(best)];
        const glm::vec2 at = project(view, place.position);
        if (!view.rect.contains(at)) return;
        picture.markers.push_back({best, at, ref, side, marker_label(scene.atlas, ref), MarkerStyle::selected, true});
    };
    const auto selected_muscle = scene.atlas.find_muscle(document.muscle);
    if (document.show_all_points && document.layout != Layout::focus) {
        for (const PointRef ref : scene.atlas.all_points()) {
            if (selected_muscle && ref.muscle == *selected_muscle) continue;
            for (const Side side : shown_sides(document.side)) add(ref, side, MarkerStyle::quiet);
        }
    }
    if (!selected_muscle) return;
    const auto& points = scene.atlas.muscles[static_cast<size_t>(*selected_muscle)].trigger_points;
    // The chosen point last, so that it is drawn above its neighbours.
    for (const bool chosen : {false, true}) {
        for (int i = 0; i < static_cast<int>(points.size()); ++i) {
            const bool is_chosen = document.point.empty() || points[static_cast<size_t>(i)].id == document.point;
            if (is_chosen != chosen) continue;
            for (const Side side : shown_sides(document.side)) {
                add({*selected_muscle, i}, side, chosen ? MarkerStyle::selected : MarkerStyle::same_muscle);
                if (chosen) add_hidden({*selected_muscle, i}, side);
            }
        }
    }
}

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

void add_labels(const Scene& scene, const ChartDocument& document, float scale, const TextMeasure& measure,
                Picture& picture) {
    const Body& body = scene.body(document.body);
    const AtlasFields& fields = scene.body_fields(document.body);
    std::vector<std::vector<LabelWish>> wishes(picture.views.size());

    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    for (const PointRef ref : points) {
        const Muscle& muscle = scene.atlas.muscle(ref);
        const TriggerPoint& point = scene.atlas.point(ref);
        for (const Side side : shown_sides(document.side)) {
            // One label a point and side, in the first view that shows it: the framing put the best view first.
            const auto marker = std::ranges::find_if(picture.markers, [&](const Marker& m) {
                return m.ref == ref && m.side == side && m.style == MarkerStyle::selected;
            });
            if (marker == picture.markers.end()) continue;
            wishes[static_cast<size_t>(marker->view)].push_back(
                {scene.phrase("Trigger point {}", point.label),
                 marker->hidden ? scene.phrase("{}, hidden here", muscle.name) : muscle.name, marker->at});
        }
    }
    // The zones in words, when one point is chosen and shown large; a whole muscle's, or a plate's, would crowd.
    const bool large = document.layout == Layout::focus || document.layout == Layout::single;
    if (points.size() == 1 && large) {
        const auto& zones = scene.atlas.point(points[0]).zones;
        for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
            const Zone& zone = zones[static_cast<size_t>(i)];
            if (zone.kind == ZoneKind::spillover && !document.show_spillover) continue;
            const Side side = shown_sides(document.side).front();
            const ZoneSpot spot = best_spot(body, picture, fields.zone(points[0], i, side));
            if (spot.view < 0) continue;
            wishes[static_cast<size_t>(spot.view)].push_back(
                {capitalised(zone.words),
                 scene.phrase(zone.kind == ZoneKind::essential ? "essential zone" : "spillover zone"), spot.at});
        }
    }

    // Muscles by name where they are looked at, after what was chosen; in a plate there is no room.
    if (document.layers == LayerMode::muscles && document.layout != Layout::plate) {
        for (size_t v = 0; v < picture.views.size(); ++v)
            std::ranges::move(muscle_label_wishes(scene, document, picture, picture.views[v], 16 * scale, 24),
                              std::back_inserter(wishes[v]));
    }

    std::vector<glm::vec2> coloured;
    for (const SparseField* field : {&picture.channels.essential, &picture.channels.spillover}) {
        const size_t stride = std::max<size_t>(1, field->size() / 250);
        for (size_t i = 0; i < field->size(); i += stride) {
            if (field->values[i] < 128) continue;
            const glm::vec3& p = body.skin().positions[field->vertices[i]];
            for (const PictureView& view : picture.views) coloured.push_back(project(view, p));
        }
    }
    const LabelStyle style{text_px * scale, detail_px * scale, 5 * scale, 190 * scale};
    for (size_t v = 0; v < wishes.size(); ++v) {
        if (wishes[v].empty()) continue;
        const Rect& rect = picture.views[v].rect;
        const Rect area{rect.x + 4 * scale, rect.y + header_px * scale, rect.width - 8 * scale,
                        rect.height - (header_px + footer_px) * scale};
        std::vector<Rect> keep_clear;
        const float reach = 12 * scale;
        for (const Marker& marker : picture.markers) {
            if (marker.view == static_cast<int>(v) && marker.style != MarkerStyle::quiet) {
                keep_clear.push_back({marker.at.x - reach, marker.at.y - reach, 2 * reach, 2 * reach});
            }
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

// The entries the document calls for, set into centred rows at the foot of the picture. Returns the height they take.
float add_legend(const Scene& scene, const ChartDocument& document, float scale, const TextMeasure& measure,
                 Picture& picture) {
    const auto entry = [&](LegendSwatch swatch, std::string_view text) {
        picture.legend.push_back({swatch, scene.phrase(text), {}, {}});
    };
    if (!picture.channels.essential.empty()) entry(LegendSwatch::essential, "Essential zone: felt by nearly everyone");
    if (!picture.channels.spillover.empty()) entry(LegendSwatch::spillover, "Spillover zone: felt by some");
    if (!picture.channels.area.empty())
        entry(LegendSwatch::area, picture.under_skin.looks.empty() ? "The muscle's own area" : "The muscle");
    if (!picture.channels.region.empty()) {
        entry(LegendSwatch::region, document.symptom.empty() ? "The chosen region" : "Where it is felt");
    }
    if (!document.muscle.empty() || (document.show_all_points && document.layout != Layout::focus))
        entry(LegendSwatch::marker, "Trigger point");

    const float swatch_width = 26 * scale, pad = 8 * scale, spacing = 22 * scale, size = detail_px * scale;
    const float row_px = 22 * scale;
    const float usable = static_cast<float>(picture.size.x) - 2 * margin_px * scale;
    const auto width_of = [&](const LegendEntry& e) {
        return swatch_width + pad + measure.width(e.text, size, FontWeight::regular);
    };
    std::vector<std::vector<LegendEntry*>> rows;
    float filled = 0;
    for (LegendEntry& e : picture.legend) {
        // A narrow picture keeps the short words, which are the first ones.
        if (width_of(e) > usable) e.text = e.text.substr(0, e.text.find(':'));
        if (rows.empty() || filled + spacing + width_of(e) > usable) {
            rows.emplace_back();
            filled = -spacing;
        }
        filled += spacing + width_of(e);
        rows.back().push_back(&e);
    }
    const float height = row_px * static_cast<float>(rows.size()) + 12 * scale;
    float middle = static_cast<float>(picture.size.y) - height + 6 * scale + 0.5f * row_px;
    for (const auto& row : rows) {
        float total = -spacing;
        for (const LegendEntry* e : row) total += width_of(*e) + spacing;
        float x = margin_px * scale + std::max(0.f, 0.5f * (usable - total));
        for (LegendEntry* e : row) {
            e->swatch_rect = {x, middle - 0.5f * swatch_px * scale, swatch_width, swatch_px * scale};
            e->text_at = {x + swatch_width + pad, middle + 0.36f * size};
            x += width_of(*e) + spacing;
        }
        middle += row_px;
    }
    return height;
}

// What a chart without a muscle shows: a region or a complaint.
std::string way_in_caption(const Scene& scene, const ChartDocument& document) {
    const std::string_view language = to_text(scene.atlas.language);
    if (scene.symptoms) {
        if (const Symptom* symptom = scene.symptoms->find_symptom(document.symptom))
            return symptom->in(language).clinical;
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        const SkinRegion& region = scene.regions->set().regions[static_cast<size_t>(ref.region)];
        const std::string name = region.in(language).clinical;
        if (region.midline) return name;
        return name + " · " + scene.phrase(ref.side == Side::left ? "patient's left" : "patient's right");
    }
    return {};
}

std::string caption_of(const Scene& scene, const ChartDocument& document) {
    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    if (points.empty()) return way_in_caption(scene, document);
    std::string caption = scene.atlas.muscle(points[0]).name;
    if (points.size() == 1) caption += " · " + scene.phrase("Trigger point {}", scene.atlas.point(points[0]).label);
    switch (document.side) {
        case SideChoice::left:
            return caption + " · " + scene.phrase("patient's left");
        case SideChoice::right:
            return caption + " · " + scene.phrase("patient's right");
        case SideChoice::both:
            return caption + " · " + scene.phrase("both sides");
    }
    return caption;
}

}  // namespace

Picture compose(const Scene& scene, const ChartDocument& document, const ComposeSize& size,
                const TextMeasure& measure) {
    Picture picture;
    picture.size = size.pixels;
    picture.body = document.body;
    picture.theme = document.theme;
    picture.scale = size.scale;
    picture.style = document.style;
    if (size.zones) picture.channels = channels_of(scene, document);
    picture.under_skin = under_skin_of(scene, document);
    picture.caption = caption_of(scene, document);

    const float s = size.scale;
    const float bottom = size.legend ? add_legend(scene, document, s, measure, picture) : margin_px * s;
    // A portrait fills its frame; a chart keeps a margin and room for words.
    const float side = size.zones ? margin_px * s : 0;
    const Rect area{side, 0, static_cast<float>(size.pixels.x) - 2 * side,
                    static_cast<float>(size.pixels.y) - (size.zones ? bottom : 0)};
    picture.views = lay_out_views(scene, document, area, size.zones ? header_px * s : 0, size.zones ? footer_px * s : 0,
                                  gap_px * s);
    if (!size.zones)
        for (PictureView& view : picture.views) view.title = view.left_text = view.right_text = "";
    for (PictureView& view : picture.views) {
        const auto fits = [&](const std::string& text) {
            return measure.width(text, text_px * s, FontWeight::semibold) <= view.rect.width - 8 * s;
        };
        if (const auto standard = standard_view_of(view.camera); standard && !fits(view.title)) {
            view.title = scene.phrase(short_title_of(*standard, view.camera.reach_cm < Camera::far_cm));
        }
        view.title = elide(view.title, view.rect.width - 8 * s, text_px * s, FontWeight::semibold, measure);
    }
    if (size.zones) add_markers(scene, document, picture);
    if (document.show_labels) add_labels(scene, document, s, measure, picture);
    return picture;
}

}  // namespace myomap
