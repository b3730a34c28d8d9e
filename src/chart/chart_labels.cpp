#include "chart/chart_labels.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chart/drawing_layers.h"
#include "chart/drawing_marks.h"
#include "chart/drawing_terms.h"
#include "chart/label_room.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/muscle_labels.h"
#include "chart/shown.h"
#include "chart/sight.h"
#include "chart/tags.h"
#include "chart/views.h"
#include "chart/zone_parts.h"

namespace myomap {

namespace {

// What a view shows of a piece of skin: how much, and a pixel well inside of it.
struct Sight {
    float area = 0;  // a measure to compare with, no unit
    glm::vec2 at{};
};

// The pixel with most others round it; of equals the one nearest to their middle. Pixels of a crescent have their
// middle outside of it.
glm::vec2 innermost(const std::vector<glm::vec2>& pixels) {
    glm::vec2 middle{0};
    for (const glm::vec2 p : pixels) middle += p / static_cast<float>(pixels.size());
    float spread = 0;
    for (const glm::vec2 p : pixels) spread += dot(p - middle, p - middle) / static_cast<float>(pixels.size());
    const float reach = 0.5f * spread;  // squared
    glm::vec2 best = pixels.front();
    float most = -1e9f;
    for (const glm::vec2 p : pixels) {
        float around = 0;
        for (const glm::vec2 q : pixels) around += dot(p - q, p - q) < reach ? 1.f : 0.f;
        const float score = around / static_cast<float>(pixels.size()) - 0.2f * dot(p - middle, p - middle) / spread;
        if (score > most) most = score, best = p;
    }
    return best;
}

// `parts_at`: by vertex, how many parts lie there; a spot that is of one alone says best which is meant.
Sight sight_of(const Scene& scene, const Body& body, const PictureView& view,
               const std::vector<std::uint32_t>& vertices, const std::vector<std::uint8_t>& parts_at) {
    constexpr size_t asked = 160;
    constexpr float same_cm = 0.5f;
    const SkinAsset& skin = body.skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    std::vector<glm::vec2> own, shared;
    Sight sight;
    const size_t stride = std::max<size_t>(1, vertices.size() / asked);
    for (size_t i = 0; i < vertices.size(); i += stride) {
        const std::uint32_t vertex = vertices[i];
        const float facing = dot(skin.normals[vertex], viewer);
        if (facing < 0.2f) continue;
        const glm::vec2 pixel = project(view, skin.positions[vertex]);
        const SkinPoint place{.position = skin.positions[vertex], .normal = skin.normals[vertex], .vertex = vertex};
        if (!view.rect.contains(pixel) || !seen(scene, body, view, place)) continue;
        // Of two toes the nearer one is seen there.
        const auto there = skin_at(scene, body, view, pixel);
        if (!there || distance(there->position, place.position) > same_cm) continue;
        (parts_at[vertex] > 1 ? shared : own).push_back(pixel);
        sight.area += facing * static_cast<float>(stride);
    }
    if (own.empty()) own = std::move(shared);
    if (!own.empty()) sight.at = innermost(own);
    return sight;
}

// What labels name: the parts of the chosen points' zones, or the chosen regions.
std::vector<ZonePart> named_parts(const Scene& scene, const Document& document) {
    const View& view = document.view;
    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    std::vector<ZonePart> parts;
    if (!points.empty()) {
        if (!view.show_essential) return parts;
        // What lies on both sides has one name there.
        for (const Side side : shown_sides(scene.atlas, document)) {
            std::vector<PointRef> here = points;
            std::erase_if(here, [&](PointRef ref) { return !is_on(scene.atlas.point(ref).sides, side); });
            for (ZonePart& part : zone_parts(scene, view.body, here, side, view.show_spillover)) {
                const auto known = std::ranges::find(parts, part.name, &ZonePart::name);
                if (known == parts.end())
                    parts.push_back(std::move(part));
                else
                    std::ranges::move(part.pieces, std::back_inserter(known->pieces));
            }
        }
        return parts;
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        const SkinRegion& region = scene.regions->set().regions[static_cast<size_t>(ref.region)];
        const SparseField field = scene.regions->on(scene.body(view.body)).field(ref);
        std::vector<std::uint32_t> piece;
        for (size_t i = 0; i < field.size(); ++i)
            if (field.values[i] >= 128) piece.push_back(field.vertices[i]);
        const std::string name = capitalised(region.in(to_text(scene.atlas.language)).plain);
        auto part = std::ranges::find(parts, name, &ZonePart::name);
        if (part == parts.end()) part = parts.insert(parts.end(), {name, true, {}});
        if (!piece.empty()) part->pieces.push_back(std::move(piece));
    }
    return parts;
}

// A label for each part, in the view that shows most of it; a piece that this view hides has one in a view that shows
// it. A view without any names the part that it shows most of, once more.
void add_part_wishes(const Scene& scene, const Document& document, const Picture& picture,
                     std::vector<std::vector<LabelWish>>& wishes) {
    const Body& body = scene.body(document.view.body);
    const std::vector<ZonePart> parts = named_parts(scene, document);
    std::vector<std::uint8_t> parts_at(body.skin().positions.size(), 0);
    for (const ZonePart& part : parts)
        for (const auto& piece : part.pieces)
            for (const std::uint32_t v : piece) ++parts_at[v];
    struct Shown {
        float area = 0;
        LabelWish label;
    };
    std::vector<Shown> most_shown(picture.views.size());
    for (const ZonePart& part : parts) {
        std::vector<std::vector<Sight>> sights(picture.views.size());  // of each view, of each piece
        std::vector<float> areas(picture.views.size(), 0);
        for (size_t v = 0; v < picture.views.size(); ++v)
            for (const auto& piece : part.pieces) {
                sights[v].push_back(sight_of(scene, body, picture.views[v], piece, parts_at));
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
        for (size_t v = 0; v < sights.size(); ++v)
            if (areas[v] > most_shown[v].area) {
                const Sight& best = *std::ranges::max_element(sights[v], {}, &Sight::area);
                most_shown[v] = {areas[v], {part.name, "", {best.at}, !part.is_name}};
            }
    }
    for (size_t v = 0; v < wishes.size(); ++v)
        if (wishes[v].empty() && most_shown[v].area > 0) wishes[v].push_back(std::move(most_shown[v].label));
}

// The number of each pain area, and the letter of each kept pattern, in every view that shows more than a sliver of it.
std::vector<std::vector<LabelWish>> tag_wishes(const Scene& scene, const Document& document, const Picture& picture) {
    constexpr float least = 0.15f;  // of what the best view shows
    std::vector<std::vector<LabelWish>> wishes(picture.views.size());
    const Body& body = scene.body(document.view.body);
    std::vector<std::pair<std::string, const PaintLayer*>> tagged;
    for (size_t area = 0; area < document.drawing.areas.size(); ++area)
        tagged.emplace_back(numbered('P', area), find_layer(picture, numbered('P', area)));
    for (const KeptPattern& kept : document.drawing.kept)
        tagged.emplace_back(std::string(1, kept.letter), find_layer(picture, kept_layer_id(kept.letter)));
    // Where one lies alone it is plain which is meant.
    std::vector<std::uint8_t> tagged_at(body.skin().positions.size(), 0);
    for (const auto& [name, layer] : tagged)
        for (size_t i = 0; layer && i < layer->field.size(); ++i)
            if (layer->field.values[i] >= 128) ++tagged_at[layer->field.vertices[i]];
    for (const auto& [name, layer] : tagged) {
        if (!layer) continue;
        std::vector<std::uint32_t> inside;
        for (size_t i = 0; i < layer->field.size(); ++i)
            if (layer->field.values[i] >= 128) inside.push_back(layer->field.vertices[i]);
        std::vector<Sight> sights;
        for (const PictureView& view : picture.views) sights.push_back(sight_of(scene, body, view, inside, tagged_at));
        const float most = std::ranges::max(sights, {}, &Sight::area).area;
        for (size_t v = 0; v < sights.size(); ++v)
            if (most > 0 && sights[v].area >= least * most)
                wishes[v].push_back({name, "", {sights[v].at}, false, true});
    }
    return wishes;
}

}  // namespace

void add_labels(const Scene& scene, const Document& document, const TextMeasure& measure, Picture& picture) {
    const float scale = picture.scale;
    std::vector<std::vector<LabelWish>> wishes(picture.views.size());

    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    for (const PointRef ref : points) {
        const std::string name = scene.phrase("Trigger point {}", scene.atlas.point(ref).label);
        for (const Side side : shown_sides(scene.atlas, document, ref)) {
            // One label a point, in the first view that shows it: the framing put the best view first.
            const auto mark = std::ranges::find_if(picture.marks, [&, item = scene.atlas.full_id(ref)](const Mark& m) {
                return m.item == item && m.side == side && m.emphasis == Emphasis::strong;
            });
            if (mark == picture.marks.end()) continue;
            std::vector<LabelWish>& here = wishes[static_cast<size_t>(mark->view)];
            const std::string detail = mark->hidden ? scene.phrase("hidden here") : "";
            const auto other_side = std::ranges::find_if(
                here, [&](const LabelWish& wish) { return wish.text == name && wish.detail == detail; });
            if (other_side != here.end())
                other_side->spots.push_back(mark->at);
            else
                here.push_back({name, detail, {mark->at}});
        }
    }
    add_drawing_wishes(scene, document, picture, wishes);
    // The zones and regions in words where they are shown large; in a plate they would crowd.
    if (document.view.layout == Layout::focus || document.view.layout == Layout::single)
        add_part_wishes(scene, document, picture, wishes);

    // Muscles by name where they are looked at, after what was chosen; in a plate there is no room.
    if (document.view.layers == LayerMode::muscles && document.view.layout != Layout::plate) {
        for (size_t v = 0; v < picture.views.size(); ++v)
            std::ranges::move(
                muscle_label_wishes(scene, document, picture, picture.views[v], 16 * scale,
                                    picture.layers.empty() ? 24 : 12 - std::min<size_t>(8, wishes[v].size())),
                std::back_inserter(wishes[v]));
    }

    const std::vector<std::vector<LabelWish>> tags = tag_wishes(scene, document, picture);
    for (size_t v = 0; v < wishes.size(); ++v) {
        if (wishes[v].empty() && tags[v].empty()) continue;
        const Rect rect = with_gutters(picture.views[v]);
        const Rect area{rect.x + 4 * scale, rect.y + view_header_px * scale, rect.width - 8 * scale,
                        rect.height - (view_header_px + view_footer_px) * scale};
        const int view = static_cast<int>(v);
        const LabelRoom room = label_room(scene, document, picture, view, area);
        std::vector<Label> labels = place_labels(view, wishes[v], room, scale, measure);
        std::ranges::move(place_tags(view, tags[v], room, labels, scale, measure), std::back_inserter(labels));
        std::ranges::move(labels, std::back_inserter(picture.labels));
    }
}

}  // namespace myomap
