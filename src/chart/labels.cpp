#include "chart/labels.h"

#include <algorithm>
#include <limits>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

Rect grown(const Rect& r, float by) { return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by}; }

glm::vec2 nearest_on_edge(const Rect& box, glm::vec2 spot) {
    const float x = spot.x < box.x ? box.x : spot.x > box.x + box.width ? box.x + box.width
                                                                         : std::clamp(spot.x, box.x, box.x + box.width);
    return {x, std::clamp(spot.y, box.y + 0.3f * box.height, box.y + 0.7f * box.height)};
}

float cross(glm::vec2 a, glm::vec2 b) { return a.x * b.y - a.y * b.x; }

bool lines_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    return cross(b - a, c - a) * cross(b - a, d - a) < 0 && cross(d - c, a - c) * cross(d - c, b - c) < 0;
}

bool line_meets(const Rect& r, glm::vec2 a, glm::vec2 b) {
    if (r.contains(a) || r.contains(b)) return true;
    const glm::vec2 p{r.x, r.y}, q{r.x + r.width, r.y}, s{r.x + r.width, r.y + r.height}, t{r.x, r.y + r.height};
    return lines_cross(a, b, p, q) || lines_cross(a, b, q, s) || lines_cross(a, b, s, t) || lines_cross(a, b, t, p);
}

}  // namespace

std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure) {
    if (measure.width(utf8, size_px, weight) <= width) return std::string(utf8);
    std::string text(utf8);
    while (!text.empty()) {
        // Whole characters, not bytes; then no blank before the ellipsis.
        do {
            const bool continuation = (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
            text.pop_back();
            if (!continuation) break;
        } while (!text.empty());
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
        const std::string shortened = text + "…";
        if (measure.width(shortened, size_px, weight) <= width) return shortened;
    }
    return "…";
}

std::vector<Label> place_labels(int view, const Rect& area, std::span<const LabelWish> wishes,
                                std::span<const Rect> keep_clear, std::span<const glm::vec2> costly,
                                const LabelStyle& style, const TextMeasure& measure) {
    std::vector<Label> placed;
    const float longest = std::min(style.longest_px, 0.45f * area.width);
    for (const LabelWish& wish : wishes) {
        Label label;
        label.view = view;
        label.text = elide(wish.text, longest, style.text_px, FontWeight::semibold, measure);
        label.detail = wish.detail.empty()
                           ? std::string{}
                           : elide(wish.detail, longest, style.detail_px, FontWeight::regular, measure);
        const float width = std::max(measure.width(label.text, style.text_px, FontWeight::semibold),
                                     label.detail.empty()
                                         ? 0.f
                                         : measure.width(label.detail, style.detail_px, FontWeight::regular));
        label.box.width = width + 2 * style.padding_px;
        label.box.height =
            1.25f * style.text_px + (label.detail.empty() ? 0 : 1.3f * style.detail_px) + 1.4f * style.padding_px;
        label.leader_to = wish.spot;

        float best_cost = std::numeric_limits<float>::max();
        Rect best{};
        const float step_y = std::max(3.f, 0.35f * style.text_px);
        const float lowest = area.y + area.height - label.box.height;
        const float free_width = area.width - label.box.width;
        for (int column = 0; column <= 10; ++column) {
            for (float y = area.y; y <= lowest; y += step_y) {
                const Rect box{area.x + free_width * static_cast<float>(column) / 10.f, y, label.box.width,
                               label.box.height};
                const glm::vec2 from = nearest_on_edge(box, wish.spot);
                const float distance = glm::distance(from, wish.spot);
                // A label on its own spot would hide it; one at the far edge loses its thread.
                if (grown(box, 1.2f * style.text_px).contains(wish.spot)) continue;
                const auto touches = [&](const Rect& other) { return grown(other, 3).overlaps(box); };
                if (std::ranges::any_of(keep_clear, touches)) continue;
                if (std::ranges::any_of(placed, [&](const Label& l) {
                        return touches(l.box) || line_meets(grown(box, 2), l.leader_from, l.leader_to) ||
                               line_meets(grown(l.box, 2), from, wish.spot) ||
                               lines_cross(from, wish.spot, l.leader_from, l.leader_to);
                    })) {
                    continue;
                }
                float cost = distance + 0.4f * std::abs(box.y + 0.5f * box.height - wish.spot.y);
                for (const glm::vec2 spot : costly) {
                    if (grown(box, 2).contains(spot)) cost += 60;
                }
                if (cost < best_cost) best_cost = cost, best = box;
            }
        }
        if (best_cost == std::numeric_limits<float>::max()) continue;
        label.box = best;
        label.leader_from = nearest_on_edge(best, wish.spot);
        placed.push_back(std::move(label));
    }
    return placed;
}

}  // namespace myomap
