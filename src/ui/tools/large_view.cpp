#include "ui/tools/large_view.h"

#include <algorithm>

#include "ui/ui.h"

namespace myomap {

void LargeView::pressed(const Pointer& pointer) {
    on_view_ = pointer.hit.view >= 0 && pointer.hit.view < static_cast<int>(pointer.picture.views.size());
    if (on_view_) camera_ = pointer.picture.views[static_cast<size_t>(pointer.hit.view)].camera;
}

void LargeView::enlarge_or_return(Ui& ui) {
    const View& view = ui.document().view;
    if (view.layout == Layout::single) {
        ui.act([&](Document& d) { return choose_layout(d, ui.scene, return_to_); });
    } else if (on_view_) {
        return_to_ = view.layout;
        // A narrow view of the plate shows more floor and sky than a large one needs.
        camera_.height_cm = std::min(camera_.height_cm, 1.12f * ui.scene.body(view.body).height_cm());
        ui.act([&](Document& d) { return show_single(d, camera_); });
    }
}

}  // namespace myomap
