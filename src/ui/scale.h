#pragma once
// How large the window's text and controls are.

#include <algorithm>
#include <array>
#include <string>

#include <glm/common.hpp>
#include <glm/vec2.hpp>

#include "ui/ui.h"

namespace myomap {

inline constexpr std::array scale_steps{0.85f, 1.f, 1.15f, 1.25f, 1.5f, 1.75f, 2.f, 2.5f, 3.f};

// Below this width (design pixels) only one side panel fits beside the chart.
inline constexpr float narrow_window = 1040;

// The window is laid out for at least this many design pixels; where it has fewer, the scale is lowered.
inline constexpr glm::vec2 least_design{800, 600};

// What of the wanted scale a window of this size has room for: all of it, or the largest step that fits.
inline float fitting_scale(float wanted, glm::vec2 window) {
    const float room = std::min(window.x / least_design.x, window.y / least_design.y);
    if (wanted <= room) return wanted;
    float fits = std::min(wanted, scale_steps.front());
    for (const float step : scale_steps)
        if (step <= room && step < wanted) fits = step;
    return fits;
}

// A window can't be made smaller than this.
inline glm::ivec2 least_window(float wanted) { return {glm::ceil(least_design * std::min(1.f, wanted))}; }

// "125 %"
inline std::string percent(float scale) { return std::to_string(static_cast<int>(scale * 100 + 0.5f)) + " %"; }

// One step larger (+1) or smaller (-1) than now.
inline void step_scale(Ui& ui, int step) {
    const float now = ui.look.scale;
    float next = now;
    if (step > 0) {
        for (size_t i = scale_steps.size(); i-- > 0;)
            if (scale_steps[i] > now + 0.01f) next = scale_steps[i];
    } else {
        for (const float s : scale_steps)
            if (s < now - 0.01f) next = s;
    }
    ui.state.scale_choice = next;
}

}  // namespace myomap
