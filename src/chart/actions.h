#pragma once
// Everything a user can do to the chart, as free functions. Keys, menus, panels, the command line and tests call these
// and nothing else. Each returns what it did, in words, for the undo list; "" when it changed nothing.

#include <string>

#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// Selecting frames the chart on the point (Layout::focus) unless one view is large and free.
std::string select_point(Document&, const Scene&, PointRef ref);
// The muscle with all of its trigger points.
std::string select_muscle(Document&, const Scene&, int muscle);
// A named skin region, or a complaint; either takes the place of a selected muscle and is framed likewise.
std::string select_region(Document&, const Scene&, RegionRef region);
std::string select_symptom(Document&, const Scene&, const std::string& id);
std::string clear_selection(Document&);
// Walks the trigger points in atlas order; step is +1 or -1 and wraps.
std::string step_point(Document&, const Scene&, int step);
// Walks the muscles; selects the first point.
std::string step_muscle(Document&, const Scene&, int step);

std::string choose_body(Document&, BodyId);
std::string choose_side(Document&, SideChoice);
std::string choose_theme(Document&, Theme);
std::string choose_layout(Document&, const Scene&, Layout);
std::string toggle_spillover(Document&);
std::string toggle_muscle_area(Document&);
std::string toggle_labels(Document&);
std::string toggle_all_points(Document&);

// How deep the chart looks, as one scale: 0 skin, 1 through the skin, 2 muscles, then one layer less a step, at last
// the bones. See depth_steps in chart/muscle_view.h. A step that is not there is the nearest one.
std::string choose_depth(Document&, const Scene&, int step);
std::string step_depth(Document&, const Scene&, int step);  // +1 deeper, -1 back
// Of the chosen muscle; nothing without one.
std::string choose_around(Document&, Around);
std::string hide_muscle(Document&, const Scene&, int muscle);
// Every muscle back that was hidden or left out.
std::string show_hidden_muscles(Document&);
std::string choose_style(Document&, Style);

// One view, large, on one of the six standard sides, framed as now.
std::string show_standard_view(Document&, const Scene&, StandardView);
// One view, large, starting as `camera` (a double-click on a view of the plate).
std::string show_single(Document&, const Camera&);
// Drags: change only the scratch document, commit at the end.
void turn(Document&, glm::vec2 pixels, float pixels_per_turn);
void pan(Document&, glm::vec2 pixels, float view_height_px);
// factor > 1 goes nearer; `at` is the cursor relative to the view's middle, in view heights (x right, y up).
void zoom(Document&, float factor, glm::vec2 at);
std::string snap_to_nearest_view(Document&);

}  // namespace myomap
