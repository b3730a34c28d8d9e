#pragma once
// How large the pain areas of a drawing are, and where, on one figure. The two figures differ in size and shape, so a
// figure says which one it was measured on.

#include <vector>

#include "chart/area_fields.h"
#include "chart/scene.h"

namespace myomap {

struct AreaFigures {
    const PainArea* area = nullptr;  // of the drawing; null for all of them together
    SparseField field;
    float cm2 = 0;                          // of skin inside the border
    float of_body = 0;                      // 0..1, of the skin that can be seen
    float left_cm2 = 0, right_cm2 = 0;      // of the body's own sides; the midline goes half to each
    std::vector<RegionMap::Share> regions;  // the largest part first
};

struct DrawingFigures {
    BodyId body = BodyId::adult_male;
    std::vector<AreaFigures> areas;  // P1 first
    AreaFigures together;            // what several cover counts once
};

// `drawing` must outlive the answer. The scene must have regions.
DrawingFigures figures_of(const Scene& scene, const Drawing& drawing, BodyId body);
// The same of any part of the skin; its `area` is null.
AreaFigures figures_of(const Scene& scene, BodyId body, SparseField field);

}  // namespace myomap
