#include "body/fasciae.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>

#include "body/core_distance.h"

namespace myomap {

namespace {

constexpr float deepest_cm = 2.2f;  // a sheet that lies farther from what is under it spans a hollow there
constexpr float clear_cm = 0.1f;
constexpr float out_cm = 0.9f;  // that it comes out of what it was written into, at most

class Ground {
public:
    Ground(const std::vector<CoreSurface>& cores, const std::vector<int>& shapes, const std::vector<bool>& sheets)
        : distance_(cores), shapes_(shapes), sheets_(sheets) {}

    // To what is nearest, but for the sheets and the part's own shape.
    float gap(size_t part, const glm::vec3& p) const {
        float nearest = deepest_cm;
        for (size_t other = 0; other < shapes_.size(); ++other)
            if (!sheets_[other] && shapes_[other] != shapes_[part] && distance_.may_be_near(other, p, nearest))
                nearest = std::min(nearest, distance_.nearest(other, p).gap);
        return nearest;
    }

    // How far inwards the sheet lies on the ground; below 0: outwards. Nothing where there is none.
    std::optional<float> way(size_t part, const glm::vec3& from, const glm::vec3& outwards, float half) const {
        float way = 0;
        if (gap(part, from) < half) {
            constexpr float step = 0.1f;
            while (way > -out_cm && gap(part, from - way * outwards) < half) way -= step;
            return way;
        }
        constexpr int steps = 12;
        for (int i = 0; i < steps && way < deepest_cm; ++i) {
            const float more = gap(part, from - way * outwards) - half;
            if (more < 0.03f) return way;
            way += more;
        }
        return std::nullopt;
    }

private:
    CoreDistance distance_;
    const std::vector<int>& shapes_;
    const std::vector<bool>& sheets_;
};

// A number for each place of the sheet's core.
using Ways = std::vector<float>;

template <class Visit>
void around(const CoreSurface& core, int row, int column, const Visit& visit) {
    for (const auto& [r, c] : {std::pair{row - 1, column}, {row + 1, column}, {row, column - 1}, {row, column + 1}})
        if (r >= 0 && r < core.rows && c >= 0 && c < core.columns) visit(core.index(r, c));
}

// Places without ground take their neighbours' values.
Ways filled(const CoreSurface& core, std::vector<std::optional<float>> known) {
    constexpr int passes = 30;
    for (int pass = 0; pass < passes; ++pass) {
        const auto before = known;
        for (int r = 0; r < core.rows; ++r)
            for (int c = 0; c < core.columns; ++c) {
                if (before[core.index(r, c)]) continue;
                float sum = 0;
                int count = 0;
                around(core, r, c, [&](size_t i) {
                    sum += before[i].value_or(0.f);
                    count += before[i].has_value();
                });
                if (count > 0) known[core.index(r, c)] = sum / static_cast<float>(count);
            }
    }
    Ways ways;
    for (const auto& way : known) ways.push_back(way.value_or(0.f));
    return ways;
}

void smooth(const CoreSurface& core, Ways& ways, int passes) {
    for (int pass = 0; pass < passes; ++pass) {
        const Ways before = ways;
        for (int r = 0; r < core.rows; ++r)
            for (int c = 0; c < core.columns; ++c) {
                float sum = 0;
                int count = 0;
                around(core, r, c, [&](size_t i) {
                    sum += before[i];
                    ++count;
                });
                float& value = ways[core.index(r, c)];
                value = 0.5f * value + 0.5f * sum / static_cast<float>(std::max(1, count));
            }
    }
}

}  // namespace

void lay_fasciae(const Body& body, std::vector<CoreSurface>& cores, const std::vector<int>& shapes,
                 const std::vector<bool>& sheets, float margin_cm) {
    const std::vector<CoreSurface> before = cores;
    const Ground ground(before, shapes, sheets);
    for (size_t part = 0; part < cores.size(); ++part) {
        if (!sheets[part]) continue;
        CoreSurface& core = cores[part];
        std::vector<std::optional<float>> ways;
        std::vector<glm::vec3> outwards;
        std::vector<float> depths;
        for (size_t i = 0; i < core.positions.size(); ++i) {
            const SkinPoint skin = body.query().closest(core.positions[i]);
            depths.push_back(depth_under_skin(body, core.positions[i]));
            outwards.push_back(skin.normal);
            ways.push_back(ground.way(part, core.positions[i], skin.normal, core.half_thickness[i]));
        }
        Ways down = filled(core, std::move(ways));
        smooth(core, down, 4);
        // What still stands out of the smooth sheet lifts it, and a little more than there.
        Ways up(down.size());
        for (size_t i = 0; i < up.size(); ++i) {
            const glm::vec3 at = core.positions[i] - down[i] * outwards[i];
            const float clear = core.half_thickness[i] + clear_cm;
            while (up[i] < out_cm && ground.gap(part, at + up[i] * outwards[i]) < clear) up[i] += 0.05f;
        }
        Ways spread = up;
        smooth(core, spread, 2);
        for (size_t i = 0; i < core.positions.size(); ++i) {
            const float most_out = std::max(0.f, depths[i] - margin_cm - core.half_thickness[i]);
            core.positions[i] -= std::max(down[i] - std::max(up[i], spread[i]), -most_out) * outwards[i];
        }
    }
}

}  // namespace myomap
