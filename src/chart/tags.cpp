#include "chart/tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

constexpr float step_px = 6, most_px = 320;  // how far from the spot is looked, of design
constexpr float over_skin_px = 160;          // a place in the air may be so much farther away
constexpr std::array ways_degrees{0, 20, -20, 40, -40, 60, -60, 90, -90};  // from the level, to either side

Rect box_at(glm::vec2 spot, float distance, float degrees, bool to_left, const Rect& tag) {
    const float turned = degrees * std::numbers::pi_v<float> / 180;
    glm::vec2 way{std::cos(turned), -std::sin(turned)};
    if (to_left) way.x = -way.x;
    const glm::vec2 end = spot + distance * way;
    const bool above_or_below = std::abs(way.x) < 0.1f;
    return Rect{above_or_below ? end.x - 0.5f * tag.width
                : to_left      ? end.x - tag.width
                               : end.x,
                above_or_below ? (way.y < 0 ? end.y - tag.height : end.y) : end.y - 0.5f * tag.height, tag.width,
                tag.height};
}

// Where the leader leaves the box: the middle of the side that looks at the spot.
glm::vec2 nearest_side(const Rect& box, glm::vec2 spot) {
    const glm::vec2 middle{box.x + 0.5f * box.width, box.y + 0.5f * box.height};
    if (spot.x < box.x) return {box.x, middle.y};
    if (spot.x > box.x + box.width) return {box.x + box.width, middle.y};
    return {middle.x, spot.y < box.y ? box.y : box.y + box.height};
}

}  // namespace

std::vector<Label> place_tags(int view, std::span<const LabelWish> wishes, const LabelRoom& room,
                              std::span<const Label> placed, float scale, const TextMeasure& measure) {
    std::vector<Label> tags;
    const Rect& area = room.area();
    for (const LabelWish& wish : wishes) {
        const Label tag = make_label(view, wish, most_px * scale, scale, measure);
        const glm::vec2 spot = wish.spots.front();
        std::optional<Label> best;
        float best_cost = 0;
        for (float distance = 2 * step_px; distance <= most_px; distance += step_px) {
            if (best && distance * scale >= best_cost) break;  // farther is dearer
            for (const int degrees : ways_degrees)
                for (const bool to_left : {false, true}) {
                    Label one = tag;
                    one.box = box_at(spot, distance * scale, static_cast<float>(degrees), to_left, tag.box);
                    const Rect& box = one.box;
                    if (box.x < area.x || box.x + box.width > area.x + area.width || box.y < area.y ||
                        box.y + box.height > area.y + area.height || room.covers(LabelRoom::paint, box) ||
                        room.covers(LabelRoom::face, box))
                        continue;
                    const float cost = distance * scale + 0.1f * static_cast<float>(std::abs(degrees)) * scale +
                                       over_skin_px * scale * room.share(LabelRoom::skin, box);
                    if (best && cost >= best_cost) continue;
                    one.leaders.front().from = nearest_side(box, spot);
                    const auto meets = [&](const Label& other) { return in_conflict(one, other); };
                    if (std::ranges::any_of(placed, meets) || std::ranges::any_of(tags, meets)) continue;
                    best_cost = cost;
                    best = std::move(one);
                }
        }
        if (best) tags.push_back(*std::move(best));
    }
    return tags;
}

}  // namespace myomap
