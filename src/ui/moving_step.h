#pragma once
// The chart of a step of the talk while it moves from the one before; what is written beside it stands still.

#include <memory>
#include <optional>

#include "explain/step_motion.h"
#include "explain/step_page.h"
#include "ui/image_texture.h"
#include "ui/ui.h"

namespace myomap {

class MovingStep {
public:
    MovingStep() = default;
    MovingStep(const MovingStep&) = delete;
    MovingStep& operator=(const MovingStep&) = delete;

    struct Step {
        const ToldStep& told;
        StepPlace place;
        Rect area;  // whole pixels of the window
        float scale = 1;
    };
    // From the chart of one step to that of another, both with a picture; from where it is, if it moves already.
    void begin(Ui& ui, const ToldStep& from, const Step& to);
    void stop() { motion_.reset(); }

    // False: it has arrived, or nothing moves.
    bool draw(Ui& ui, const Rect& area);

private:
    std::optional<StepMotion> motion_;
    Picture now_;  // what was drawn last
    Rect box_;     // of the chart, in the area
    ImageTexture words_;
    float seconds_ = 1;
    std::optional<unsigned> began_ms_;  // the clock starts with the first frame that is seen

    float share(const Ui& ui) const;
};

}  // namespace myomap
