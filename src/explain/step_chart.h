#pragma once
// The chart beside the words of a step, composed for the place that the page has for it.

#include "chart/compose.h"
#include "explain/step_page.h"
#include "explain/telling.h"

namespace myomap {

// What is written on a chart, of design: so large that it comes out like the text.
inline constexpr float step_label_scale = 28.f / 12;

// The step has a picture. `labels`: none while it moves.
Picture compose_step(const Scene& scene, const ToldStep& step, const StepPage& page, Theme theme, bool labels,
                     const TextMeasure& measure);

}  // namespace myomap
