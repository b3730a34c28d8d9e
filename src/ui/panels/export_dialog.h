#pragma once
// Asks where and how to write the chart, and has it written.

#include <string>

#include "export/exporter.h"

namespace myomap {

struct Ui;

struct ExportForm {
    std::string path;  // "" until the dialog opens; one of the table's suffixes chooses its exporter
    const Exporter* exporter = exporters().front();
    ChartExport request{.size = {1600, 1200}, .landscape = true};  // but for document and path
    std::string done;                                              // "Saved ..."
    std::string error;
};

// Opens the dialog with a name made from what is selected.
void open_export_dialog(Ui& ui);
void draw_export_dialog(Ui& ui);

}  // namespace myomap
