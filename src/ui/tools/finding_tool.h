#pragma once
// Records a finding at the trigger point, or at the free place, that is clicked.

#include "ui/tool.h"

namespace myomap {

class FindingTool : public Tool {
public:
    bool release(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;
    void taken_up(Ui& ui) override;  // shows the points that can be clicked
    void laid_down(Ui& ui) override;
};

}  // namespace myomap
