#pragma once
// How a user can look at the chart. As in select.h, each returns what it did; drags return nothing and become a step
// when they settle.

#include <glm/vec2.hpp>

#include "base/message.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

Message choose_body(Document&, BodyId);
Message choose_side(Document&, SideChoice);
Message choose_theme(Document&, Theme);
Message choose_layout(Document&, const Scene&, Layout);
Message toggle_spillover(Document&);
Message toggle_muscle_area(Document&);
Message toggle_labels(Document&);
Message toggle_all_points(Document&);

// How deep the chart looks, as one scale: 0 skin, 1 through the skin, 2 muscles, then one layer less a step, at last
// the bones. See depth_steps in chart/muscle_view.h. A step that is not there is the nearest one.
Message choose_depth(Document&, const Scene&, int step);
Message step_depth(Document&, const Scene&, int step);  // +1 deeper, -1 back
// Of the chosen muscle; nothing without one.
Message choose_around(Document&, Around);
Message hide_muscle(Document&, const Scene&, int muscle);
// Every muscle back that was hidden or left out.
Message show_hidden_muscles(Document&);
Message choose_style(Document&, Style);

// One view, large, on one of the six standard sides, framed as now.
Message show_standard_view(Document&, const Scene&, StandardView);
// One view, large, starting as `camera` (a double-click on a view of the plate).
Message show_single(Document&, const Camera&);
// Drags: change only the scratch document, commit at the end.
void turn(Document&, glm::vec2 pixels, float pixels_per_turn);
void pan(Document&, glm::vec2 pixels, float view_height_px);
// factor > 1 goes nearer; `at` is the cursor relative to the view's middle, in view heights (x right, y up).
void zoom(Document&, float factor, glm::vec2 at);
Message snap_to_nearest_view(Document&);

}  // namespace myomap
