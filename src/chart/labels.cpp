#include "chart/labels.h"

#include <algorithm>
#include <array>
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

// What each label costs at each height of a column, which stands at one of several edges on either side. Worked out
// when first asked for, as all ways to give the labels to the columns ask for the same.
class Costs {
public:
    Costs(const std::vector<Label>& labels, const LabelRoom& room, float step, float scale)
        : labels_(labels), room_(room), step_(step), scale_(scale) {
        places_ = std::max(0, static_cast<int>(room.area().height / step) + 1);  // none in an area without height
        const float travel = most_travel * room.area().width;
        edges_ = std::clamp(static_cast<int>(travel / (3 * step)), 1, most_edges);
        // The inner edge of a gutter is one of the places.
        for (const bool on_left : {true, false}) {
            float& px = edge_px_[on_left];
            px = travel / static_cast<float>(edges_);
            if (const float gutter = room.gutter(on_left); gutter > 0)
                px = gutter / std::max(1.f, std::round(gutter / px));
        }
        known_.resize(labels.size() * 2 * static_cast<size_t>(edges_));
    }

    int places() const { return places_; }
    int edges() const { return edges_; }
    // How many heights a label takes, with the gap below it.
    int tall(int label) const {
        return static_cast<int>(std::ceil((labels_[static_cast<size_t>(label)].box.height + gap_px) / step_));
    }

    Label put(int index, bool on_left, int edge, int place) const {
        const Rect& area = room_.area();
        const float in = static_cast<float>(edge) * edge_px_[on_left];
        const float x = on_left ? area.x + in : area.x + area.width - in;
        Label label = labels_[static_cast<size_t>(index)];
        label.box.x = on_left ? x - label.box.width : x;
        label.box.y = area.y + static_cast<float>(place) * step_;
        label.flush_right = on_left;
        for (Leader& leader : label.leaders) leader.from = {x, label.box.y + 0.5f * label.box.height};
        return label;
    }

    const std::vector<float>& of(int index, bool on_left, int edge) {
        auto& costs = known_[(static_cast<size_t>(index) * 2 + (on_left ? 0 : 1)) * static_cast<size_t>(edges_) +
                             static_cast<size_t>(edge)];
        if (costs.empty())
            for (int place = 0; place < places_; ++place) costs.push_back(cost(put(index, on_left, edge, place)));
        return costs;
    }

private:
    static constexpr float most_travel = 0.75f;  // of the width, from the outer edge inwards
    static constexpr float gap_px = 2;
    static constexpr int most_edges = 18;
    static constexpr float own_mark_px = 20;  // from its end a leader lies on the mark that it means

    const std::vector<Label>& labels_;
    const LabelRoom& room_;
    float step_, scale_;
    std::array<float, 2> edge_px_{};  // on the right, on the left
    int places_, edges_;
    std::vector<std::vector<float>> known_;

    float cost(const Label& label) const {
        constexpr float over_skin_px = 1100;  // a label in the margin may be so much farther away
        const Rect &area = room_.area(), &box = label.box;
        if (box.x < area.x || box.x + box.width > area.x + area.width || box.y + box.height > area.y + area.height)
            return never;
        if (room_.covers(LabelRoom::paint, box) || room_.covers(LabelRoom::face, box)) return never;
        float cost = over_skin_px * scale_ * room_.share(LabelRoom::skin, box);
        for (const Leader& leader : label.leaders) {
            const glm::vec2 way = leader.to - leader.from;
            if (label.flush_right ? way.x < 2 : way.x > -2) return never;
            cost += glm::length(way) + 0.6f * std::abs(way.y) + over_paint(leader);
        }
        return cost;
    }

    // A leader should not run over paint that it does not mean, and least of all over the mark of another point. What
    // it runs over first, from its end, is what it means.
    float over_paint(const Leader& leader) const {
        constexpr float price = 1.2f, over_mark_px = 150;
        const float length = glm::length(leader.to - leader.from), stride = 2.5f * step_;
        float cost = 0;
        bool own = true;
        for (float from_end = stride; from_end < length - stride; from_end += stride) {
            const glm::vec2 p = leader.to + from_end / length * (leader.from - leader.to);
            const bool painted = room_.covers(LabelRoom::paint, {p.x, p.y, 0.5f, 0.5f});
            own = own && painted;
            if (painted && !own) cost += price * stride;
            if (room_.covers(LabelRoom::mark, {p.x, p.y, 0.5f, 0.5f}) && from_end > own_mark_px * scale_)
                cost += over_mark_px * scale_;
        }
        return cost;
    }
};

// One column of labels: each gets the height where all together cost least.
class Column {
public:
    Column(Costs& costs, bool on_left, int edge) : costs_(costs), on_left_(on_left), edge_(edge) {}

    // `order`: labels, from top to bottom. nullopt where they do not fit. `cost` is added to.
    std::optional<std::vector<Label>> place(std::vector<int> order, float& cost) {
        if (costs_.places() == 0) return std::nullopt;
        // Two leaders that cross part when their labels change places, and each change makes the leaders shorter.
        const int most_changes = 3 * static_cast<int>(order.size()) + 1;
        for (int change = 0; change < most_changes; ++change) {
            float sum = 0;
            std::vector<Label> labels;
            if (!slide(order, labels, sum)) return std::nullopt;
            bool conflict = false;
            for (size_t i = 0; i + 1 < labels.size() && !conflict; ++i)
                for (size_t j = i + 1; j < labels.size() && !conflict; ++j)
                    if (in_conflict(labels[i], labels[j])) {
                        conflict = true;
                        std::swap(order[i], order[j]);
                    }
            if (conflict) continue;
            cost += sum;
            return labels;
        }
        return std::nullopt;
    }

private:
    Costs& costs_;
    bool on_left_;
    int edge_;

    // The heights that cost least together, in the order of the list.
    bool slide(const std::vector<int>& order, std::vector<Label>& labels, float& sum) const {
        const int places = costs_.places();
        // best[i][p]: the least for the labels up to i, i standing at p or above.
        std::vector<std::vector<float>> best(order.size());
        std::vector<std::vector<int>> chosen(order.size());
        for (size_t i = 0; i < order.size(); ++i) {
            best[i].assign(static_cast<size_t>(places), never);
            chosen[i].assign(static_cast<size_t>(places), -1);
            const std::vector<float>& own = costs_.of(order[i], on_left_, edge_);
            const int above = i == 0 ? 0 : costs_.tall(order[i - 1]);
            for (int p = 0; p < places; ++p) {
                const auto at = static_cast<size_t>(p);
                if (p > 0) best[i][at] = best[i][at - 1], chosen[i][at] = chosen[i][at - 1];
                if (own[at] == never || p < above) continue;
                const float before = i == 0 ? 0 : best[i - 1][static_cast<size_t>(p - above)];
                if (before + own[at] < best[i][at]) best[i][at] = before + own[at], chosen[i][at] = p;
            }
        }
        int place = places - 1;
        if (best.back()[static_cast<size_t>(place)] == never) return false;
        sum = best.back()[static_cast<size_t>(place)];
        labels.resize(order.size());
        for (size_t i = order.size(); i-- > 0;) {
            const int p = chosen[i][static_cast<size_t>(place)];
            labels[i] = costs_.put(order[i], on_left_, edge_, p);
            if (i > 0) place = p - costs_.tall(order[i - 1]);
        }
        return true;
    }
};

struct Sides {
    std::vector<Label> labels;
    float cost = never;
};

glm::vec2 middle_of(const Label& label) {
    glm::vec2 sum{0};
    for (const Leader& leader : label.leaders) sum += leader.to;
    return sum / static_cast<float>(label.leaders.size());
}

// One column, at the edge that costs least; of nothing, which costs nothing.
Sides best_column(const std::vector<Label>& labels, std::vector<int> order, Costs& costs, bool on_left) {
    Sides best;
    if (order.empty()) return {{}, 0};
    std::ranges::stable_sort(order, {}, [&](int i) { return middle_of(labels[static_cast<size_t>(i)]).y; });
    for (int edge = 0; edge < costs.edges(); ++edge) {
        float cost = 0;
        auto placed = Column(costs, on_left, edge).place(order, cost);
        if (placed && cost < best.cost) best = {std::move(*placed), cost};
    }
    return best;
}

bool on_skin(const LabelRoom& room, const std::vector<Label>& labels) {
    return std::ranges::any_of(labels, [&](const Label& label) { return room.covers(LabelRoom::skin, label.box); });
}

// Every way to give the labels, from left to right, to the two columns; where one would stand on the body, also with
// any one of them on the other side.
Sides best_sides(const std::vector<Label>& labels, const LabelRoom& room, float step, float scale) {
    Costs costs(labels, room, step, scale);
    std::vector<int> across(labels.size());
    std::iota(across.begin(), across.end(), 0);
    std::ranges::stable_sort(across, {}, [&](int i) { return middle_of(labels[static_cast<size_t>(i)]).x; });
    Sides best;
    const auto give = [&](size_t split, std::optional<size_t> other_side) {
        std::vector<int> to_left, to_right;
        for (size_t i = 0; i < across.size(); ++i)
            ((i < split) != (i == other_side) ? to_left : to_right).push_back(across[i]);
        Sides left = best_column(labels, std::move(to_left), costs, true);
        if (left.cost >= best.cost) return;
        Sides right = best_column(labels, std::move(to_right), costs, false);
        if (left.cost + right.cost >= best.cost) return;
        const bool conflict = std::ranges::any_of(left.labels, [&](const Label& l) {
            return std::ranges::any_of(right.labels, [&](const Label& r) { return in_conflict(l, r); });
        });
        if (conflict) return;
        best = {std::move(left.labels), left.cost + right.cost};
        std::ranges::move(right.labels, std::back_inserter(best.labels));
    };
    for (size_t split = 0; split <= across.size(); ++split) give(split, {});
    constexpr size_t most_tried = 12;  // of labels
    if (across.size() > most_tried || (best.cost < never && !on_skin(room, best.labels))) return best;
    for (size_t split = 0; split <= across.size(); ++split)
        for (size_t i = 0; i < across.size(); ++i) give(split, i);
    return best;
}

}  // namespace

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

Label make_label(int view, const LabelWish& wish, float column_px, float scale, const TextMeasure& measure) {
    const float text_px = label_text_px * scale, padding_px = label_padding_px * scale;
    Label label;
    label.view = view;
    label.lines = in_two_lines(wish.text, column_px, text_px, FontWeight::semibold, measure);
    if (wish.may_be_cut)
        for (std::string& line : label.lines) {
            const std::string fitted = elide(line, 1.3f * column_px, text_px, FontWeight::semibold, measure);
            label.cut = label.cut || fitted != line;
            line = fitted;
        }
    label.detail = wish.detail;
    label.is_tag = wish.is_tag;
    float width = measure.width(label.detail, text_px, FontWeight::regular);
    for (const std::string& line : label.lines)
        width = std::max(width, measure.width(line, text_px, FontWeight::semibold));
    label.box.width = width + 2 * padding_px;
    label.box.height =
        label_line_height * text_px * static_cast<float>(label.lines.size() + (label.detail.empty() ? 0 : 1)) +
        padding_px;
    for (const glm::vec2 spot : wish.spots) label.leaders.push_back({{}, spot});
    return label;
}

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

std::vector<Label> place_labels(int view, std::span<const LabelWish> wishes, const LabelRoom& room, float scale,
                                const TextMeasure& measure) {
    // Longer text is broken into two lines, in narrow columns shorter text, too, where that is worth it.
    constexpr float wide_px = 140, narrow_px = 96, narrowest_px = 70, line_price = 40;
    const float step = std::max(3.f, 0.4f * label_text_px * scale);
    constexpr size_t most = 24;
    for (size_t count = std::min(most, wishes.size()); count > 0; count -= 1 + count / 8) {
        Sides best;
        size_t lines_before = 0;
        for (const float column_px : {wide_px * scale, narrow_px * scale, narrowest_px * scale}) {
            std::vector<Label> labels;
            size_t lines = 0;
            for (const LabelWish& wish : wishes.first(count)) {
                labels.push_back(make_label(view, wish, column_px, scale, measure));
                lines += labels.back().lines.size();
            }
            if (lines == lines_before) continue;
            lines_before = lines;
            Sides sides = best_sides(labels, room, step, scale);
            sides.cost += line_price * scale * static_cast<float>(lines);
            if (sides.cost < best.cost) best = std::move(sides);
        }
        if (best.cost < never) return std::move(best.labels);
    }
    return {};
}

}  // namespace myomap
