#pragma once
// Makes the view under a double-click large, and leads back from there.

#include "chart/view.h"
#include "ui/tool.h"

namespace myomap {

class LargeView {
public:
    // Each single press: the view under it is what a double-click would enlarge.
    void pressed(const Pointer& pointer);
    void enlarge_or_return(Ui& ui);

private:
    Camera camera_;  // of the view under the last single press
    bool on_view_ = false;
    Layout return_to_ = Layout::plate;
};

}  // namespace myomap
