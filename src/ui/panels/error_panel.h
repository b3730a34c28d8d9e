#pragma once
// A panel that throws becomes an error panel in its place; the program lives.

#include <functional>
#include <string>

#include "ui/ui.h"

namespace myomap {

// Draws `panel`, or, once it has thrown, what it threw and a button to try again. `name` says which: "Muscle card".
void guarded(Ui& ui, const std::string& name, const Rect& rect, const std::function<void()>& panel);

}  // namespace myomap
