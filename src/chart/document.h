#pragma once
// What is on the chart: a plain value. It is what actions change, histories restore, and exports draw. No UI or GL
// type.

#include "chart/drawing.h"
#include "chart/selection.h"
#include "chart/view.h"

namespace myomap {

struct Document {
    Drawing drawing;                // the visit: what is undone, saved, compared and kept
    SharedList<PainArea> question;  // what the atlas is asked, beside the visit: undone, but not saved
    Selection selection;            // what is chosen
    View view;                      // how it is looked at

    bool operator==(const Document&) const = default;
};

}  // namespace myomap
