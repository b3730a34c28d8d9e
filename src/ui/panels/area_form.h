#pragma once
// The forms of a pain area, a note and the visit.

#include "chart/drawing.h"

namespace myomap {

struct Ui;

void draw_area_form(Ui& ui, const PainArea& area);
void draw_note_form(Ui& ui, const Note& note);
void draw_visit_form(Ui& ui);
// Beside the heading of a form: takes the item off the chart.
void draw_delete_button(Ui& ui, ItemId item);

}  // namespace myomap
