#pragma once
// The keyboard, once: one table serves the keys themselves, the F1 page and the tooltips.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/key_binding.h"
#include "ui/ui.h"

namespace myomap {

struct KeyPress {
    int key = 0;  // SDL_Keycode
    bool ctrl = false, shift = false, alt = false;

    bool operator==(const KeyPress&) const = default;
};

// Those of the mode that is on, and those that every mode has; in the order of the F1 page.
std::vector<KeyBinding> key_table(const Ui& ui);

// That table, and what keys do where they are the focus's own (ui/focus.h): the rows of the F1 page. Their keys are
// shown, never parsed.
std::vector<KeyBinding> key_page(const Ui& ui);

// "ctrl+shift+z", "Left", "/", "F1", "Ctrl++". Nothing when it names no key.
std::optional<KeyPress> parse_key(std::string_view text);
std::string to_text(const KeyPress& press);

// All the keys of a binding.
std::vector<KeyPress> presses(const KeyBinding& binding);

// Runs what the key stands for; false when it stands for nothing now.
bool press_key(Ui& ui, KeyPress press);

}  // namespace myomap
