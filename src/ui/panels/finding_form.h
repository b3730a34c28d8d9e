#pragma once
// The form of a finding: what is always asked, what is asked when wanted, and the treatment.

#include "chart/drawing.h"

namespace myomap {

struct Ui;

struct FindingFolds {
    bool more = false, treatment = false;
};

void draw_finding_form(Ui& ui, const Finding& finding, FindingFolds& folds);

}  // namespace myomap
