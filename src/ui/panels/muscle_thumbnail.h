#pragma once
// The card's small picture of the chosen muscle in a clear body. Drawn anew only when the choice changed, together with
// the fine picture of the chart, so that choosing never waits for it.

#include "ui/panels/card_state.h"
#include "ui/ui.h"

namespace myomap {

void draw_muscle_thumbnail(Ui& ui, Thumbnail& kept);

}  // namespace myomap
