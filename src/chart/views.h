#pragma once
// The views of a whole picture: the plates, and the views that show a trigger point best.

#include <span>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "chart/shown.h"
#include "chart/standard_views.h"

namespace myomap {

// English; Scene::phrase has them in the language that is shown.
std::string title_of(StandardView view);  // "Anterior", "Patient's left side"
// Whether a limb, or whatever lies before the selection, is left out.
bool looks_past(const Camera& camera);
// Where a column is narrow: "Left side"; past a limb "From the left", which may show the right leg's inner side.
std::string short_title_of(StandardView view, bool past);

// What a view has to show: a box of the body around a target, cm.
struct ViewSubject {
    StandardView view = StandardView::anterior;
    glm::vec3 target{};
    float width_cm = 0, height_cm = 0;

    bool operator==(const ViewSubject&) const = default;
};

// The whole picture's views for the document's layout, laid out in `area`; `header_px` is kept free at the top of each
// view for its title and `footer_px` at its bottom, and beside what is framed `label_column_px` for labels. Where
// `subjects` are given, these instead of the layout's, all at one scale.
std::vector<PictureView> lay_out_views(const Scene& scene, const Document& document, const Rect& area, float header_px,
                                       float footer_px, float gap_px, float label_column_px = 0,
                                       std::vector<ViewSubject> subjects = {});

}  // namespace myomap
