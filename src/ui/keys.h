#pragma once
// The keyboard, once: one table serves the keys themselves, the F1 page and the tooltips.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace myomap {

struct KeyPress {
    int key = 0;  // SDL_Keycode
    bool ctrl = false, shift = false, alt = false;

    bool operator==(const KeyPress&) const = default;
};

struct KeyBinding {
    std::string_view group;  // "Views"
    std::string_view keys;   // "Ctrl+Shift+Z, Ctrl+Y": every one of them works
    std::string_view what;   // "Redo"
    bool while_typing;       // also when the search field has the keyboard
    void (*action)(Ui&);
};

std::span<const KeyBinding> key_table();

// "ctrl+shift+z", "Left", "/", "F1", "Ctrl++". Nothing when it names no key.
std::optional<KeyPress> parse_key(std::string_view text);
std::string to_text(const KeyPress& press);

// All the keys of a binding.
std::vector<KeyPress> presses(const KeyBinding& binding);

// Runs what the key stands for; false when it stands for nothing now.
bool press_key(Ui& ui, KeyPress press);

}  // namespace myomap
