#pragma once
// Chooses the chart file to open, or where to save one; lists the charts that were opened last. What it is to do stands
// in UiState::charts.

#include <string>
#include <vector>

#include "ui/panels/folder_list.h"

namespace myomap {

class FileDialog {
public:
    // While it is open, each frame.
    void draw(Ui& ui);
    // It is not open.
    void rest() { open_ = false; }

private:
    bool open_ = false;
    bool to_field_ = false;  // the keyboard goes there
    int to_list_ = 0;        // or to the recent charts, in so many frames: the dialog itself takes it first
    std::string typed_;      // a name in the folder, or a path
    std::string error_;
    FolderList folders_;
    std::vector<bool> there_;  // of the recent charts

    void begin(Ui& ui);
    void take(Ui& ui);
    void draw_folders(Ui& ui, float foot);
    void draw_recent(Ui& ui, float foot);
};

}  // namespace myomap
