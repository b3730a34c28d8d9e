#include "chart/compare_picture.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include <glm/gtc/quaternion.hpp>

#include "base/word.h"
#include "body/areas.h"
#include "chart/layers.h"
#include "chart/legend.h"

namespace myomap {

namespace {

// Wider lines than any quality has, and straight across: what is slanted curls on a head, and would be burning in grey.
Paint new_paint() {
    constexpr Color ink{0xa34a00ff};
    return {.fill = with_alpha(ink, 0x4d),
            .pattern = Pattern::wide_lines,
            .ink = ink,
            .border = Border::line,
            .edge = ink,
            .film_fill = 0.6f,
            .film_edge = 0.9f};
}

Paint stayed_paint() {
    constexpr Color ink{0x2f4b9bff};
    return {.fill = with_alpha(ink, 0xe6), .border = Border::line, .edge = ink, .film_fill = 0.82f, .film_edge = 0.9f};
}

Paint gone_paint() {
    constexpr Color ink{0x45505aff};
    return {.fill = {0xffffffd8},
            .pattern = Pattern::stipple,
            .ink = ink,
            .border = Border::line,
            .edge = ink,
            .border_px = 1.2f,
            .film_fill = 0.7f,
            .film_edge = 0.9f};
}

// What of a field lies apart, the largest first; the last takes what is more than a few.
std::vector<SparseField> islands_of(const Body& body, const SparseField& field) {
    constexpr size_t most = 8;
    constexpr int nowhere = -2, unseen = -1;
    std::vector<int> island(body.skin().positions.size(), nowhere);
    for (const std::uint32_t vertex : field.vertices) island[vertex] = unseen;
    std::vector<size_t> sizes;
    for (const std::uint32_t start : field.vertices) {
        if (island[start] != unseen) continue;
        const int number = static_cast<int>(sizes.size());
        sizes.push_back(0);
        std::vector<std::uint32_t> open{start};
        island[start] = number;
        while (!open.empty()) {
            const std::uint32_t vertex = open.back();
            open.pop_back();
            ++sizes.back();
            for (const std::uint32_t next : body.neighbours(vertex))
                if (island[next] == unseen) island[next] = number, open.push_back(next);
        }
    }
    std::vector<size_t> order(sizes.size()), place(sizes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](size_t number) { return sizes[number]; });
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = std::min(i, most - 1);
    std::vector<SparseField> islands(std::min(most, sizes.size()));
    for (size_t i = 0; i < field.size(); ++i) {
        SparseField& own = islands[place[static_cast<size_t>(island[field.vertices[i]])]];
        own.vertices.push_back(field.vertices[i]);
        own.values.push_back(field.values[i]);
    }
    return islands;
}

struct Painted {
    glm::vec3 position, normal;
    std::uint8_t visible_from;
    float cm2;
};

std::vector<Painted> painted_by(const SkinAsset& skin, const Comparison& comparison) {
    const SparseField all = unite(comparison.before.figures.together.field, comparison.after.figures.together.field);
    const std::vector<float> areas = covered_areas(skin, all, seen_vertex_areas(skin));
    std::vector<Painted> painted;
    for (size_t v = 0; v < areas.size(); ++v)
        if (areas[v] > 0) painted.push_back({skin.positions[v], skin.normals[v], skin.visible_from[v], areas[v]});
    return painted;
}

// How plainly a view shows a place, 0..1.
float shown(const Painted& place, StandardView view) {
    if (!(place.visible_from >> static_cast<int>(view) & 1)) return 0;
    return std::clamp(dot(place.normal, toward_viewer(view)), 0.f, 1.f);
}

// The fewest views of which no other would show much more.
std::vector<StandardView> views_of(const std::vector<Painted>& painted) {
    constexpr std::array candidates{StandardView::anterior, StandardView::posterior, StandardView::left,
                                    StandardView::right};
    constexpr float for_front_and_back = 1.25f;  // where most charts are read
    constexpr float worth_a_view = 0.12f;        // of all that is painted
    constexpr size_t most = 3;
    float all = 0;
    for (const Painted& place : painted) all += place.cm2;
    std::vector<float> best(painted.size(), 0.f);
    std::vector<StandardView> views;
    while (views.size() < most) {
        float most_gain = 0, plain_gain = 0;
        StandardView chosen{};
        for (const StandardView view : candidates) {
            float gain = 0;
            for (size_t i = 0; i < painted.size(); ++i)
                gain += painted[i].cm2 * std::max(0.f, shown(painted[i], view) - best[i]);
            const bool lateral = view == StandardView::left || view == StandardView::right;
            const float weighed = lateral ? gain : for_front_and_back * gain;
            if (weighed > most_gain) most_gain = weighed, plain_gain = gain, chosen = view;
        }
        if (plain_gain <= worth_a_view * all) break;
        views.push_back(chosen);
        for (size_t i = 0; i < painted.size(); ++i) best[i] = std::max(best[i], shown(painted[i], chosen));
    }
    if (views.empty()) return {StandardView::anterior, StandardView::posterior};
    std::ranges::sort(views);
    return views;
}

}  // namespace

std::vector<PaintLayer> difference_layers(const Scene& scene, const Comparison& comparison) {
    std::vector<PaintLayer> layers;
    const auto add = [&](const char* id, const AreaFigures& figures, const Paint& paint, const char* legend) {
        if (figures.cm2 > 0) layers.push_back({id, figures.field, paint, Message(legend)});
    };
    add("gone", comparison.skin.gone, gone_paint(), word("Pain that is gone"));
    add("stayed", comparison.skin.stayed, stayed_paint(), word("Pain that stayed"));
    if (comparison.skin.new_.cm2 <= 0) return layers;
    // Lines run across the skin where most of their layer lies: one for a head and a calf would suit neither.
    size_t number = 0;
    for (SparseField& island : islands_of(scene.body(comparison.body), comparison.skin.new_.field)) {
        const std::string id = ++number == 1 ? "new" : "new " + std::to_string(number);
        layers.push_back({id, std::move(island), new_paint(), Message(word("New pain"))});
    }
    return layers;
}

std::vector<ViewSubject> comparison_views(const Scene& scene, const Comparison& comparison) {
    constexpr float room_cm = 13;         // round what is painted
    constexpr float least_cm = 52;        // shown from top to bottom: less, and nobody knows where he is
    constexpr float nearly_whole = 0.6f;  // of the body's height: then all of it
    constexpr float least_width = 0.72f;  // of the height
    const Body& body = scene.body(comparison.body);
    const float height = body.height_cm();
    const std::vector<Painted> painted = painted_by(body.skin(), comparison);
    float low = 1e9f, high = -1e9f;
    for (const Painted& place : painted) low = std::min(low, place.position.y), high = std::max(high, place.position.y);
    const bool whole = painted.empty() || high - low + 2 * room_cm > nearly_whole * height;
    std::vector<ViewSubject> subjects;
    for (const StandardView view : views_of(painted)) {
        const bool lateral = view == StandardView::left || view == StandardView::right;
        if (whole) {
            subjects.push_back(
                {view, {0, 0.5f * height, lateral ? 3.7f : 0}, height * (lateral ? 0.2f : 0.5f), height * 1.03f});
            continue;
        }
        const float shown_cm = std::max(least_cm, high - low + 2 * room_cm);
        // On the body, not on air above a head or below a foot.
        const float middle =
            std::clamp(0.5f * (low + high), 0.5f * shown_cm - 0.02f * height, 1.02f * height - 0.5f * shown_cm);
        float left = 1e9f, right = -1e9f;
        for (const Painted& place : painted) {
            if (shown(place, view) <= 0) continue;
            const float across = lateral ? place.position.z : place.position.x;
            left = std::min(left, across), right = std::max(right, across);
        }
        const float across = 0.5f * (left + right);
        subjects.push_back({view, lateral ? glm::vec3{0, middle, across} : glm::vec3{across, middle, 0},
                            std::max(least_width * shown_cm, right - left + 2 * room_cm), shown_cm});
    }
    return subjects;
}

std::array<Picture, 3> compose_comparison(const Scene& scene, const Comparison& comparison, const View& view,
                                          const ComposeSize& size, const TextMeasure& measure) {
    std::array<Document, 3> documents;
    for (Document& document : documents) {
        document.view = view;
        document.view.body = comparison.body;
        document.view.show_all_points = false;
        if (!size.subjects.empty()) document.view.layout = Layout::plate;
    }
    documents[0].drawing.areas = comparison.before.drawing.areas;
    documents[1].drawing.areas = comparison.after.drawing.areas;

    // The legends first: the highest of them says how much room the views of all three have.
    std::array<Picture, 3> pictures;
    std::array<float, 3> legend_px{};
    for (size_t i = 0; i < pictures.size(); ++i) {
        const std::vector<PaintLayer> layers =
            i == 2 ? difference_layers(scene, comparison) : paint_layers(scene, documents[i]);
        Picture& legend = pictures[i];
        legend.size = size.pixels;
        legend.scale = size.scale;
        legend.legend = legend_of(scene, documents[i], layers);
        if (size.legend) legend_px[i] = lay_out_legend(legend, measure);
    }
    const float foot_px = std::ranges::max(legend_px);
    for (size_t i = 0; i < pictures.size(); ++i) {
        ComposeSize of_one = size;
        of_one.legend = false;
        of_one.foot_px = std::max(size.foot_px, foot_px);
        std::vector<LegendEntry> legend = std::move(pictures[i].legend);
        pictures[i] = compose(scene, documents[i], of_one, measure);
        if (i == 2) pictures[i].layers = difference_layers(scene, comparison);
        // All begin at one height.
        const float up = foot_px - legend_px[i];
        for (LegendEntry& entry : legend) {
            entry.swatch_rect.y -= up;
            entry.text_at.y -= up;
        }
        pictures[i].legend = std::move(legend);
    }
    return pictures;
}

}  // namespace myomap
