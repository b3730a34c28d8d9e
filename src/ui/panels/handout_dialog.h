#pragma once
// Asks where what was told is to be written to take home, and writes it.

#include <filesystem>
#include <functional>
#include <string>

#include "export/handout.h"
#include "ui/panels/folder_list.h"
#include "ui/ui.h"

namespace myomap {

class HandoutDialog {
public:
    // While Overlay::handout is open, each frame. `about`: what was told of; a patient's chart makes a file that its
    // owner alone can read.
    void draw(Ui& ui, const Document& about, const std::function<Handout()>& make);
    // It is not open.
    void rest() { open_ = false; }

private:
    bool open_ = false, in_folders_ = false, asked_ = false;  // asked: whether to replace what is there
    std::string path_, done_, error_;
    Paper paper_ = Paper::a4;
    FolderList folders_;

    void begin(const Ui& ui, const Document& about);
    void take_suffix(const char* suffix);
    void draw_form(Ui& ui, const Document& about, const std::function<Handout()>& make);
    void write(Ui& ui, const Document& about, Handout handout);
};

}  // namespace myomap
