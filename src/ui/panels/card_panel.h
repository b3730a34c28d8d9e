#pragma once
// Right: what is known of the selected muscle, region or complaint, and how sure it is.

#include "ui/panel.h"
#include "ui/panels/card_state.h"

namespace myomap {

class CardPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
    // A complaint or region that was just chosen has warning signs to read.
    bool wants_to_open(const Ui& ui) override;
    float strip_height(const Ui& ui) override;
    void draw_strip(Ui& ui, const Rect& rect) override;
    CardState& state() { return state_; }

private:
    const ReportSection* warning_signs(const Ui& ui);  // null where there are none

    CardState state_;
};

}  // namespace myomap
