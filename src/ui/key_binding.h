#pragma once
// One row of a table of keys. The same row serves the key itself, the F1 page and the tooltips.

#include <string_view>

namespace myomap {

struct Ui;

struct KeyBinding {
    std::string_view group;  // "Views"
    std::string_view keys;   // "Ctrl+Shift+Z, Ctrl+Y": every one of them works
    std::string_view what;   // "Redo"
    bool while_typing;       // also when a text field has the keyboard
    void (*action)(Ui&);
};

}  // namespace myomap
