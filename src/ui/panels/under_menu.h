#pragma once
// What a right click on the body brings up: the region of the skin, and what lies under it.

#include "body/muscles.h"
#include "ui/ui.h"

namespace myomap {

// Opens the menu for the place in the next draw_under_menu.
void open_under_menu(Ui& ui, const Hit& hit);
void draw_under_menu(Ui& ui);

}  // namespace myomap
