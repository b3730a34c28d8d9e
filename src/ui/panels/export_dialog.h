#pragma once
// Asks where and how to write the chart.

namespace myomap {

struct Ui;

// Opens the dialog with a name made from what is selected.
void open_export_dialog(Ui& ui);
void draw_export_dialog(Ui& ui);

}  // namespace myomap
