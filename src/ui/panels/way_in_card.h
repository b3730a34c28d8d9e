#pragma once
// What is special on the card of a chosen region or complaint: the muscles that may be behind it, and ways on from
// there.

#include "report/report.h"
#include "ui/panels/card_state.h"
#include "ui/ui.h"

namespace myomap {

// One muscle of the list, as a button that chooses it and has the card lead back; a score is drawn as a bar.
void answer_row(Ui& ui, CardState& card, const ReportAnswer& answer, int rank);

void complaint_links(Ui& ui, const std::vector<ReportItem>& complaints);

// Chooses a region as a click on the skin does: where only the other side is shown, that side is shown instead.
void choose_region(Ui& ui, RegionRef region);

}  // namespace myomap
