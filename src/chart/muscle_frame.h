#pragma once
// Where a picture that is about the muscle itself looks.

#include <optional>

#include "chart/document.h"
#include "chart/scene.h"
#include "chart/views.h"

namespace myomap {

// From the side that shows most of it: all of the muscle with what lies round it, so that one knows where one is.
// `document` shows the point's pattern. Nothing for a muscle without a body.
std::optional<ViewSubject> view_of_muscle(const Scene& scene, const Document& document, PointRef point, Side side);

// The place of the point, from where it is faced, near enough to see fibres.
std::optional<ViewSubject> view_of_spot(const Scene& scene, const Document& document, PointRef point, Side side);

}  // namespace myomap
