#pragma once
// Right: what is known of the selected muscle, region or complaint, and how sure it is.

#include "ui/panel.h"
#include "ui/panels/card_state.h"

namespace myomap {

class CardPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
    CardState& state() { return state_; }

private:
    CardState state_;
};

}  // namespace myomap
