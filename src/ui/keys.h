#pragma once
// The keyboard, once: one table serves the keys themselves, the F1 page and the tooltips.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <SDL_keyboard.h>

#include "ui/key_binding.h"
#include "ui/ui.h"

namespace myomap {

struct KeyPress {
    int key = 0;  // SDL_Keycode
    bool ctrl = false, shift = false, alt = false;

    bool operator==(const KeyPress&) const = default;
};

// What a key of the keyboard stands for. Letters go by their place on an American keyboard where the keyboard's own are
// not Latin (`latin_letters`); keys of the number pad are digits, or what they are without Num Lock.
KeyPress press_of(const SDL_Keysym& key, bool latin_letters);
bool keyboard_has_latin_letters();

// The digit that a key of the digit row is by its place, where it says something else without Shift.
std::optional<KeyPress> digit_by_place(const SDL_Keysym& key, const KeyPress& press);

// Those of the mode that is on, and those that every mode has; in the order of the F1 page.
std::vector<KeyBinding> key_table(const Ui& ui);

// That table, and what keys do where they are the focus's own (ui/focus.h): the rows of the F1 page. Their keys are
// shown, never parsed.
std::vector<KeyBinding> key_page(const Ui& ui);

// "ctrl+shift+z", "Left", "/", "F1", "Ctrl++", "keypad_/". Nothing when it names no key.
std::optional<KeyPress> parse_key(std::string_view text);
// What parse_key reads; "" for a key without a name.
std::string to_text(const KeyPress& press);

// All the keys of a binding.
std::vector<KeyPress> presses(const KeyBinding& binding);

// Runs what the key stands for; false when it stands for nothing now.
bool press_key(Ui& ui, KeyPress press);

}  // namespace myomap
