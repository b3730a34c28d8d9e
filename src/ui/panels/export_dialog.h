#pragma once
// Asks where and how to write the chart, and has it written.

#include <string>

#include "export/exporter.h"

namespace myomap {

struct Ui;

// Opens the dialog.
void open_export_dialog(Ui& ui);

class ExportDialog {
public:
    // While it is open, each frame. It begins with a name made from what is selected, and with the choices of last
    // time.
    void draw(Ui& ui);
    // It is not open.
    void rest() { open_ = false; }

private:
    bool open_ = false;
    std::string path_;  // one of the table's suffixes chooses its exporter
    const Exporter* exporter_ = exporters().front();
    ChartExport request_{.size = {1600, 1200}, .landscape = true};  // but for document and path
    std::string done_;                                              // "Saved ..."
    std::string error_;

    void begin(const Ui& ui);
    void choose(const Exporter& exporter);
    void write(Ui& ui);
};

}  // namespace myomap
