#pragma once
// Right of a chart: the form of what is chosen on it (a pain area, a finding, a note), or of the visit.

#include "ui/panel.h"
#include "ui/panels/finding_form.h"

namespace myomap {

class ItemPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
    bool wants_to_open(const Ui& ui) override;

private:
    ItemId shown_ = 0;
    FindingFolds folds_;
};

}  // namespace myomap
