#pragma once
// The user's folders for this program, by the XDG Base Directory Specification. They may not exist yet.

#include <filesystem>

namespace myomap {

// For settings: $XDG_CONFIG_HOME/myomap or ~/.config/myomap; "" when the environment names neither.
std::filesystem::path config_folder();

// For what can be made again: $XDG_CACHE_HOME/myomap or ~/.cache/myomap; "" when the environment names neither.
std::filesystem::path cache_folder();

// For what is being worked on and not saved yet: $XDG_STATE_HOME/myomap or ~/.local/state/myomap; "" when the
// environment names neither.
std::filesystem::path state_folder();

// For what the user makes with the program and keeps: $XDG_DATA_HOME/myomap or ~/.local/share/myomap; "" when the
// environment names neither.
std::filesystem::path data_folder();

}  // namespace myomap
