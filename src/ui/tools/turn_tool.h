#pragma once
// Turns, moves and zooms one large view.

#include "ui/tool.h"

namespace myomap {

class TurnTool : public Tool {
public:
    bool drag(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool wheel(Ui& ui, const Pointer& pointer) override;
};

}  // namespace myomap
