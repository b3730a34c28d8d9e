#pragma once
// Cameras and where they stand: the six standard views, the plates, and the views that show a trigger point best.

#include <span>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// A unit vector from the body to the viewer.
glm::vec3 toward_viewer(StandardView view);
glm::vec3 toward_viewer(const Camera& camera);

glm::quat orientation_of(StandardView view);
Camera standard_camera(StandardView view, const glm::vec3& target, float height_cm);

// The standard view a camera looks along exactly, if any; and the one nearest to it.
std::optional<StandardView> standard_view_of(const Camera& camera);
StandardView nearest_standard_view(const Camera& camera);

// English; Scene::phrase has them in the language that is shown.
std::string title_of(StandardView view);  // "Anterior", "Patient's left side"
// Where a column is narrow: "Left side"; of a section "From the left", which may show the right leg's inner side.
std::string short_title_of(StandardView view, bool section);

// The whole picture's views for the document's layout, laid out in `area`; `header_px` is kept free at the top of each
// view for its title and `footer_px` at its bottom.
std::vector<PictureView> lay_out_views(const Scene& scene, const Document& document, const Rect& area, float header_px,
                                       float footer_px, float gap_px);

// The selected trigger points: one, all of the muscle's, or none.
std::vector<PointRef> selected_points(const Atlas& atlas, const Document& document);
std::vector<Side> shown_sides(SideChoice side);

// The chosen region, or those of the chosen complaint on the shown sides; each once.
std::vector<RegionRef> shown_regions(const Scene& scene, const Document& document);

}  // namespace myomap
