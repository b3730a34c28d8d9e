#pragma once
// What the pointer does in Study. As in other modes, but what lies under it is never named: that is what is asked.

#include "ui/tools/brush_tool.h"
#include "ui/tools/large_view.h"

namespace myomap {

class StudyBrush : public BrushTool {
public:
    using BrushTool::BrushTool;
    bool hover(Ui& ui, const Pointer& pointer) override;
};

// A click says where a point is, or, on the map of what is known, which muscle is to be studied; a double-click makes a
// view large.
class StudyClick : public Tool {
public:
    bool press(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;

private:
    LargeView large_;
    bool ignore_release_ = false;
};

}  // namespace myomap
