#pragma once
// Chooses what is clicked, says what lies under the pointer, and makes a view large or goes back.

#include <vector>

#include <glm/vec2.hpp>

#include "ui/tool.h"
#include "ui/tools/large_view.h"
#include "ui/tools/under_menu.h"

namespace myomap {

class PickTool : public Tool {
public:
    bool press(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;
    void overlay(Ui& ui, const Picture& picture, Canvas& canvas) override;

private:
    void click(Ui& ui, const Hit& hit, glm::vec2 at);

    UnderMenu under_menu_;
    LargeView large_;
    // The last click that chose a muscle: where the pointer was, and what it had to choose from. The
    // choice may have turned or scaled the body under a pointer that stands still.
    glm::vec2 clicked_pixel_{};
    std::vector<int> clicked_order_;
    bool clicked_step_ = false;    // the last click made a step that a double-click takes back
    bool ignore_release_ = false;  // of a double-click: the rest of it means nothing more
};

}  // namespace myomap
