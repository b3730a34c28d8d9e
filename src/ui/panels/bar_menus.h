#pragma once
// The menus of the bar above. Each is drawn every frame and shows while it is open; `button` is what it hangs from.

#include "ui/ui.h"

namespace myomap {

void show_menu(Ui& ui, const Rect& button);       // "show": what is drawn
void scale_menu(Ui& ui, const Rect& button);      // "scale": the size of text and controls
void languages_menu(Ui& ui, const Rect& button);  // "languages"
void modes_menu(Ui& ui, const Rect& button);      // "modes"

// "more": what the bar has no room for.
struct Folded {
    bool languages = false;
    bool bodies = false;
};
void more_menu(Ui& ui, const Rect& button, Folded folded);

// "Ctrl+2", "" beyond the last key.
std::string_view mode_key(std::size_t index);

}  // namespace myomap
