#pragma once
// Right: what is known of the selected muscle, and how sure it is.

#include "ui/panel.h"

namespace myomap {

class CardPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
};

}  // namespace myomap
