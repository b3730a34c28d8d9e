#include "chart/drawing_figures.h"

#include <cmath>
#include <numeric>

#include "body/areas.h"

namespace myomap {

namespace {

class Measure {
public:
    Measure(const Scene& scene, BodyId body)
        : skin_(scene.body(body).skin()),
          map_(scene.regions->on(scene.body(body))),
          seen_(seen_vertex_areas(skin_)),
          whole_cm2_(std::accumulate(seen_.begin(), seen_.end(), 0.f)) {}

    AreaFigures of(const PainArea* area, SparseField field) const {
        constexpr float midline_cm = 1e-3f;
        AreaFigures figures{.area = area, .field = std::move(field), .regions = {}};
        const std::vector<float> covered = covered_areas(skin_, figures.field, seen_);
        for (size_t v = 0; v < covered.size(); ++v) {
            if (covered[v] <= 0) continue;
            figures.cm2 += covered[v];
            const float x = skin_.positions[v].x;
            const float left = std::abs(x) < midline_cm ? 0.5f : x > 0 ? 1.f : 0.f;
            figures.left_cm2 += left * covered[v];
            figures.right_cm2 += (1 - left) * covered[v];
        }
        figures.of_body = figures.cm2 / whole_cm2_;
        figures.regions = map_.shares(covered);
        return figures;
    }

private:
    const SkinAsset& skin_;
    const RegionMap& map_;
    std::vector<float> seen_;
    float whole_cm2_;
};

}  // namespace

DrawingFigures figures_of(const Scene& scene, const Drawing& drawing, BodyId body) {
    const Measure measure(scene, body);
    DrawingFigures figures{.body = body, .areas = {}, .together = {}};
    SparseField all;
    for (const PainArea* area : in_order_of_worst(drawing.areas)) {
        figures.areas.push_back(measure.of(area, field_of(*area, scene.body(body), scene.regions)));
        all = unite(all, figures.areas.back().field);
    }
    figures.together = measure.of(nullptr, std::move(all));
    return figures;
}

AreaFigures figures_of(const Scene& scene, BodyId body, SparseField field) {
    return Measure(scene, body).of(nullptr, std::move(field));
}

}  // namespace myomap
