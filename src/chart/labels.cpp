#include "chart/labels.h"

#include <algorithm>
#include <limits>

#include <glm/geometric.hpp>

#include "base/text.h"

namespace myomap {

namespace {

Rect grown(const Rect& r, float by) { return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by}; }

glm::vec2 nearest_on_edge(const Rect& box, glm::vec2 spot) {
    const float x = spot.x < box.x               ? box.x
                    : spot.x > box.x + box.width ? box.x + box.width
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

Coverage::Coverage(const Rect& area, float cell_px)
    : area_(area),
      cell_(cell_px),
      columns_(static_cast<int>(area.width / cell_px) + 1),
      rows_(static_cast<int>(area.height / cell_px) + 1),
      marked_(static_cast<size_t>(columns_ * rows_)) {}

void Coverage::mark(glm::vec2 pixel) {
    if (!area_.contains(pixel)) return;
    const int column = static_cast<int>((pixel.x - area_.x) / cell_),
              row = static_cast<int>((pixel.y - area_.y) / cell_);
    marked_[static_cast<size_t>(row * columns_ + column)] = true;
}

float Coverage::share(const Rect& box) const {
    int cells = 0, covered = 0;
    for (float y = box.y + 0.5f * cell_; y < box.y + box.height; y += cell_) {
        for (float x = box.x + 0.5f * cell_; x < box.x + box.width; x += cell_) {
            if (!area_.contains({x, y})) continue;
            ++cells;
            const int column = static_cast<int>((x - area_.x) / cell_), row = static_cast<int>((y - area_.y) / cell_);
            covered += marked_[static_cast<size_t>(row * columns_ + column)];
        }
    }
    return cells == 0 ? 0 : static_cast<float>(covered) / static_cast<float>(cells);
}

std::vector<std::string> wrap(std::string_view utf8, float width, int most_lines, float size_px, FontWeight weight,
                              const TextMeasure& measure) {
    std::vector<std::string> lines;
    size_t at = 0;
    while (at < utf8.size()) {
        if (static_cast<int>(lines.size()) == most_lines - 1) {
            lines.push_back(elide(utf8.substr(at), width, size_px, weight, measure));
            break;
        }
        // As many words as fit; a single word that does not is shortened.
        size_t end = utf8.find(' ', at);
        for (size_t next = end; next != std::string_view::npos;) {
            const size_t further = utf8.find(' ', next + 1);
            const std::string_view longer = utf8.substr(at, further == std::string_view::npos ? further : further - at);
            if (measure.width(longer, size_px, weight) > width) break;
            end = next = further;
        }
        const std::string_view line = utf8.substr(at, end == std::string_view::npos ? end : end - at);
        lines.push_back(elide(line, width, size_px, weight, measure));
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    return lines;
}

std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure) {
    return elide(utf8, width, [&](std::string_view text) { return measure.width(text, size_px, weight); });
}

std::vector<Label> place_labels(int view, const Rect& area, std::span<const LabelWish> wishes,
                                std::span<const Rect> keep_clear, std::span<const glm::vec2> costly,
                                const Coverage& body, const LabelStyle& style, const TextMeasure& measure) {
    std::vector<Label> placed;
    const float longest = std::min(style.longest_px, 0.45f * area.width);
    for (const LabelWish& wish : wishes) {
        Label label;
        label.view = view;
        label.lines = wrap(wish.text, longest, style.most_lines, style.text_px, FontWeight::semibold, measure);
        if (label.lines.empty()) continue;
        label.detail = elide(wish.detail, longest, style.detail_px, FontWeight::regular, measure);
        float width = measure.width(label.detail, style.detail_px, FontWeight::regular);
        for (const std::string& line : label.lines) {
            width = std::max(width, measure.width(line, style.text_px, FontWeight::semibold));
        }
        label.box.width = width + 2 * style.padding_px;
        label.box.height = label_line_height * style.text_px * static_cast<float>(label.lines.size()) +
                           (label.detail.empty() ? 0 : label_line_height * style.detail_px) + 1.4f * style.padding_px;
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
                if (std::ranges::any_of(keep_clear, [&](const Rect& r) {
                        return touches(r) || (!r.contains(wish.spot) && line_meets(r, from, wish.spot));
                    })) {
                    continue;
                }
                if (std::ranges::any_of(placed, [&](const Label& l) {
                        return touches(l.box) || line_meets(grown(box, 2), l.leader_from, l.leader_to) ||
                               line_meets(grown(l.box, 2), from, wish.spot) ||
                               lines_cross(from, wish.spot, l.leader_from, l.leader_to);
                    })) {
                    continue;
                }
                float cost = distance + 14 * style.text_px * body.share(box) +
                             0.4f * std::abs(box.y + 0.5f * box.height - wish.spot.y);
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
