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

// The next step above (+1) or below (-1) the scale that is now; what the display asks for is a step too, so that one
// back leads where one was. The same scale where there is none.
inline float next_scale(float now, float of_display, int step) {
    float next = now;
    const auto look_at = [&](float each) {
        const bool beyond = step > 0 ? each > now + 0.01f : each < now - 0.01f;
        const bool nearer = next == now || (step > 0 ? each < next : each > next);
        if (beyond && nearer) next = each;
    };
    for (const float each : scale_steps) look_at(each);
    if (of_display > 0) look_at(of_display);
    return next;
}

inline void step_scale(Ui& ui, int step) {
    ui.state.scale_choice = next_scale(ui.look.scale, ui.state.display_scale, step);
}

}  // namespace myomap
