#pragma once
// How large the window's text and controls are.

#include <array>

#include "ui/ui.h"

namespace myomap {

inline constexpr std::array scale_steps{0.85f, 1.f, 1.15f, 1.25f, 1.5f, 1.75f, 2.f, 2.5f, 3.f};

// Below this width (design pixels) only one side panel fits beside the chart.
inline constexpr float narrow_window = 1040;

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
