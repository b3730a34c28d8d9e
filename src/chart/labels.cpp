#include "chart/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include <glm/geometric.hpp>

#include "base/text.h"

namespace myomap {

namespace {

constexpr float never = std::numeric_limits<float>::infinity();

float cross(glm::vec2 a, glm::vec2 b) { return a.x * b.y - a.y * b.x; }

bool lines_cross(const Leader& a, const Leader& b) {
    const auto apart = [](const Leader& line, glm::vec2 p, glm::vec2 q) {
        return cross(line.to - line.from, p - line.from) * cross(line.to - line.from, q - line.from) < 0;
    };
    return apart(a, b.from, b.to) && apart(b, a.from, a.to);
}

bool line_meets(const Rect& r, const Leader& line) {
    if (r.contains(line.from) || r.contains(line.to)) return true;
    const glm::vec2 p{r.x, r.y}, q{r.x + r.width, r.y}, s{r.x + r.width, r.y + r.height}, t{r.x, r.y + r.height};
    return lines_cross(line, {p, q}) || lines_cross(line, {q, s}) || lines_cross(line, {s, t}) ||
           lines_cross(line, {t, p});
}

bool in_conflict(const Label& a, const Label& b) {
    const auto grown = [](const Rect& r, float by) {
        return Rect{r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
    };
    if (grown(a.box, 1).overlaps(b.box)) return true;
    for (const Leader& one : a.leaders)
        for (const Leader& other : b.leaders)
            if (lines_cross(one, other)) return true;
    return std::ranges::any_of(a.leaders, [&](const Leader& one) { return line_meets(b.box, one); }) ||
           std::ranges::any_of(b.leaders, [&](const Leader& one) { return line_meets(a.box, one); });
}

// One column of labels: each gets the height where all together cost least.
class Column {
public:
    Column(const LabelRoom& room, bool on_left, float edge, float step)
        : room_(room), on_left_(on_left), edge_(edge), step_(step) {}

    // In the order from top to bottom; nullopt where they do not fit. `cost` is added to.
    std::optional<std::vector<Label>> place(std::vector<Label> labels, float& cost) {
        std::ranges::stable_sort(labels, {}, [](const Label& l) { return middle_of(l).y; });
        // Two leaders that cross part when their labels change places, and each change makes the leaders shorter.
        const int most_changes = 3 * static_cast<int>(labels.size()) + 1;
        for (int change = 0; change < most_changes; ++change) {
            float sum = 0;
            if (!slide(labels, sum)) return std::nullopt;
            bool crossing = false;
            for (size_t i = 0; i + 1 < labels.size() && !crossing; ++i)
                for (size_t j = i + 1; j < labels.size() && !crossing; ++j)
                    if (in_conflict(labels[i], labels[j])) {
                        crossing = true;
                        std::swap(labels[i], labels[j]);
                    }
            if (crossing) continue;
            cost += sum;
            return labels;
        }
        return std::nullopt;
    }

private:
    const LabelRoom& room_;
    bool on_left_;
    float edge_;  // of the column, towards the body: labels stand flush against it
    float step_;

    static glm::vec2 middle_of(const Label& label) {
        glm::vec2 sum{0};
        for (const Leader& leader : label.leaders) sum += leader.to;
        return sum / static_cast<float>(label.leaders.size());
    }

    void put(Label& label, float y) const {
        label.box.x = on_left_ ? edge_ - label.box.width : edge_;
        label.box.y = y;
        label.flush_right = on_left_;
        for (Leader& leader : label.leaders) leader.from = {on_left_ ? edge_ : edge_, y + 0.5f * label.box.height};
    }

    float cost_at(const Label& label) const {
        constexpr float over_skin_px = 260;
        if (room_.covers(LabelRoom::paint, label.box) || room_.covers(LabelRoom::face, label.box)) return never;
        float cost = over_skin_px * room_.share(LabelRoom::skin, label.box);
        for (const Leader& leader : label.leaders) {
            const glm::vec2 way = leader.to - leader.from;
            if (on_left_ ? way.x < 2 : way.x > -2) return never;
            cost += glm::length(way) + 0.6f * std::abs(way.y) + over_paint(leader);
        }
        return cost;
    }

    // A leader should not run over paint that it does not mean.
    float over_paint(const Leader& leader) const {
        constexpr float price = 0.7f;
        const float length = glm::length(leader.to - leader.from), stride = 8;
        float cost = 0;
        for (float at = stride; at < length - 2 * stride; at += stride) {
            const glm::vec2 p = leader.from + at / length * (leader.to - leader.from);
            if (room_.covers(LabelRoom::paint, {p.x, p.y, 0.5f, 0.5f})) cost += price * stride;
        }
        return cost;
    }

    // The heights that cost least together, in the order of the list.
    bool slide(std::vector<Label>& labels, float& sum) const {
        const Rect& area = room_.area();
        const int places = static_cast<int>(area.height / step_) + 1;
        const auto y_of = [&](int place) { return area.y + static_cast<float>(place) * step_; };
        // best[i][p]: the least for the labels up to i, i standing at p or above.
        std::vector<std::vector<float>> best(labels.size());
        std::vector<std::vector<int>> chosen(labels.size());
        for (size_t i = 0; i < labels.size(); ++i) {
            best[i].assign(static_cast<size_t>(places), never);
            chosen[i].assign(static_cast<size_t>(places), -1);
            const int above = i == 0 ? 0 : static_cast<int>(std::ceil((labels[i - 1].box.height + 2) / step_));
            for (int p = 0; p < places; ++p) {
                const auto at = static_cast<size_t>(p);
                if (p > 0) best[i][at] = best[i][at - 1], chosen[i][at] = chosen[i][at - 1];
                if (y_of(p) + labels[i].box.height > area.y + area.height) continue;
                if (i > 0 && p < above) continue;
                const float before = i == 0 ? 0 : best[i - 1][static_cast<size_t>(p - above)];
                if (before == never) continue;
                put(labels[i], y_of(p));
                const float cost = before + cost_at(labels[i]);
                if (cost < best[i][at]) best[i][at] = cost, chosen[i][at] = p;
            }
        }
        if (labels.empty()) return true;
        int place = places - 1;
        if (best.back()[static_cast<size_t>(place)] == never) return false;
        sum = best.back()[static_cast<size_t>(place)];
        for (size_t i = labels.size(); i-- > 0;) {
            const int p = chosen[i][static_cast<size_t>(place)];
            put(labels[i], y_of(p));
            if (i > 0) place = p - static_cast<int>(std::ceil((labels[i - 1].box.height + 2) / step_));
        }
        return true;
    }
};

struct Sides {
    std::vector<Label> labels;
    float cost = never;
};

// One column, flush against the edge that costs least.
Sides best_column(const std::vector<Label>& labels, const LabelRoom& room, bool on_left, float step) {
    Sides best;
    if (labels.empty()) return {{}, 0};
    float widest = 0;
    for (const Label& label : labels) widest = std::max(widest, label.box.width);
    const Rect& area = room.area();
    const float travel = 0.6f * area.width - widest;
    for (float in = 0; in <= std::max(0.f, travel); in += 2 * step) {
        const float edge = on_left ? area.x + widest + in : area.x + area.width - widest - in;
        float cost = 0;
        auto placed = Column(room, on_left, edge, step).place(labels, cost);
        if (placed && cost < best.cost) best = {std::move(*placed), cost};
    }
    return best;
}

// Every way to give the labels, from left to right, to the two columns.
Sides best_sides(std::vector<Label> labels, const LabelRoom& room, float step) {
    std::ranges::stable_sort(labels, {}, [](const Label& l) {
        float sum = 0;
        for (const Leader& leader : l.leaders) sum += leader.to.x;
        return sum / static_cast<float>(l.leaders.size());
    });
    Sides best;
    for (size_t split = 0; split <= labels.size(); ++split) {
        const auto middle = labels.begin() + static_cast<std::ptrdiff_t>(split);
        Sides left = best_column({labels.begin(), middle}, room, true, step);
        if (left.cost >= best.cost) continue;
        Sides right = best_column({middle, labels.end()}, room, false, step);
        if (left.cost + right.cost >= best.cost) continue;
        const bool conflict = std::ranges::any_of(left.labels, [&](const Label& l) {
            return std::ranges::any_of(right.labels, [&](const Label& r) { return in_conflict(l, r); });
        });
        if (conflict) continue;
        best = {std::move(left.labels), left.cost + right.cost};
        std::ranges::move(right.labels, std::back_inserter(best.labels));
    }
    return best;
}

Label make_label(int view, const LabelWish& wish, float column_px, const LabelStyle& style,
                 const TextMeasure& measure) {
    Label label;
    label.view = view;
    label.lines = in_two_lines(wish.text, column_px, style.text_px, FontWeight::semibold, measure);
    if (wish.may_be_cut)
        for (std::string& line : label.lines) {
            const std::string fitted = elide(line, 1.3f * column_px, style.text_px, FontWeight::semibold, measure);
            label.cut = label.cut || fitted != line;
            line = fitted;
        }
    label.detail = wish.detail;
    float width = measure.width(label.detail, style.text_px, FontWeight::regular);
    for (const std::string& line : label.lines)
        width = std::max(width, measure.width(line, style.text_px, FontWeight::semibold));
    label.box.width = width + 2 * style.padding_px;
    label.box.height =
        label_line_height * style.text_px * static_cast<float>(label.lines.size() + (label.detail.empty() ? 0 : 1)) +
        style.padding_px;
    for (const glm::vec2 spot : wish.spots) label.leaders.push_back({{}, spot});
    return label;
}

}  // namespace

std::vector<std::string> in_two_lines(std::string_view utf8, float width, float size_px, FontWeight weight,
                                      const TextMeasure& measure) {
    if (utf8.empty()) return {};
    std::vector<std::string> lines{std::string(utf8)};
    float best = measure.width(utf8, size_px, weight);
    if (best <= width) return lines;
    for (size_t blank = utf8.find(' '); blank != std::string_view::npos; blank = utf8.find(' ', blank + 1)) {
        const std::string_view first = utf8.substr(0, blank), second = utf8.substr(blank + 1);
        const float widest = std::max(measure.width(first, size_px, weight), measure.width(second, size_px, weight));
        if (widest >= best) continue;
        best = widest;
        lines = {std::string(first), std::string(second)};
    }
    return lines;
}

std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure) {
    return elide(utf8, width, [&](std::string_view text) { return measure.width(text, size_px, weight); });
}

std::vector<Label> place_labels(int view, std::span<const LabelWish> wishes, const LabelRoom& room,
                                const LabelStyle& style, const TextMeasure& measure) {
    const float step = std::max(3.f, 0.4f * style.text_px);
    for (size_t count = wishes.size(); count > 0; --count) {
        for (const float column_px : {style.column_px, style.narrowest_px}) {
            std::vector<Label> labels;
            for (const LabelWish& wish : wishes.first(count))
                labels.push_back(make_label(view, wish, column_px, style, measure));
            Sides sides = best_sides(std::move(labels), room, step);
            if (sides.cost < never) return std::move(sides.labels);
        }
    }
    return {};
}

}  // namespace myomap
