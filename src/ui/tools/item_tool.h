#pragma once
// Chooses what is on the chart (a pain area, a finding, a note), moves findings and notes, and makes a view large.

#include "chart/document.h"
#include "ui/tool.h"
#include "ui/tools/large_view.h"

namespace myomap {

class ItemTool : public Tool {
public:
    bool press(Ui& ui, const Pointer& pointer) override;
    bool drag(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;
    bool escape(Ui& ui) override;
    bool holds_views() const override { return moving_; }

private:
    LargeView large_;
    ItemId held_ = 0;  // a finding or note that was pressed
    bool moving_ = false;
    bool ignore_release_ = false;
    Document before_;
};

// The finding or note whose mark, or else the area whose paint, lies under the pointer; 0 for none.
ItemId item_under(const Ui& ui, const Hit& hit);

}  // namespace myomap
